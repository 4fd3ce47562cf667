#include "rule/rule.h"

#include <array>

#include "rule/check.h"

namespace decant {
namespace {

template <typename T, std::size_t N>
std::optional<T> named(std::string_view word, const std::array<std::string_view, N>& names) {
  for (std::size_t i = 0; i < N; ++i)
    if (names[i] == word) return static_cast<T>(i);
  return std::nullopt;
}

}  // namespace

RuleLogic::RuleLogic() = default;
RuleLogic::RuleLogic(RuleLogic&&) noexcept = default;
RuleLogic::~RuleLogic() = default;

Rule::Rule() = default;
Rule::Rule(Rule&&) noexcept = default;
Rule& Rule::operator=(Rule&&) noexcept = default;
Rule::~Rule() = default;

std::string_view name(Severity severity) { return severity_names[static_cast<std::size_t>(severity)]; }
std::optional<Severity> severity_named(std::string_view word) { return named<Severity>(word, severity_names); }

std::string_view name(Impact impact) { return impact_names[static_cast<std::size_t>(impact)]; }
std::string_view name(Owner owner) { return owner_names[static_cast<std::size_t>(owner)]; }

std::string_view name(FindingType type) {
  switch (type) {
    case FindingType::fault: return "fault";
    case FindingType::credit: return "credit";
    case FindingType::note: return "note";
  }
  return "";
}

}  // namespace decant
