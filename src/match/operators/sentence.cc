// sentence: what is inside must be found within one sentence.
#include <algorithm>

#include "match/operators/rows.h"
#include "match/sentence.h"
#include "match/units.h"

namespace decant {
namespace {

class InSentence final : public Matcher {
 public:
  explicit InSentence(std::unique_ptr<Matcher> inner) : inner_(std::move(inner)) {
    is_decidable_ = inner_->triggers(triggers_);
  }

  void find(const Scene& scene, const Scope& scope, std::vector<Hit>& hits) const override {
    for (uint32_t turn : turns_to_look_at(scene, scope, triggers_, is_decidable_))
      for_each_sentence(scene.folded.lower, scene.folded.turns[turn], [&](Span sentence) {
        if (scope.within.contains(sentence)) inner_->find(scene, {scope.roles, turn, turn + 1, sentence}, hits);
      });
  }

  MatcherInfo info() const override { return {"sentence", {}, {{"", inner_.get(), {}, true}}}; }

  bool triggers(std::vector<PatternId>& ids) const override { return inner_->triggers(ids); }

 private:
  std::unique_ptr<Matcher> inner_;
  std::vector<PatternId> triggers_;
  bool is_decidable_;
};

std::unique_ptr<Matcher> read(const yaml::Node& value, std::unique_ptr<Matcher>, FindContext& context) {
  auto inner = read_find(value, context);
  return inner ? std::make_unique<InSentence>(std::move(inner)) : nullptr;
}

}  // namespace

Operator sentence_operator() { return {"sentence", "what is inside, within one sentence", false, read, a_find}; }

}  // namespace decant
