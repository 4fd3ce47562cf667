#include "match/units.h"

#include <algorithm>

namespace decant {

std::vector<uint32_t> turns_to_look_at(const Scene& scene, const Scope& scope, const std::vector<PatternId>& triggers,
                                       bool is_decidable) {
  std::vector<uint32_t> turns;
  if (is_decidable) {
    for (PatternId id : triggers)
      for (uint32_t turn : scene.scan.turns(id))
        if (scope.has_turn(scene.transcript, turn)) turns.push_back(turn);
    std::sort(turns.begin(), turns.end());
    turns.erase(std::unique(turns.begin(), turns.end()), turns.end());
  } else {
    for (uint32_t turn = scope.first; turn < scope.last; ++turn)
      if (scope.has_turn(scene.transcript, turn)) turns.push_back(turn);
  }
  return turns;
}

Scope scope_around(const std::vector<Hit>& hits, std::size_t first, const Scope& scope, bool stays_in_turn) {
  Scope out = scope;
  if (!stays_in_turn) return out;
  out.first = hits[first].turn;
  out.last = hits.back().turn + 1;
  return out;
}

bool may_hit(const Scene& scene, uint32_t turn, const std::vector<PatternId>& triggers, bool is_decidable) {
  return !is_decidable || std::any_of(triggers.begin(), triggers.end(), [&](PatternId id) { return scene.scan.may_match(id, turn); });
}

}  // namespace decant
