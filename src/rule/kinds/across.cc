// across: over the contacts of one case or customer, in time order: promised in one, reported undone in a later one. Each step is said in a
// later contact than the step before; the last one is the finding. Alone, a conversation says nothing about it.
#include <array>

#include <fmt/format.h>

#include "match/operators/values.h"
#include "rule/kinds/every_hit.h"
#include "rule/kinds/rows.h"

namespace decant {
namespace {

constexpr std::size_t most_steps = 8;

constexpr std::array<std::string_view, 2> groups = {"case", "customer"};
constexpr std::array<yaml::Key, 3> keys = {{
    {"steps", "each in a later contact than the one before; the last is the finding", finds(2), yaml::Need::required},
    {"by", "whose contacts belong together: those of one case, unless said, or of one customer", yaml::choice(groups)},
    window_key,
}};

class Across final : public Check {
 public:
  Across(std::vector<std::unique_ptr<Matcher>> steps, Grouping grouping) : steps_(std::move(steps)), grouping_(grouping) {}

  Outcome judge(const Scene&, const Scope&, std::vector<Observation>&) const override { return Outcome::not_applicable; }

  int steps_across() const override { return static_cast<int>(steps_.size()); }

  void find_step(int step, const Scene& scene, const Scope& scope, std::vector<Observation>& found) const override {
    std::vector<Hit> hits;
    steps_[static_cast<std::size_t>(step)]->find(scene, scope, hits);
    keep_one_a_place(hits);
    for (const Hit& hit : hits) found.push_back({hit, {}});
  }

  Grouping grouping() const override { return grouping_; }

  std::vector<MatcherInfo::Part> parts() const override {
    std::vector<MatcherInfo::Part> parts;
    for (std::size_t i = 0; i < steps_.size(); ++i) parts.push_back({fmt::format("step {}", i + 1), steps_[i].get()});
    return parts;
  }

  bool triggers(std::vector<PatternId>& ids) const override {
    bool is_decidable = true;
    for (const auto& step : steps_) is_decidable &= step->triggers(ids);
    return is_decidable;
  }

 private:
  std::vector<std::unique_ptr<Matcher>> steps_;
  Grouping grouping_;
};

std::unique_ptr<Check> read(const yaml::Node& rule, FindContext& context) {
  auto steps = read_finds(rule, "steps", 2, context);
  if (steps.size() > most_steps) {
    context.reader.fail(rule["steps"], fmt::format("more than {} steps", most_steps));
    return nullptr;
  }
  const std::size_t by = context.reader.choice(rule["by"], "value of by", groups).value_or(0);
  if (steps.empty()) return nullptr;
  for (auto& step : steps)
    if (step = read_rule_window(rule, std::move(step), context); !step) return nullptr;
  return std::make_unique<Across>(std::move(steps), by == 0 ? Grouping::by_case : Grouping::by_customer);
}

}  // namespace

Kind across_kind() {
  return {"across", "steps over several contacts of one case or customer", FindingType::fault, false, keys, read};
}

}  // namespace decant
