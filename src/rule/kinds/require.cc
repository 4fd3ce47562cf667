// require: something must be said, in the whole conversation or in a window of it. What is missing has no place. Where the window
// does not exist (no times for a window of seconds) the rule does not apply.
#include "match/window.h"
#include "rule/kinds/every_hit.h"
#include "rule/kinds/rows.h"

namespace decant {
namespace {

class Require final : public Check {
 public:
  Require(std::unique_ptr<Matcher> find, std::optional<Window> window) : find_(std::move(find)), window_(window) {}

  Outcome judge(const Scene& scene, const Scope& scope, std::vector<Observation>& found) const override {
    if (window_ && !window_->exists(scene.transcript, scope.roles)) return Outcome::not_applicable;
    std::vector<Hit> hits;
    find_->find(scene, scope, hits);
    if (!hits.empty()) return Outcome::pass;
    found.push_back({});
    return Outcome::fail;
  }

  std::vector<MatcherInfo::Part> parts() const override { return {{"find", find_.get()}}; }

  bool triggers(std::vector<PatternId>&) const override { return false; }

 private:
  std::unique_ptr<Matcher> find_;
  std::optional<Window> window_;
};

std::unique_ptr<Check> read(const yaml::Node& rule, FindContext& context) {
  auto find = read_rule_find(rule, context);
  if (!find) return nullptr;
  std::optional<Window> window;
  if (rule["window"].exists()) window = read_window(rule["window"], context.reader);
  return std::make_unique<Require>(std::move(find), window);
}

}  // namespace

Kind require_kind() {
  return {"require", "must be said, in a window if it has one", FindingType::fault, true, every_hit_keys, read};
}

}  // namespace decant
