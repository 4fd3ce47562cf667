// A rule as judged: what a pack's entry becomes once it is read and checked. Const after that, shared by all threads.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/later.h"
#include "base/points.h"
#include "match/condition.h"
#include "match/matcher.h"
#include "transcript/role.h"

namespace decant {

class Check;

enum class Severity : uint8_t { advice, warning, error, critical };
inline constexpr int severity_count = 4;
inline constexpr std::array<std::string_view, severity_count> severity_names = {"advice", "warning", "error", "critical"};
std::string_view name(Severity severity);
std::optional<Severity> severity_named(std::string_view name);

enum class Impact : uint8_t { customer, business, compliance };
inline constexpr int impact_count = 3;
inline constexpr std::array<std::string_view, impact_count> impact_names = {"customer", "business", "compliance"};
std::string_view name(Impact impact);

enum class Owner : uint8_t { agent, process, company };
inline constexpr std::array<std::string_view, 3> owner_names = {"agent", "process", "company"};
std::string_view name(Owner owner);

// What a finding is: a fault costs, a credit repairs, a note is evidence only.
enum class FindingType : uint8_t { fault, credit, note };
std::string_view name(FindingType type);

// A fault counts for less when the same or one of the next turns of the same side holds something that makes it good.
struct Soften {
  std::unique_ptr<Matcher> find;
  int within_turns = 0;  // further turns of the brand to look at; 0: the same turn only
  int percent = 0;       // how much is taken off, 0 … 100
};

struct Example {
  std::string text;  // one turn, or "Role: …" lines
  Place place;
  std::optional<int> times = {};  // how often the rule must find something in it; none: once or more
  std::vector<std::string> but = {};  // quiet: rules, "pack/rule-id" or whole packs, that may find something in it
};

// What a rule looks for.
struct RuleLogic {
  RuleLogic();
  RuleLogic(RuleLogic&&) noexcept;
  ~RuleLogic();

  std::unique_ptr<Check> check;  // not null
  std::optional<Soften> soften;
};

struct RuleExamples {
  std::vector<Example> fires, quiet;
};

struct Rule {
  Rule();
  Rule(Rule&&) noexcept;
  Rule& operator=(Rule&&) noexcept;
  ~Rule();

  std::string name;  // "pack/rule-id"
  std::string pack;
  Place place;
  std::string kind;
  std::string message;
  std::string why;
  FindingType type = FindingType::fault;
  Severity severity = Severity::warning;
  Impact impact = Impact::customer;
  Owner owner = Owner::agent;
  Points points;
  std::optional<Points> cap;  // most that the rule can cost in one transcript; none: no bound but its section's weight
  RoleSet roles = brand_roles();
  std::vector<std::string> channels;  // empty: all
  std::optional<MetadataCondition> when;      // on what is known of the conversation; elsewhere the rule is n/a
  bool is_trial = false;              // runs, but costs no points and fails no run
  std::vector<std::string> say_instead;
  // Of a compiled-in rule made when it is first woken, or shown: few rules are by any one conversation.
  Later<RuleLogic> logic;
  Later<RuleExamples> examples;
};

}  // namespace decant
