#include "score/score.h"

#include <doctest/doctest.h>

#include "rule/check.h"
#include "unit/rule/books.h"

namespace decant {
namespace {

// Rule 0 takes 2.5 a hit and 5 at most, 1 is critical and takes 10, 2 gives 3 back, 3 costs nothing to know; all in pack a.
// Rule 4, of pack b, takes 1.
Book sample_book() {
  return read_book({pack_of("a",
                            "  - {id: capped, kind: forbid, message: m, points: 2.5, cap: 5, find: a}\n"
                            "  - {id: critical, kind: forbid, message: m, severity: critical, impact: compliance, points: 10, find: b}\n"
                            "  - {id: credit, kind: praise, message: m, points: 3, find: c}\n"
                            "  - {id: note, kind: note, message: m, find: d}\n"),
                    pack_of("b", "  - {id: one, kind: forbid, message: m, points: 1, find: e}\n")});
}

constexpr const char* two_sections =
    "scorecard: s\npass_mark: 80\nbands: {good: 80, poor: 0, best: 95}\nsections:\n"
    "  - {name: first, weight: 60, packs: [a]}\n  - {name: second, weight: 40, rest: true}\n";

struct Scene {
  Book book = sample_book();
  Scorecard card;
  std::vector<Outcome> outcomes{5, Outcome::pass};
  std::vector<RuleResult> results;

  explicit Scene(const std::string& source = two_sections) : card(read_card(book, source)) {}
  // Rule `rule` found one thing for each percentage that is taken off.
  Scene& found(uint32_t rule, std::vector<int> softened) {
    outcomes[rule] = Outcome::fail;
    results.push_back({rule, std::move(softened), {}});
    return *this;
  }
  Scene& not_applicable(std::initializer_list<uint32_t> rules) {
    for (uint32_t rule : rules) outcomes[rule] = Outcome::not_applicable;
    return *this;
  }
  Score score(std::string unscored = "") { return decant::score(card, card.standards, *book, outcomes, results, 50, std::move(unscored)); }
};

std::vector<std::string> texts(const std::vector<Points>& amounts) {
  std::vector<std::string> out;
  for (Points amount : amounts) out.push_back(to_string(amount));
  return out;
}

TEST_CASE("a conversation without findings has all points") {
  const Score score = Scene().score();
  CHECK(to_tenths(score.total) == "100.0");
  CHECK(score.final_score == score.total);
  CHECK(score.is_pass);
  CHECK(score.band == "best");
  CHECK(score.agent_words == 50);
  CHECK(score.is_critical == std::array<bool, impact_count>{});
}

TEST_CASE("a rule takes its points for each hit, softened, up to its cap") {
  struct Row {
    std::vector<int> softened;
    std::vector<std::string> amounts;
    std::string faults;
  };
  for (const Row& row : std::initializer_list<Row>{
           {{0}, {"2.5"}, "2.5"},
           {{0, 0}, {"2.5", "2.5"}, "5"},
           {{0, 0, 0}, {"2.5", "2.5", "0"}, "5"},
           {{50}, {"1.25"}, "1.25"},
           {{33}, {"1.675"}, "1.675"},
           {{100, 0}, {"0", "2.5"}, "2.5"},
           {{50, 0, 0}, {"1.25", "2.5", "1.25"}, "5"},
       }) {
    Scene scene;
    const Score score = scene.found(0, row.softened).score();
    CHECK(texts(scene.results[0].amounts) == row.amounts);
    CHECK(to_string(score.sections[0].faults) == row.faults);
    REQUIRE(score.sections[0].ledger.size() == 1);
    CHECK(score.sections[0].ledger[0].hits == int(row.softened.size()));
    CHECK(to_string(score.sections[0].ledger[0].amount) == row.faults);
  }
}

TEST_CASE("a section loses no more than its weight") {
  Scene scene("scorecard: s\nsections:\n  - {name: first, weight: 4, packs: [a]}\n  - {name: second, weight: 6, rest: true}\n");
  const Score score = scene.found(0, {0, 0}).score();
  CHECK(to_string(score.sections[0].faults) == "5");
  CHECK(to_string(score.sections[0].lost) == "4");
  CHECK(to_tenths(score.total) == "60.0");
}

TEST_CASE("credits repair their own section and do not bank") {
  Scene one;
  CHECK(to_string(one.found(0, {0, 0}).found(2, {0}).score().sections[0].lost) == "2");
  Scene two;
  const Score banked = two.found(0, {0}).found(2, {0, 0, 0}).found(4, {0}).score();
  CHECK(to_string(banked.sections[0].credits) == "9");
  CHECK(to_string(banked.sections[0].lost) == "0");
  CHECK(to_string(banked.sections[1].lost) == "1");  // the other section's fault stays
  CHECK(to_tenths(banked.total) == "99.0");
}

TEST_CASE("notes cost nothing and are in no ledger") {
  Scene scene;
  const Score score = scene.found(3, {0, 0}).score();
  CHECK(to_tenths(score.total) == "100.0");
  CHECK(score.sections[0].ledger.empty());
  CHECK(scene.results[0].amounts.size() == 2);
}

TEST_CASE("a section whose rules are all n/a leaves both sums") {
  Scene scene;
  const Score score = scene.found(4, {0}).not_applicable({0, 1, 2, 3}).score();
  CHECK_FALSE(score.sections[0].is_applicable);
  CHECK(score.sections[1].is_applicable);
  CHECK(to_tenths(score.total) == "97.5");  // 1 of 40
  Scene other;
  CHECK(to_tenths(other.found(4, {0}).not_applicable({0, 1, 2}).score().total) == "99.0");  // 1 of 100: rule 3 applies
}

TEST_CASE("where no rule applies there is no score") {
  const Score score = Scene().not_applicable({0, 1, 2, 3, 4}).score();
  CHECK_FALSE(score.is_scored());
  CHECK_FALSE(score.is_pass);
}

TEST_CASE("the total is rounded once, half up, to a tenth") {
  struct Row {
    std::string points, weight, total;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"1", "3", "66.7"},
           {"2", "3", "33.3"},
           {"0.05", "100", "100.0"},   // 99.95
           {"0.0501", "100", "99.9"},
           {"0.15", "100", "99.9"},    // 99.85
           {"0.1501", "100", "99.8"},
           {"17.55", "100", "82.5"},   // 82.45
           {"17.5501", "100", "82.4"},
           {"20.05", "100", "80.0"},   // 79.95 passes
           {"20.0501", "100", "79.9"},
           {"999999", "1000000", "0.0"},  // 0.0001
           {"999500", "1000000", "0.1"},  // 0.05
           {"0.0001", "0.0003", "66.7"},
       }) {
    CAPTURE(row.points);
    Book book = read_book({pack_of("a", "  - {id: a, kind: forbid, message: m, points: " + row.points + ", find: a}\n")});
    const Scorecard card = read_card(book, "scorecard: s\nsections:\n  - {name: all, weight: " + row.weight + ", rest: true}\n");
    const std::vector<Outcome> outcomes{Outcome::fail};
    std::vector<RuleResult> results{{0, {0}, {}}};
    const Score score = decant::score(card, card.standards, *book, outcomes, results, 50, "");
    CHECK(to_tenths(score.total) == row.total);
    CHECK(score.is_pass == (score.total >= Points::whole(80)));
  }
}

TEST_CASE("a critical finding makes the final score 0 and leaves the total to be seen") {
  Scene scene;
  const Score score = scene.found(1, {100}).score();  // however softened
  CHECK(to_tenths(score.total) == "100.0");
  CHECK(to_tenths(score.final_score) == "0.0");
  CHECK_FALSE(score.is_pass);
  CHECK(score.band == "poor");
  CHECK_FALSE(score.is_critical[int(Impact::customer)]);
  CHECK_FALSE(score.is_critical[int(Impact::business)]);
  CHECK(score.is_critical[int(Impact::compliance)]);
}

TEST_CASE("without a score sections and amounts are worked out all the same") {
  Scene scene;
  const Score score = scene.found(0, {0}).score("3 agent words");
  CHECK(score.unscored == "3 agent words");
  CHECK_FALSE(score.is_pass);
  CHECK(score.band == "");
  CHECK(to_string(score.sections[0].lost) == "2.5");
  CHECK(scene.results[0].amounts.size() == 1);
}

TEST_CASE("a score is in the highest band it reaches") {
  for (const auto& [hits, band] : std::initializer_list<std::pair<std::size_t, std::string_view>>{{0, "best"}, {5, "best"}, {6, "good"}, {20, "good"}, {21, "poor"}}) {
    Scene scene;
    if (hits) scene.found(4, std::vector<int>(hits, 0));
    CHECK(scene.score().band == band);
  }
}

}  // namespace
}  // namespace decant
