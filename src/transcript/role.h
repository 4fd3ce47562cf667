// Who is speaking. One table holds the words for it in all products we read.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace decant {

enum class Role : uint8_t { agent, customer, bot, system, supervisor, unknown };

inline constexpr int role_count = 6;

// "agent", "customer", …: the word in YAML, JSON and messages.
std::string_view name(Role role);

// The role of our own vocabulary with exactly this name.
std::optional<Role> role_named(std::string_view name);

// The role that a label such as "Agent", "CALLER", "Rep 2", "end_user" or "CSR" stands for, in any case; a
// trailing number and a name in brackets are ignored. nullopt if it is no role word (a person's name, "Speaker 1").
std::optional<Role> role_of_label(std::string_view label);

// A set of roles, as rules name them.
class RoleSet {
 public:
  constexpr RoleSet() = default;
  constexpr explicit RoleSet(uint8_t bits) : bits_(bits) {}
  constexpr void add(Role role) { bits_ = static_cast<uint8_t>(bits_ | 1u << int(role)); }
  constexpr bool has(Role role) const { return bits_ >> int(role) & 1; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr uint8_t bits() const { return bits_; }  // 1 << role for each
  friend constexpr RoleSet operator&(RoleSet a, RoleSet b) {
    return RoleSet(static_cast<uint8_t>(a.bits_ & b.bits_));
  }
  friend constexpr bool operator==(RoleSet, RoleSet) = default;

 private:
  uint8_t bits_ = 0;
};

constexpr RoleSet all_roles() { return RoleSet((1u << role_count) - 1); }

// Whoever speaks for the brand: agents, bots and supervisors.
constexpr RoleSet brand_roles() {
  RoleSet set;
  set.add(Role::agent);
  set.add(Role::bot);
  set.add(Role::supervisor);
  return set;
}

}  // namespace decant
