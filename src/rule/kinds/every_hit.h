// What forbid and praise share: every hit of `find` counts, and what it counts as is the kind's own matter.
#pragma once

#include <memory>

#include "rule/kinds.h"

namespace decant {

// The rule's `find`, inside its `window` if it has one.
std::unique_ptr<Matcher> read_rule_find(const yaml::Node& rule, FindContext& context);

std::unique_ptr<Check> read_every_hit(const yaml::Node& rule, FindContext& context);

}  // namespace decant
