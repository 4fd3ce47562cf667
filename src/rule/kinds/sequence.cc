// sequence: steps that make a fault when they come one after the other: refused, threatened, then suddenly granted. The last step is where it shows.
// If not even the first step was said the rule does not apply.
#include <array>

#include "match/operators/rows.h"
#include "rule/kinds/every_hit.h"
#include "rule/kinds/rows.h"

namespace decant {
namespace {

class Sequence final : public Check {
 public:
  Sequence(std::unique_ptr<Matcher> first, std::unique_ptr<Matcher> whole)
      : first_(std::move(first)), whole_(std::move(whole)) {}

  Outcome judge(const Scene& scene, const Scope& scope, std::vector<Observation>& found) const override {
    std::vector<Hit> hits;
    first_->find(scene, scope, hits);
    if (hits.empty()) return Outcome::not_applicable;
    hits.clear();
    whole_->find(scene, scope, hits);
    keep_one_a_place(hits);
    for (const Hit& hit : hits) found.push_back({hit, {}});
    return hits.empty() ? Outcome::pass : Outcome::fail;
  }

  std::vector<MatcherInfo::Part> parts() const override { return {{"steps", whole_.get()}}; }

  bool triggers(std::vector<PatternId>&) const override { return false; }  // no first step is n/a, which somebody must say

 private:
  std::unique_ptr<Matcher> first_, whole_;
};

std::unique_ptr<Check> read(const yaml::Node& rule, FindContext& context) {
  const yaml::Node steps = rule["steps"];
  if (!steps.is_sequence() || steps.items().size() < 2) {
    context.reader.fail(steps.exists() ? steps : rule, "steps must be a list of at least 2 finds", "the hit is the last of them");
    return nullptr;
  }
  auto whole = read_rule_window(rule, read_then(rule, context), context);
  if (!whole) return nullptr;
  auto first = read_find(steps.items()[0], context);
  if (!first) return nullptr;
  return std::make_unique<Sequence>(std::move(first), std::move(whole));
}

}  // namespace

Kind sequence_kind() {
  static const std::vector<yaml::Key> keys = [] {
    std::vector<yaml::Key> all(then_keys().begin(), then_keys().end());
    all.push_back(window_key);
    return all;
  }();
  return {"sequence", "steps that make a fault when they follow each other", FindingType::fault, false, keys, read};
}

}  // namespace decant
