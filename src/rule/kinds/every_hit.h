// What forbid and praise share: every hit of `find` counts, and what it counts as is the kind's own matter.
#pragma once

#include <array>
#include <memory>

#include "rule/kinds.h"

namespace decant {

// The rule's `find`, inside its `window` if it has one.
std::unique_ptr<Matcher> read_rule_find(const yaml::Node& rule, FindContext& context);

std::unique_ptr<Check> read_every_hit(const yaml::Node& rule, FindContext& context);

// `inner` inside the rule's `window`, if it has one; nullptr if either is wrong.
std::unique_ptr<Matcher> read_rule_window(const yaml::Node& rule, std::unique_ptr<Matcher> inner, FindContext& context);

inline constexpr yaml::Key window_key = {"window", "only the start or the end of the conversation", yaml::ref("window")};
inline constexpr std::array<yaml::Key, 2> every_hit_keys = {{
    {"find", "what is looked for", a_find, yaml::Need::required},
    window_key,
}};

}  // namespace decant
