// The `role:` value of rules and operators.
#pragma once

#include <optional>

#include "transcript/role.h"
#include "yaml/reader.h"

namespace decant {

// "agent" alone is whoever speaks for the brand; a list names roles exactly. nullopt with an error if it is wrong.
std::optional<RoleSet> read_roles(const yaml::Node& node, yaml::Reader& reader);
yaml::Shape roles_shape();
yaml::Shape roles_of_the_brand_shape();  // for rules that cannot speak of customers

}  // namespace decant
