// The turns an operator must walk itself, because it looks at sentences or whole turns and not at single hits.
#pragma once

#include <vector>

#include "match/matcher.h"

namespace decant {

// The turns of the scope in which one of `triggers` can match, ascending; all of them if the triggers do not decide.
std::vector<uint32_t> turns_to_look_at(const Scene& scene, const Scope& scope, const std::vector<PatternId>& triggers,
                                       bool is_decidable);

// Where a second matcher must be asked that matters only beside the hits from `first` on, which are ordered by turn: from the first of
// their turns to the last if what it finds stays in a turn (Matcher::stays_in_turn). REQUIRES: there is a hit.
Scope scope_around(const std::vector<Hit>& hits, std::size_t first, const Scope& scope, bool stays_in_turn);

// Whether a matcher with these triggers can hit in the turn at all.
bool may_hit(const Scene& scene, uint32_t turn, const std::vector<PatternId>& triggers, bool is_decidable);

}  // namespace decant
