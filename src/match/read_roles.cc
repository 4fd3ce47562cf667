#include "match/read_roles.h"

#include <array>
#include <span>

namespace decant {

namespace {

// The customer last, so that those before are what a rule about the brand may name.
constexpr std::array<std::string_view, 5> nameable = {"agent", "bot", "supervisor", "system", "customer"};

}  // namespace

yaml::Shape roles_shape() { return yaml::choices(nameable); }
yaml::Shape roles_of_the_brand_shape() { return yaml::choices(std::span(nameable).first(4)); }

std::optional<RoleSet> read_roles(const yaml::Node& node, yaml::Reader& reader) {
  if (node.is_scalar() && node.text() == name(Role::agent)) return brand_roles();
  RoleSet roles;
  for (const yaml::Node& role : reader.texts(node, "role")) {
    if (role.text() == name(Role::unknown))
      reader.fail(role, "no rule may speak of unknown speakers", "nobody knows whose words they are");
    else if (const auto i = reader.choice(role, "role", nameable))
      roles.add(*role_named(nameable[*i]));
  }
  return roles.empty() ? std::nullopt : std::optional(roles);
}

}  // namespace decant
