// then: one thing is said, and after it, in the same turn or within so many turns, another. Each step may have its own role. The hit
// is the last step: that is where it went wrong, or right.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "match/operators/rows.h"
#include "match/operators/values.h"

namespace decant {
namespace {

constexpr int most_turns = 1000;

constexpr std::array<yaml::Key, 1> within_keys = {{
    {"turns", "further turns, of anybody, in which the next step may come", yaml::integer(0, most_turns)},
}};
constexpr std::array<yaml::Key, 3> keys = {{
    {"steps", "one after the other; the hit is the last of them", finds(2), yaml::Need::required},
    {"within", "how soon each step must follow; 1 turn unless said", yaml::map(within_keys)},
    {"not_between", "said between two steps, this breaks them apart", a_find},
}};

bool comes_after(const Hit& a, const Hit& b) {  // b after a
  return b.turn > a.turn || (b.turn == a.turn && b.span.begin >= a.span.end);
}

class Then final : public Matcher {
 public:
  Then(std::vector<std::unique_ptr<Matcher>> steps, std::unique_ptr<Matcher> between, uint32_t turns)
      : steps_(std::move(steps)), between_(std::move(between)), turns_(turns) {
    for (const auto& step : steps_) stay_in_turn_.push_back(step->stays_in_turn());
    stay_in_turn_.push_back(between_ && between_->stays_in_turn());
  }

  void find(const Scene& scene, const Scope& scope, std::vector<Hit>& hits) const override {
    // Later steps may lie outside the turns of the first one's sentence.
    Scope wide = scope;
    wide.within = Scope{}.within;
    std::vector<Hit> reached;
    steps_[0]->find(scene, scope, reached);
    for (std::size_t i = 1; i < steps_.size() && !reached.empty(); ++i) {
      std::vector<Hit> next, interruptions;
      const uint32_t first = reached.front().turn, last = reached.back().turn;
      steps_[i]->find(scene, between(first, last + turns_, wide, i), next);
      if (between_ && !next.empty()) between_->find(scene, between(first, next.back().turn, wide, steps_.size()), interruptions);
      std::erase_if(next, [&](const Hit& step) {
        return std::none_of(reached.begin(), reached.end(), [&](const Hit& before) {
          if (!comes_after(before, step) || step.turn - before.turn > turns_) return false;
          return std::none_of(interruptions.begin(), interruptions.end(), [&](const Hit& other) {
            return comes_after(before, other) && comes_after(other, step);
          });
        });
      });
      reached = std::move(next);
    }
    hits.insert(hits.end(), reached.begin(), reached.end());
  }

  MatcherInfo info() const override {
    MatcherInfo info{fmt::format("then, within {} turns", turns_), {}, {}};
    for (std::size_t i = 0; i < steps_.size(); ++i) info.parts.push_back({fmt::format("step {}", i + 1), steps_[i].get()});
    if (between_) info.parts.push_back({"not between", between_.get()});
    return info;
  }

  bool stays_in_turn() const override { return false; }

  bool triggers(std::vector<PatternId>& ids) const override {
    // Every step is necessary; the last one, whose hits count, is the natural one.
    return steps_.back()->triggers(ids);
  }

 private:
  // `scope` from turn `first` to `last`, for a matcher, by its place in stay_in_turn_, that may be asked about some turns only.
  Scope between(uint32_t first, uint32_t last, const Scope& scope, std::size_t matcher) const {
    Scope out = scope;
    if (!stay_in_turn_[matcher]) return out;
    out.first = std::max(out.first, first);
    out.last = std::min(out.last, last + 1);
    return out;
  }

  std::vector<std::unique_ptr<Matcher>> steps_;
  std::unique_ptr<Matcher> between_;  // may be null
  std::vector<bool> stay_in_turn_;    // by step, and of between_
  uint32_t turns_;
};

std::unique_ptr<Matcher> read(const yaml::Node& value, std::unique_ptr<Matcher>, FindContext& context) {
  if (!context.reader.expect_map(value, "then", keys)) return nullptr;
  return read_then(value, context);
}

}  // namespace

std::unique_ptr<Matcher> read_then(const yaml::Node& value, FindContext& context) {
  auto steps = read_finds(value, "steps", 2, context);
  int turns = 1;
  bool is_sound = true;
  if (const yaml::Node within = value["within"]; within.exists()) {
    is_sound = context.reader.expect_map(within, "within", within_keys);
    turns = context.reader.integer(within["turns"], "turns", 0, most_turns).value_or(turns);
  }
  std::unique_ptr<Matcher> between;
  if (value["not_between"].exists()) {
    between = read_find(value["not_between"], context);
    is_sound &= between != nullptr;
  }
  if (steps.empty() || !is_sound) return nullptr;
  return std::make_unique<Then>(std::move(steps), std::move(between), static_cast<uint32_t>(turns));
}

std::span<const yaml::Key> then_keys() { return keys; }

Operator then_operator() { return {"then", "steps one after the other, within so many turns", false, read, yaml::map(keys)}; }

}  // namespace decant
