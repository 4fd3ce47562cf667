// not_in: drops a hit that lies inside, or overlaps, a longer innocent phrase: "can't" in "can't wait". It stands in for
// look-around, which a linear-time matcher does not have.
#include "match/operators/rows.h"
#include "match/operators/values.h"

namespace decant {
namespace {

class NotIn final : public Matcher {
 public:
  NotIn(std::unique_ptr<Matcher> inner, std::unique_ptr<Matcher> innocent)
      : inner_(std::move(inner)), innocent_(std::move(innocent)) {}

  void find(const Scene& scene, const Scope& scope, std::vector<Hit>& hits) const override {
    const std::size_t first = hits.size();
    inner_->find(scene, scope, hits);
    if (hits.size() == first) return;
    std::vector<Hit> innocent;
    innocent_->find(scene, scope, innocent);
    drop_hits(hits, first, [&](const Hit& hit) {
      return any_in_turn(innocent, hit, [&](const Hit& phrase) {
        return phrase.span.overlaps(hit.span) && phrase.span.size() > hit.span.size();
      });
    });
  }

  MatcherInfo info() const override {
    return {"not_in", {}, {{"find", inner_.get()}, {"innocent", innocent_.get()}}};
  }

  bool triggers(std::vector<PatternId>& ids) const override { return inner_->triggers(ids); }

 private:
  std::unique_ptr<Matcher> inner_, innocent_;
};

std::unique_ptr<Matcher> read(const yaml::Node& value, std::unique_ptr<Matcher> inner, FindContext& context) {
  auto innocent = read_find(value, context);
  if (!innocent || !inner) return nullptr;
  return std::make_unique<NotIn>(std::move(inner), std::move(innocent));
}

}  // namespace

Operator not_in_operator() {
  return {"not_in", "drops a hit that overlaps a longer, innocent phrase", true, read};
}

}  // namespace decant
