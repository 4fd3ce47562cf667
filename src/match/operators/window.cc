// window: only hits at the start or at the end of the conversation, counted in turns or words of those who are looked at, or in seconds
// or percent of the whole. Times inside a turn are worked out from where in it the words stand.
#include <algorithm>
#include <array>
#include <cmath>

#include "match/operators/rows.h"
#include "match/operators/values.h"
#include "match/window.h"

namespace decant {
namespace {

class InWindow final : public Matcher {
 public:
  InWindow(std::unique_ptr<Matcher> inner, Window window) : inner_(std::move(inner)), window_(window) {}

  void find(const Scene& scene, const Scope& scope, std::vector<Hit>& hits) const override {
    const std::size_t first = hits.size();
    inner_->find(scene, scope, hits);
    drop_hits(hits, first, [&](const Hit& hit) { return !window_.contains(scene, scope.roles, hit); });
  }

  MatcherInfo info() const override { return {"window, " + to_string(window_), {}, {{"find", inner_.get()}}}; }

  bool triggers(std::vector<PatternId>& ids) const override { return inner_->triggers(ids); }

 private:
  std::unique_ptr<Matcher> inner_;
  Window window_;
};

std::unique_ptr<Matcher> read(const yaml::Node& value, std::unique_ptr<Matcher> inner, FindContext& context) {
  const auto window = read_window(value, context.reader);
  if (!window || !inner) return nullptr;
  return std::make_unique<InWindow>(std::move(inner), *window);
}

}  // namespace

Operator window_operator() {
  return {"window", "only hits in the first or last turns, words, seconds or percent", true, read, window_shape()};
}

}  // namespace decant
