#include "report/terminal.h"

#include <doctest/doctest.h>

#include "report/passage.h"

namespace decant {
namespace {

TEST_CASE("text of strangers cannot move the cursor or turn a line around") {
  CHECK(harmless("plain, caf\xC3\xA9 \xF0\x9F\x98\x80") == "plain, caf\xC3\xA9 \xF0\x9F\x98\x80");
  CHECK(harmless("\x1B[31m\x07\x7F") == "␛[31m␇␡");
  CHECK(harmless(std::string_view("a\0b", 3)) == "a␀b");
  CHECK(harmless("a\r\n\tb\xE2\x80\xA8" "c\xC2\x85" "d") == "a   b c d");
  CHECK(harmless("\xC2\x9B" "5m") == "\xEF\xBF\xBD" "5m");  // one-byte escape sequences
  CHECK(harmless("\xE2\x80\xAE" "x\xE2\x81\xA6") == "\xEF\xBF\xBDx\xEF\xBF\xBD");
  CHECK(harmless("\xFF\xC3") == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("a file is no terminal") {
  CHECK(!is_terminal(-1));
  CHECK(!may_colour(-1));
  CHECK(terminal_width(-1) == 80);
}

TEST_CASE("a passage keeps its inks over line breaks") {
  Passage passage("we ");
  passage.add("can't do", Ink::warning, true).add(" that");
  std::string out;
  passage.print_wrapped({.columns = 20, .colour = true}, 10, 10, out);
  CHECK(out == "we \x1B[33;1;4mcan't\x1B[0m\n          \x1B[33;1;4mdo\x1B[0m that\n");
  out.clear();
  passage.print_wrapped({.columns = 24, .colour = false}, 2, 4, out, 4, Passage("−6"));
  CHECK(out == "we can't do that    −6\n");
}

}  // namespace
}  // namespace decant
