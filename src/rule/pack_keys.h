// The keys of a pack, and those that every rule takes, whatever its kind.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "yaml/shape.h"

namespace decant {

std::span<const yaml::Key> pack_keys();
std::span<const yaml::Key> common_rule_keys();
std::span<const yaml::Key> source_keys();
std::span<const yaml::Key> soften_keys();
std::span<const yaml::Key> soften_within_keys();
std::span<const yaml::Key> example_keys();
std::span<const yaml::Key> must_fire_keys();
std::span<const yaml::Key> must_be_quiet_keys();

inline constexpr std::array<std::string_view, 5> channel_names = {"call", "chat", "email", "social", "script"};
inline constexpr std::array<std::string_view, 2> confidences = {"full", "trial"};

}  // namespace decant
