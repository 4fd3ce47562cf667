// What the examples of a pack leave out.
#include "lint/coverage.h"

#include <doctest/doctest.h>

#include "unit/lint/pack_of.h"

using namespace decant;

namespace {

PackCoverage coverage_of(const BookOf& pack) {
  const PackTexts texts(*pack.book, pack.files, yaml::Tree{});
  Bench bench(*pack.book);
  return coverage(pack.book->packs[0], texts, bench);
}

}  // namespace

TEST_CASE("phrases that no example says are missed, on either side") {
  const BookOf pack = book_of(
      "- {id: r, kind: forbid, message: m, points: 1, find: {any: [plum, fig], not_in: [plum pie, fig pie]},\n"
      "   examples: {fires: [a plum], quiet: [fig pie]}}\n");
  const RuleCoverage rule = coverage_of(pack).rules.at(0);
  CHECK(rule.phrases.all == 2);
  CHECK(rule.phrases.missed == std::vector<std::string>{"fig"});
  CHECK(rule.filters.missed == std::vector<std::string>{"plum pie"});
}

TEST_CASE("alternatives count when their words are in what the phrase found") {
  const BookOf pack = book_of(
      "- {id: r, kind: forbid, message: m, points: 1, find: 'I (am|was) [not] (cancel(led|ing)|off)',\n"
      "   examples: {fires: [I'm canceling]}}\n");
  const RuleCoverage rule = coverage_of(pack).rules.at(0);
  CHECK(rule.phrases.missed.empty());
  REQUIRE(rule.partly.size() == 1);
  CHECK(rule.partly[0].alternatives.missed == std::vector<std::string>{"was", "not", "cancelled", "off"});
}

TEST_CASE("the entries of the pack's word lists are counted over all its rules") {
  const BookOf pack = book_of(
      "- {id: r, kind: forbid, message: m, points: 1, find: 'a {fruit}', examples: {fires: [a plum]}}\n"
      "- {id: s, kind: forbid, message: m, points: 1, find: 'the {fruit}', examples: {fires: [the date]}}\n"
      "words: {fruit: [plum, '(fig|date)', '{more}'], more: [lime, kiwi]}\n");
  const PackCoverage found = coverage_of(pack);
  REQUIRE(found.lists.size() == 2);
  CHECK(found.lists[0].entries.all == 4);
  CHECK(found.lists[0].entries.missed == std::vector<std::string>{"fig", "{more}"});
  CHECK(found.lists[1].entries.missed == std::vector<std::string>{"lime", "kiwi"});
}
