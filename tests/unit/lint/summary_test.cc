#include "lint/summary.h"

#include <doctest/doctest.h>

#include "report/sample_verdicts.h"

namespace decant {
namespace {

TEST_CASE("a summary counts verdicts by what became of them") {
  const Sample made = sample();
  const Summary& sum = made.summary;
  CHECK(sum.conversations == 3);  // the one that could not be read is none
  CHECK(sum.errors == 1);
  CHECK(sum.warnings == 1);
  CHECK(sum.turns == 41);
  CHECK(sum.agent_words == 727);
  CHECK(sum.faults == std::array<uint64_t, severity_count>{1, 4, 1, 1});
  CHECK(sum.credits == 1);
  CHECK(sum.notes == 1);
  CHECK(sum.scored == 2);
  CHECK(sum.passed == 1);
  CHECK(sum.score_sum == Points::whole(100));
  CHECK(sum.unscored.at("7 agent words, the scorecard asks for 20") == 1);
  const RuleTotal& refusal = sum.rules.at(&made.packs[0].rules[0]);
  CHECK(refusal.findings == 4);
  CHECK(refusal.conversations == 2);
  CHECK(refusal.points == Points::whole(15));
}

TEST_CASE("sums of parts are the sum of the whole, in any order") {
  const Sample made = sample();
  Summary forth, back;
  for (const Verdict& verdict : made.verdicts) {
    Summary one, other;
    one.add(verdict);
    one.files = 1;
    forth.add(one);
    other.add(one);
    other.add(back);
    back = other;
  }
  for (const Summary* sum : {&forth, &back}) {
    CHECK(sum->files == 4);
    CHECK(sum->conversations == made.summary.conversations);
    CHECK(sum->turns == made.summary.turns);
    CHECK(sum->agent_words == made.summary.agent_words);
    CHECK(sum->faults == made.summary.faults);
    CHECK(sum->credits == made.summary.credits);
    CHECK(sum->notes == made.summary.notes);
    CHECK(sum->scored == made.summary.scored);
    CHECK(sum->passed == made.summary.passed);
    CHECK(sum->score_sum == made.summary.score_sum);
    CHECK(sum->unscored == made.summary.unscored);
    CHECK(sum->errors == made.summary.errors);
    CHECK(sum->warnings == made.summary.warnings);
    CHECK(sum->rules.size() == made.summary.rules.size());
    for (const auto& [rule, total] : made.summary.rules) {
      CHECK(sum->rules.at(rule).findings == total.findings);
      CHECK(sum->rules.at(rule).conversations == total.conversations);
      CHECK(sum->rules.at(rule).points == total.points);
    }
  }
}

}  // namespace
}  // namespace decant
