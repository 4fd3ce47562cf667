#include "rule/kinds/every_hit.h"

namespace decant {
namespace {

class EveryHit final : public Check {
 public:
  explicit EveryHit(std::unique_ptr<Matcher> find) : find_(std::move(find)) {}

  Outcome judge(const Scene& scene, const Scope& scope, std::vector<Observation>& found) const override {
    std::vector<Hit> hits;
    find_->find(scene, scope, hits);
    for (const Hit& hit : hits) found.push_back({hit});
    return hits.empty() ? Outcome::pass : Outcome::fail;
  }

  bool triggers(std::vector<PatternId>& ids) const override { return find_->triggers(ids); }

 private:
  std::unique_ptr<Matcher> find_;
};

}  // namespace

std::unique_ptr<Check> read_every_hit(const yaml::Node& rule, FindContext& context) {
  const yaml::Node find = rule["find"];
  if (!find.exists()) {
    context.reader.fail(rule, "find is missing", "say what to look for: find: [\"…\"]");
    return nullptr;
  }
  auto matcher = read_find(find, context);
  if (!matcher) return nullptr;
  return std::make_unique<EveryHit>(std::move(matcher));
}

}  // namespace decant
