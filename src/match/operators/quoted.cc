// quoted: skips what the speaker does not say but repeats: words between quotation marks, and words after "you said" and the
// like in the same sentence.
#include <algorithm>
#include <array>

#include "match/operators/rows.h"
#include "match/operators/values.h"
#include "match/sentence.h"
#include "match/units.h"

namespace decant {
namespace {

constexpr std::array<std::string_view, 1> words = {"skip"};

class NotQuoted final : public Matcher {
 public:
  NotQuoted(std::unique_ptr<Matcher> inner, std::unique_ptr<Matcher> read_back_frame)
      : inner_(std::move(inner)), read_back_(std::move(read_back_frame)), stays_in_turn_(read_back_->stays_in_turn()) {}

  void find(const Scene& scene, const Scope& scope, std::vector<Hit>& hits) const override {
    const std::size_t first = hits.size();
    inner_->find(scene, scope, hits);
    if (hits.size() == first) return;
    std::vector<Hit> frames;
    read_back_->find(scene, scope_around(hits, first, scope, stays_in_turn_), frames);
    drop_hits(hits, first, [&](const Hit& hit) {
      const Span turn = scene.folded.turns[hit.turn];
      if (is_between_marks(scene.folded.lower, turn, hit.span)) return true;
      const Span sentence = sentence_around(scene.folded.lower, turn, hit.span);
      return any_in_turn(frames, hit, [&](const Hit& frame) {
        return sentence.contains(frame.span) && frame.span.end <= hit.span.begin;
      });
    });
  }

  MatcherInfo info() const override {
    return {"quoted, skip", {}, {{"find", inner_.get()}, {"read back after", read_back_.get()}}};
  }

  bool triggers(std::vector<PatternId>& ids) const override { return inner_->triggers(ids); }

 private:
  static bool is_between_marks(const std::string& text, Span turn, Span at) {
    const auto begin = text.begin();
    const auto before = std::count(begin + turn.begin, begin + at.begin, '"');
    return before % 2 == 1 && std::find(begin + at.end, begin + turn.end, '"') != begin + turn.end;
  }

  std::unique_ptr<Matcher> inner_, read_back_;
  bool stays_in_turn_;
};

std::unique_ptr<Matcher> read(const yaml::Node& value, std::unique_ptr<Matcher> inner, FindContext& context) {
  if (!context.reader.choice(value, "value of quoted", words)) return nullptr;
  auto frame = make_find("you ([just|have|had|already|also] (said|mentioned|told|wrote|stated|reported|asked|described|say|mention)|"
                         "(are|were) (saying|telling|asking|reporting))",
                         value, context);
  if (!inner || !frame) return nullptr;
  return std::make_unique<NotQuoted>(std::move(inner), std::move(frame));
}

}  // namespace

Operator quoted_operator() { return {"quoted", "skip: drops words in quotation marks or read back (\"you said …\")", true, read,
          yaml::choice(words)}; }

}  // namespace decant
