#include "rule/kinds/every_hit.h"

#include "match/operators/rows.h"
#include "match/operators/values.h"

namespace decant {
namespace {

class EveryHit final : public Check {
 public:
  explicit EveryHit(std::unique_ptr<Matcher> find) : find_(std::move(find)) {}

  Outcome judge(const Scene& scene, const Scope& scope, std::vector<Observation>& found) const override {
    std::vector<Hit> hits;
    find_->find(scene, scope, hits);
    keep_one_a_place(hits);
    for (const Hit& hit : hits) found.push_back({hit, {}});
    return hits.empty() ? Outcome::pass : Outcome::fail;
  }

  std::vector<MatcherInfo::Part> parts() const override { return {{"find", find_.get()}}; }

  bool triggers(std::vector<PatternId>& ids) const override { return find_->triggers(ids); }

 private:
  std::unique_ptr<Matcher> find_;
};

}  // namespace

std::unique_ptr<Matcher> read_rule_find(const yaml::Node& rule, FindContext& context) {
  return read_rule_window(rule, read_required_find(rule, "find", context), context);
}

std::unique_ptr<Matcher> read_rule_window(const yaml::Node& rule, std::unique_ptr<Matcher> inner, FindContext& context) {
  const yaml::Node window = rule["window"];
  return window.exists() ? window_operator().read(window, std::move(inner), context) : std::move(inner);
}

std::unique_ptr<Check> read_every_hit(const yaml::Node& rule, FindContext& context) {
  auto find = read_rule_find(rule, context);
  if (!find) return nullptr;
  return std::make_unique<EveryHit>(std::move(find));
}

}  // namespace decant
