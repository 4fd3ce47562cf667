#include "score/scorecard.h"

#include <doctest/doctest.h>

#include "unit/rule/books.h"

namespace decant {
namespace {

Book two_packs() {
  const std::string rule = "  - {id: r, kind: forbid, message: m, points: 5, find: x}\n";
  return read_book({pack_of("a", rule), pack_of("b", rule)});
}

std::string errors_in(const std::string& source) {
  Book book = two_packs();
  const auto document = yaml::parse("card.yaml", source);
  REQUIRE(document);
  const auto card = read_scorecard((*document)->tree, *book.rules);
  return card ? "" : listed(card.errors());
}

TEST_CASE("a scorecard puts every pack into one section") {
  Book book = two_packs();
  const Scorecard card = read_card(book,
                                   "scorecard: mine\nversion: 2.0.0\ntitle: Mine\npass_mark: 72.5\nbands: {low: 0, high: 90}\nminimum_agent_words: 5\n"
                                   "sections:\n  - {name: one, weight: 2.5, packs: [b]}\n  - {name: two, weight: 1, rest: true}\n");
  CHECK(card.name == "mine");
  CHECK(to_string(card.standards.pass_mark) == "72.5");
  CHECK(card.standards.minimum_agent_words == 5);
  REQUIRE(card.bands.size() == 2);
  CHECK(card.bands[0].name == "high");
  CHECK(card.sections[0].packs == std::vector<std::string>{"b"});
  CHECK(card.sections[1].packs == std::vector<std::string>{"a"});
  CHECK(card.section_of_rule == std::vector<uint32_t>{1, 0});
}

TEST_CASE("what is wrong with a scorecard has its place") {
  struct Row {
    std::string source, errors;
  };
  const std::string sections = "sections: [{name: all, weight: 1, rest: true}]\n";
  for (const Row& row : std::initializer_list<Row>{
           {"scorecard: s\n" + sections, ""},
           {sections, "1:1: scorecard is missing"},
           {"scorecard: s\n", "1:1: sections is missing"},
           {"scorecard: s\npassmark: 5\n" + sections, "2:1: unknown key \"passmark\" in a scorecard"},
           {"scorecard: s\npass_mark: 101\n" + sections, "2:12: pass_mark is over 100"},
           {"scorecard: s\nbands: {good: 80}\n" + sections, "2:8: no band begins at 0"},
           {"scorecard: s\nbands: [good]\n" + sections, "2:8: bands must be a map of names and lowest scores"},
           {"scorecard: s\nsections: []\n", "2:11: sections must be a list"},
           {"scorecard: s\nsections: [{weight: 1, rest: true}]\n", "2:12: name is missing"},
           {"scorecard: s\nsections: [{name: n, rest: true}]\n", "2:12: weight is missing"},
           {"scorecard: s\nsections: [{name: n, weight: 0, rest: true}]\n", "2:30: a weight must be more than 0"},
           {"scorecard: s\nsections: [{name: n, weight: 1, rest: no}]\n", "2:39: rest can only be true"},
           {"scorecard: s\nsections: [{name: n, weight: 1, packs: [a, c, b]}]\n", "2:44: unknown pack \"c\""},
           {"scorecard: s\nsections: [{name: n, weight: 1, packs: [a, b, a]}]\n", "2:47: the pack \"a\" is in two sections"},
           {"scorecard: s\nsections: [{name: n, weight: 1, packs: [a]}]\n", "2:11: no section lists these packs: b"},
           {"scorecard: s\nsections: [{name: n, weight: 1, rest: true}, {name: o, weight: 1, rest: true}]\n", "2:73: two sections take the rest"},
           {"scorecard: s\nminimum_agent_words: -1\n" + sections, "2:22: minimum_agent_words must be a whole number from 0 to 1000000"},
       }) {
    CAPTURE(row.source);
    CHECK(errors_in(row.source) == row.errors);
  }
}

}  // namespace
}  // namespace decant
