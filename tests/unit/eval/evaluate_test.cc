#include "eval/evaluate.h"

#include <doctest/doctest.h>

#include <fmt/format.h>

using namespace decant;

namespace {

Rule rule(const std::string& pack, const std::string& id, FindingType type = FindingType::fault) {
  Rule out;
  out.pack = pack;
  out.name = pack + '/' + id;
  out.type = type;
  return out;
}

const Rule refusal = rule("limits", "refusal"), limit = rule("limits", "limit"), blames = rule("blame", "blames");
const Rule offers = rule("limits", "offers", FindingType::credit);

const LabelMap map = {{"cant", FindingType::fault, {"limits"}},
                      {"wont", FindingType::fault, {"limits"}},
                      {"blame", FindingType::fault, {"blame"}},
                      {"can_do", FindingType::credit, {"limits/offers"}}};

Grade grade(const std::string& id, int turn, std::vector<Label> labels, const std::string& grader = "") {
  return {id, Grade::Of::turn, turn, grader, std::move(labels), {"labels", 1, 1}};
}

JudgedFinding finding(const Rule& of, int turn) { return {&of, of.type, turn, {}, "words"}; }

// "limits 1/2/3": right, false, missed
std::vector<std::string> rows(const std::vector<EvaluatedRow>& from) {
  std::vector<std::string> out;
  for (const EvaluatedRow& row : from)
    out.push_back(fmt::format("{}{} {}/{}/{}{}", row.name, row.type == FindingType::credit ? "+" : "", row.agreement.true_positives,
                              row.agreement.false_positives, row.agreement.misses, row.left_out ? fmt::format(" ({})", row.left_out) : ""));
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a pack is right where it finds what is labelled, wrong where nothing is, and let off where graders doubt") {
  const JudgedConversations conversations = {
      {"a", {"a.txt", 6, {finding(refusal, 0), finding(limit, 0), finding(refusal, 1), finding(blames, 2), finding(refusal, 5), finding(offers, 3)}}}};
  const Evaluation out = evaluate({grade("a", 0, {{"cant", true}}), grade("a", 1, {{"wont", false}}), grade("a", 2, {}),
                                   grade("a", 3, {{"can_do", true}}), grade("a", 4, {{"wont", true}, {"blame", true}})},
                                  map, conversations);
  CHECK(out.graded == 5);
  CHECK(rows(out.packs) == Lines{"blame 0/1/1", "limits 1/0/1 (1)", "limits/offers+ 1/0/0"});
  CHECK(rows(out.totals) == Lines{"faults 1/1/2 (1)", "credits+ 1/0/0"});
  CHECK(rows(out.keys) == Lines{"cant 1/0/0", "wont 0/0/1 (1)", "blame 0/1/1", "can_do+ 1/0/0"});
  CHECK(rows(out.rules) == Lines{"blame/blames 0/1/0", "limits/limit 1/0/0", "limits/offers+ 1/0/0", "limits/refusal 1/0/0 (1)"});
  REQUIRE(out.disagreements.size() == 3);
  CHECK_FALSE(out.disagreements[0].is_miss);
  CHECK(out.disagreements[0].rules == Lines{"blame/blames"});
  CHECK(out.disagreements[2].keys == Lines{"wont"});
}

TEST_CASE("the last turn and the conversation as a whole can be graded, and what is not there is told") {
  const JudgedConversations conversations = {{"a", {"a.txt", 3, {finding(refusal, 2), finding(blames, 0)}}}};
  Grade last = grade("a", 0, {{"cant", true}});
  last.of = Grade::Of::last_turn;
  Grade whole = grade("a", 0, {{"blame", true}});
  whole.of = Grade::Of::conversation;
  const Evaluation out = evaluate({last, whole, grade("a", 3, {}), grade("z", 0, {{"what", true}})}, map, conversations);
  CHECK(rows(out.packs) == Lines{"blame 1/0/0", "limits 1/1/0", "limits/offers+ 0/0/0"});
  CHECK(out.missing == Lines{"z"});
  CHECK(out.unknown_keys.at("what") == 1);
  REQUIRE(out.errors.size() == 1);
  CHECK(out.errors[0].what == "conversation \"a\" has 3 turns, and no turn 3");
}

TEST_CASE("of several graders the majority counts, and their agreement is told") {
  const JudgedConversations conversations = {{"a", {"a.txt", 2, {finding(refusal, 0)}}}};
  const Evaluation out = evaluate({grade("a", 0, {{"cant", true}}, "ana"), grade("a", 0, {{"cant", true}}, "ben"), grade("a", 0, {}, "cy"),
                                   grade("a", 1, {{"cant", true}}, "ana"), grade("a", 1, {}, "ben")},
                                  map, conversations);
  CHECK(rows(out.packs)[1] == "limits 1/0/0 (1)");
  REQUIRE(out.kappas.size() == 6);
  CHECK(out.kappas[0].first == "decant");
  CHECK(out.kappas[0].second == "ana");
  // Over limits, blame and offers on two turns: both yes once, ana alone once, nobody four times.
  CHECK(*out.kappas[0].kappa == doctest::Approx((5.0 / 6 - (1.0 / 6 * 2 / 6 + 5.0 / 6 * 4 / 6)) / (1 - (1.0 / 6 * 2 / 6 + 5.0 / 6 * 4 / 6))));
  CHECK(out.kappas[3].first == "ana");
  CHECK(out.kappas[3].second == "ben");
}
