#include "lint/trace.h"

#include <algorithm>

#include "match/operators.h"
#include "match/sentence.h"

namespace decant {
namespace {

using Scopes = std::vector<Scope>;

// The operator's row, by the first word of what its matcher calls itself.
bool is_filter(std::string_view name) {
  const std::string_view first = name.substr(0, name.find_first_of(", "));
  return std::any_of(operators().begin(), operators().end(), [&](const Operator& op) { return op.is_filter && op.name == first; });
}

Scopes by_sentence(const Scene& scene, const Scopes& scopes) {
  Scopes out;
  for (const Scope& scope : scopes)
    for (uint32_t turn = scope.first; turn < scope.last; ++turn) {
      if (!scope.has_turn(scene.transcript, turn)) continue;
      for_each_sentence(scene.folded.lower, scene.folded.turns[turn], [&](Span sentence) {
        if (scope.within.contains(sentence)) out.push_back({scope.roles, turn, turn + 1, sentence});
      });
    }
  return out;
}

class Tracer {
 public:
  explicit Tracer(Bench& bench) : bench_(bench), scene_(bench.scene()) {}

  Trace trace(const MatcherInfo::Part& part, Scopes scopes) {
    if (!part.roles.empty())
      for (Scope& scope : scopes) scope.roles = part.roles;
    if (part.is_by_sentence) scopes = by_sentence(scene_, scopes);

    const MatcherInfo info = part.matcher->info();
    Trace out;
    out.label = part.label;
    out.name = info.name;
    out.is_filter = is_filter(info.name);
    for (const MatcherInfo::Phrase& phrase : info.phrases) add_phrase(phrase, scopes, out.phrases);
    for (const Hit& hit : hits_of(*part.matcher, scopes)) out.hits.push_back(sighting(hit, {}));
    for (const MatcherInfo::Part& inner : info.parts) out.parts.push_back(trace(inner, scopes));
    if (out.is_filter && !out.parts.empty()) add_dropped(out);
    return out;
  }

 private:
  Sighting sighting(const Hit& hit, std::string_view phrase) const { return {hit.turn, bench_.words(hit.span), phrase}; }

  std::vector<Hit> hits_of(const Matcher& matcher, const Scopes& scopes) const {
    std::vector<Hit> hits;
    for (const Scope& scope : scopes) matcher.find(scene_, scope, hits);
    return hits;
  }

  void add_phrase(const MatcherInfo::Phrase& phrase, const Scopes& scopes, std::vector<Sighting>& out) const {
    for (const Scope& scope : scopes)
      for (uint32_t turn : scene_.scan.turns(phrase.id)) {
        if (!scope.has_turn(scene_.transcript, turn)) continue;
        for (Span span : scene_.scan.find(phrase.id, turn))
          if (scope.within.contains(span)) out.push_back(sighting({turn, span}, phrase.text));
      }
  }

  static void add_dropped(Trace& filter) {
    for (const Sighting& hit : filter.parts[0].hits) {
      const bool is_kept = std::any_of(filter.hits.begin(), filter.hits.end(), [&](const Sighting& kept) {
        return kept.turn == hit.turn && kept.words == hit.words;
      });
      if (!is_kept) filter.dropped.push_back({hit, nearest_other(filter, hit)});
    }
  }

  // Of what the filter's other parts found in the turn, the closest to the hit; of those that overlap it, the longest.
  static std::optional<Sighting> nearest_other(const Trace& filter, const Sighting& hit) {
    std::optional<Sighting> best;
    const auto rank = [&](const Sighting& other) {
      const uint32_t distance = other.words.begin >= hit.words.end   ? other.words.begin - hit.words.end + 1
                                : hit.words.begin >= other.words.end ? hit.words.begin - other.words.end + 1
                                                                     : 0;
      return std::pair(distance, distance ? 0 : UINT32_MAX - other.words.size());
    };
    const auto consider = [&](const Sighting& other) {
      if (other.turn == hit.turn && (!best || rank(other) < rank(*best))) best = other;
    };
    for (std::size_t i = 1; i < filter.parts.size(); ++i) {
      for (const Sighting& other : filter.parts[i].phrases) consider(other);
      for (const Sighting& other : filter.parts[i].hits) consider(other);
    }
    return best;
  }

  Bench& bench_;
  const Scene scene_;
};

}  // namespace

bool Trace::is_silent() const {
  return hits.empty() && phrases.empty() && std::ranges::all_of(parts, &Trace::is_silent);
}

std::vector<Trace> trace(const Rule& rule, Bench& bench) {
  std::vector<Trace> out;
  Tracer tracer(bench);
  for (const MatcherInfo::Part& part : rule.logic->check->parts()) {
    out.push_back(tracer.trace(part, {bench.scope(rule)}));
  }
  if (rule.logic->soften) {
    Scope scope = bench.scope(rule);
    scope.roles = brand_roles();
    out.push_back(tracer.trace({"softened by", rule.logic->soften->find.get()}, {scope}));
  }
  return out;
}

}  // namespace decant
