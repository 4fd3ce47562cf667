// question: only hits in questions, or never in questions.
#include <array>

#include "match/operators/rows.h"
#include "match/operators/values.h"
#include "match/sentence.h"

namespace decant {
namespace {

constexpr std::array<std::string_view, 2> words = {"only", "never"};

class Question final : public Matcher {
 public:
  Question(std::unique_ptr<Matcher> inner, bool is_wanted) : inner_(std::move(inner)), is_wanted_(is_wanted) {}

  void find(const Scene& scene, const Scope& scope, std::vector<Hit>& hits) const override {
    const std::size_t first = hits.size();
    inner_->find(scene, scope, hits);
    drop_hits(hits, first, [&](const Hit& hit) {
      const Span sentence = sentence_around(scene.folded.lower, scene.folded.turns[hit.turn], hit.span);
      return is_question(scene.folded.lower, sentence) != is_wanted_;
    });
  }

  MatcherInfo info() const override {
    return {is_wanted_ ? "question, only" : "question, never", {}, {{"find", inner_.get()}}};
  }

  bool triggers(std::vector<PatternId>& ids) const override { return inner_->triggers(ids); }

 private:
  std::unique_ptr<Matcher> inner_;
  bool is_wanted_;
};

std::unique_ptr<Matcher> read(const yaml::Node& value, std::unique_ptr<Matcher> inner, FindContext& context) {
  const auto word = context.reader.choice(value, "value of question", words);
  if (!word || !inner) return nullptr;
  return std::make_unique<Question>(std::move(inner), *word == 0);
}

}  // namespace

Operator question_operator() { return {"question", "only hits in questions (only), or none of them (never)", true, read, yaml::choice(words)}; }

}  // namespace decant
