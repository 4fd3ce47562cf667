#include "report/rule_table.h"

#include <doctest/doctest.h>

#include "report/sample_verdicts.h"
#include "text/width.h"

namespace decant {
namespace {

TEST_CASE("the table of rules stays inside its columns") {
  Sample of = sample();
  RuleBook book;
  for (const RulePack& pack : of.packs) book.rules.push_back(&pack.rules[0]);
  std::string whole;
  write_rule_table(book, 0, whole);
  CHECK(whole.find("owner") != std::string::npos);
  for (int columns : {40, 60, 80, 100, 160}) {
    std::string table;
    write_rule_table(book, columns, table);
    CAPTURE(table);
    for (std::string_view line : lines_of(table)) CHECK(display_width(line) <= columns);
    CHECK(table.find("severity") != std::string::npos);
  }
}

}  // namespace
}  // namespace decant
