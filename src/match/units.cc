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

}  // namespace decant
