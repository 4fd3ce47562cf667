// answer: once a trigger was said, by anyone, a reply must follow within so many turns of those the rule speaks of; or must
// not. A reply that should not be there is the fault itself; a missing one is a fault of the turn that should have held it, or,
// if nobody spoke again, an omission. Without a trigger the rule does not apply.
#include <algorithm>
#include <array>

#include "match/operators/values.h"
#include "rule/kinds/every_hit.h"
#include "rule/kinds/rows.h"

namespace decant {
namespace {

constexpr int most_turns = 1000;

constexpr std::array<std::string_view, 2> musts = {"follow", "not-follow"};
constexpr std::array<yaml::Key, 1> within_keys = {{
    {"turns", "how many turns of those the rule speaks of count as the reply", yaml::integer(1, most_turns)},
}};
constexpr std::array<yaml::Key, 5> keys = {{
    {"trigger", "what asks for a reply, said by anybody", a_find, yaml::Need::required},
    {"reply", "what must follow, or must not", a_find, yaml::Need::required},
    {"within", "how soon; the next turn unless said", yaml::map(within_keys)},
    {"must", "whether the reply must follow, unless said, or must not", yaml::choice(musts)},
    window_key,
}};

class Answer final : public Check {
 public:
  Answer(std::unique_ptr<Matcher> trigger, std::unique_ptr<Matcher> reply, int turns, bool must_follow)
      : trigger_(std::move(trigger)), reply_(std::move(reply)), turns_(turns), must_follow_(must_follow) {}

  Outcome judge(const Scene& scene, const Scope& scope, std::vector<Observation>& found) const override {
    std::vector<Hit> triggers, replies;
    Scope anyone = scope;
    anyone.roles = all_roles();
    trigger_->find(scene, anyone, triggers);
    if (triggers.empty()) return Outcome::not_applicable;
    reply_->find(scene, scope, replies);
    const std::size_t before = found.size();
    std::vector<uint32_t> blamed;  // turns: one fault each, however many triggers it left unanswered
    for (const Hit& trigger : triggers) {
      const std::vector<uint32_t> turns = turns_after(scene, scope, trigger.turn);
      const auto is_reply = [&](const Hit& reply) {
        return std::find(turns.begin(), turns.end(), reply.turn) != turns.end();
      };
      const auto reply = std::find_if(replies.begin(), replies.end(), is_reply);
      if (!must_follow_) {
        if (reply != replies.end() && is_new(blamed, reply->turn)) found.push_back({*reply, {}});
      } else if (reply == replies.end()) {
        if (turns.empty()) found.push_back({});
        else if (is_new(blamed, turns.front())) found.push_back({Hit{turns.front(), scene.folded.turns[turns.front()]}, {}});
      }
    }
    return found.size() == before ? Outcome::pass : Outcome::fail;
  }

  std::vector<MatcherInfo::Part> parts() const override {
    return {{"trigger", trigger_.get(), all_roles()}, {"reply", reply_.get()}};
  }

  bool triggers(std::vector<PatternId>&) const override { return false; }  // no trigger is n/a, which somebody must say

 private:
  // The next turns, at most `turns_`, of the roles at hand.
  std::vector<uint32_t> turns_after(const Scene& scene, const Scope& scope, uint32_t turn) const {
    std::vector<uint32_t> turns;
    for (uint32_t i = turn + 1; i < scope.last && turns.size() < static_cast<std::size_t>(turns_); ++i)
      if (scope.has_turn(scene.transcript, i)) turns.push_back(i);
    return turns;
  }

  static bool is_new(std::vector<uint32_t>& seen, uint32_t turn) {
    if (std::find(seen.begin(), seen.end(), turn) != seen.end()) return false;
    seen.push_back(turn);
    return true;
  }

  std::unique_ptr<Matcher> trigger_, reply_;
  int turns_;
  bool must_follow_;
};

std::unique_ptr<Check> read(const yaml::Node& rule, FindContext& context) {
  yaml::Reader& reader = context.reader;
  const std::size_t errors_before = reader.error_count();
  auto trigger = read_rule_window(rule, read_required_find(rule, "trigger", context), context);
  auto reply = read_required_find(rule, "reply", context);
  int turns = 1;
  if (const yaml::Node within = rule["within"]; within.exists() && reader.expect_map(within, "within", within_keys))
    turns = reader.integer(within["turns"], "turns", 1, most_turns).value_or(1);
  const std::size_t must = reader.choice(rule["must"], "value of must", musts).value_or(0);
  if (reader.error_count() != errors_before) return nullptr;
  return std::make_unique<Answer>(std::move(trigger), std::move(reply), turns, must == 0);
}

}  // namespace

Kind answer_kind() {
  return {"answer", "after a trigger a reply must follow, or must not", FindingType::fault, false, keys, read};
}

}  // namespace decant
