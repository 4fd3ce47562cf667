// What forbid and praise share: every hit of `find` counts, and what it counts as is the kind's own matter.
#pragma once

#include <memory>

#include "rule/kinds.h"

namespace decant {

std::unique_ptr<Check> read_every_hit(const yaml::Node& rule, FindContext& context);

}  // namespace decant
