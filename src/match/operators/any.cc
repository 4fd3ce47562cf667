// any: one of several phrases or finds. Hits that overlap all stay, so that a filter around this can drop one and keep
// another; a rule makes one finding of them in the end.
#include <algorithm>

#include "match/operators/rows.h"

namespace decant {
namespace {

class Any final : public Matcher {
 public:
  Any(std::vector<MatcherInfo::Phrase> phrases, std::vector<std::unique_ptr<Matcher>> inner)
      : phrases_(std::move(phrases)), inner_(std::move(inner)) {}

  MatcherInfo info() const override {
    MatcherInfo info{"any", phrases_, {}};
    for (const auto& matcher : inner_) info.parts.push_back({"", matcher.get()});
    return info;
  }

  void find(const Scene& scene, const Scope& scope, std::vector<Hit>& hits) const override {
    const auto first = static_cast<std::ptrdiff_t>(hits.size());
    for (const auto& [id, text] : phrases_) {
      for (uint32_t turn : scene.scan.turns(id)) {
        if (!scope.has_turn(scene.transcript, turn) || !scope.within.overlaps(scene.folded.turns[turn])) continue;
        for (Span span : scene.scan.find(id, turn))
          if (scope.within.contains(span)) hits.push_back({turn, span});
      }
    }
    for (const auto& matcher : inner_) matcher->find(scene, scope, hits);
    std::sort(hits.begin() + first, hits.end(), is_before);
    const auto is_same = [](const Hit& a, const Hit& b) { return a.turn == b.turn && a.span == b.span; };
    hits.erase(std::unique(hits.begin() + first, hits.end(), is_same), hits.end());
  }

  // As the base says, without a copy of hundreds of phrases.
  bool stays_in_turn() const override {
    return std::ranges::all_of(inner_, [](const auto& matcher) { return matcher->stays_in_turn(); });
  }

  bool triggers(std::vector<PatternId>& ids) const override {
    for (const auto& [id, text] : phrases_) ids.push_back(id);
    return std::all_of(inner_.begin(), inner_.end(), [&](const auto& m) { return m->triggers(ids); });
  }

 private:
  std::vector<MatcherInfo::Phrase> phrases_;
  std::vector<std::unique_ptr<Matcher>> inner_;
};

std::unique_ptr<Matcher> read(const yaml::Node& value, std::unique_ptr<Matcher>, FindContext& context) {
  std::vector<MatcherInfo::Phrase> phrases;
  std::vector<std::unique_ptr<Matcher>> inner;
  bool is_sound = true;
  const auto add = [&](const yaml::Node& node) {
    if (node.is_map()) {
      auto matcher = read_find(node, context);
      is_sound &= matcher != nullptr;
      inner.push_back(std::move(matcher));
    } else if (const auto id = read_pattern(node, context)) {
      phrases.push_back({*id, node.text()});
    } else {
      is_sound = false;
    }
  };
  if (value.is_sequence()) {
    const std::vector<yaml::Node> items = value.items();
    phrases.reserve(items.size());
    for (const yaml::Node& item : items) add(item);
    if (items.empty()) {
      context.reader.fail(value, "an empty list finds nothing", "add at least one phrase");
      return nullptr;
    }
  } else {
    add(value);
  }
  if (!is_sound) return nullptr;
  return std::make_unique<Any>(std::move(phrases), std::move(inner));
}

}  // namespace

std::unique_ptr<Matcher> any_of_phrases(std::vector<MatcherInfo::Phrase> phrases) {
  return std::make_unique<Any>(std::move(phrases), std::vector<std::unique_ptr<Matcher>>{});
}

Operator any_operator() { return {"any", "one of these phrases or finds", false, read, a_find}; }

}  // namespace decant
