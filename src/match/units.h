// The turns an operator must walk itself, because it looks at sentences or whole turns and not at single hits.
#pragma once

#include <vector>

#include "match/matcher.h"

namespace decant {

// The turns of the scope in which one of `triggers` can match, ascending; all of them if the triggers do not decide.
std::vector<uint32_t> turns_to_look_at(const Scene& scene, const Scope& scope, const std::vector<PatternId>& triggers,
                                       bool is_decidable);

}  // namespace decant
