// near: these are said close together, with at most so many words between neighbours; `ordered` in this order. And its
// opposite: not_near drops a hit that has certain words close to it, on either side.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "match/operators/rows.h"
#include "match/operators/values.h"
#include "match/sentence.h"
#include "match/units.h"

namespace decant {
namespace {

constexpr int default_words = 5;
constexpr int most_words = 500;

constexpr std::array<yaml::Key, 3> near_keys = {{
    {"find", "what is said close together", finds(2), yaml::Need::required},
    {"words", "at most so many words between neighbours; 5 unless said", yaml::integer(0, most_words)},
    {"ordered", "whether they must come in this order; false unless said", yaml::boolean()},
}};
constexpr std::array<std::string_view, 2> places = {"sentence", "turn"};
constexpr std::array<yaml::Key, 3> not_near_keys = {{
    {"find", "the words that make the hit innocent", a_find, yaml::Need::required},
    {"words", "with at most so many words between; 5 unless said", yaml::integer(0, most_words), yaml::Need::at_most_one_of_these},
    {"in", "anywhere in the same sentence or turn", yaml::choice(places), yaml::Need::at_most_one_of_these},
}};

// Words between two hits of one turn, whichever comes first; 0 if they overlap.
int distance(const Scene& scene, Span a, Span b) {
  if (a.overlaps(b)) return 0;
  return a.end <= b.begin ? words_between(scene.folded.lower, a, b) : words_between(scene.folded.lower, b, a);
}

class Near final : public Matcher {
 public:
  Near(std::vector<std::unique_ptr<Matcher>> parts, int words, bool is_ordered)
      : parts_(std::move(parts)), words_(words), is_ordered_(is_ordered), stays_in_turn_(stays_in_turn()) {}

  void find(const Scene& scene, const Scope& scope, std::vector<Hit>& hits) const override {
    std::vector<std::vector<Hit>> found(parts_.size());
    parts_[0]->find(scene, scope, found[0]);
    for (std::size_t i = 1; i < parts_.size() && !found[i - 1].empty(); ++i)
      parts_[i]->find(scene, scope_around(found[i - 1], 0, scope, stays_in_turn_), found[i]);
    if (found.back().empty()) return;
    uint32_t done = 0;  // hits do not overlap: where the last one ended
    for (const Hit& start : found[0]) {
      if (start.span.begin < done) continue;
      Hit whole = start;
      Span last = start.span;
      bool has_all = true;
      for (std::size_t i = 1; i < found.size() && has_all; ++i) {
        const Hit* next = closest(scene, found[i], start.turn, is_ordered_ ? last : whole.span);
        has_all = next != nullptr;
        if (!next) break;
        last = next->span;
        whole.span = join(whole.span, next->span);
      }
      if (!has_all) continue;
      done = whole.span.end;
      hits.push_back(whole);
    }
  }

  MatcherInfo info() const override {
    MatcherInfo info{fmt::format("near, at most {} words between{}", words_, is_ordered_ ? ", ordered" : ""), {}, {}};
    for (const auto& part : parts_) info.parts.push_back({"", part.get()});
    return info;
  }

  bool triggers(std::vector<PatternId>& ids) const override { return parts_[0]->triggers(ids); }

 private:
  const Hit* closest(const Scene& scene, const std::vector<Hit>& candidates, uint32_t turn, Span to) const {
    const Hit* best = nullptr;
    int best_distance = words_ + 1;
    for (const Hit& candidate : candidates) {
      if (candidate.turn != turn || candidate.span.overlaps(to)) continue;
      if (is_ordered_ && candidate.span.begin < to.end) continue;
      const int words = distance(scene, to, candidate.span);
      if (words < best_distance) {
        best = &candidate;
        best_distance = words;
      }
    }
    return best;
  }

  std::vector<std::unique_ptr<Matcher>> parts_;
  int words_;
  bool is_ordered_;
  bool stays_in_turn_;
};

std::unique_ptr<Matcher> read_near(const yaml::Node& value, std::unique_ptr<Matcher>, FindContext& context) {
  if (!context.reader.expect_map(value, "near", near_keys)) return nullptr;
  const int words = context.reader.integer(value["words"], "words", 0, most_words).value_or(default_words);
  const yaml::Node ordered = value["ordered"];
  if (ordered.exists() && ordered.text() != "true" && ordered.text() != "false") {
    context.reader.fail(ordered, "ordered must be true or false");
    return nullptr;
  }
  auto parts = read_finds(value, "find", 2, context);
  if (parts.empty()) return nullptr;
  return std::make_unique<Near>(std::move(parts), words, ordered.text() == "true");
}

class NotNear final : public Matcher {
 public:
  enum class Reach { words, sentence, turn };
  NotNear(std::unique_ptr<Matcher> inner, std::unique_ptr<Matcher> others, Reach reach, int words)
      : inner_(std::move(inner)), others_(std::move(others)), reach_(reach), words_(words),
        stays_in_turn_(others_->stays_in_turn()) {}

  void find(const Scene& scene, const Scope& scope, std::vector<Hit>& hits) const override {
    const std::size_t first = hits.size();
    inner_->find(scene, scope, hits);
    if (hits.size() == first) return;
    // Words outside the sentence at hand count too when the reach is the turn.
    Scope wide = scope;
    if (reach_ == Reach::turn) wide.within = Scope{}.within;
    std::vector<Hit> others;
    others_->find(scene, scope_around(hits, first, wide, stays_in_turn_), others);
    drop_hits(hits, first, [&](const Hit& hit) {
      const Span sentence = reach_ == Reach::sentence
                                ? sentence_around(scene.folded.lower, scene.folded.turns[hit.turn], hit.span)
                                : Span{};
      return any_in_turn(others, hit, [&](const Hit& other) {
        switch (reach_) {
          case Reach::turn: return true;
          case Reach::sentence: return sentence.overlaps(other.span);
          case Reach::words: return distance(scene, hit.span, other.span) <= words_;
        }
        return false;
      });
    });
  }

  MatcherInfo info() const override {
    const std::string reach = reach_ == Reach::words      ? fmt::format("within {} words", words_)
                              : reach_ == Reach::sentence ? "in the same sentence"
                                                          : "in the same turn";
    return {"not_near, " + reach, {}, {{"find", inner_.get()}, {"words", others_.get()}}};
  }

  bool triggers(std::vector<PatternId>& ids) const override { return inner_->triggers(ids); }

 private:
  std::unique_ptr<Matcher> inner_, others_;
  Reach reach_;
  int words_;
  bool stays_in_turn_;
};

std::unique_ptr<Matcher> read_not_near(const yaml::Node& value, std::unique_ptr<Matcher> inner, FindContext& context) {
  if (!has_own_keys(value, not_near_keys)) {
    auto others = read_find(value, context);
    if (!others || !inner) return nullptr;
    return std::make_unique<NotNear>(std::move(inner), std::move(others), NotNear::Reach::words, default_words);
  }
  context.reader.expect_map(value, "not_near", not_near_keys);
  auto others = read_required_find(value, "find", context);
  auto reach = NotNear::Reach::words;
  const int words = context.reader.integer(value["words"], "words", 0, most_words).value_or(default_words);
  if (value["in"].exists()) {
    if (value["words"].exists()) {
      context.reader.fail(value["in"], "say either words or in, not both");
      return nullptr;
    }
    const auto place = context.reader.choice(value["in"], "place", places);
    if (!place) return nullptr;
    reach = *place == 0 ? NotNear::Reach::sentence : NotNear::Reach::turn;
  }
  if (!others || !inner) return nullptr;
  return std::make_unique<NotNear>(std::move(inner), std::move(others), reach, words);
}

}  // namespace

Operator near_operator() { return {"near", "these close together, with at most so many words between", false, read_near, yaml::map(near_keys)}; }

Operator not_near_operator() {
  return {"not_near", "drops a hit with these words close to it, in its sentence or in its turn", true, read_not_near,
          yaml::ref_or_map("find", not_near_keys)};
}

}  // namespace decant
