// Which rules somebody means: "cant-vocabulary", "cant-vocabulary/flat-refusal", "flat-refusal", "policy-citing/*", "*".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rule/rule_book.h"

namespace decant {

// A "*" at the end stands for any ending.
bool selects(std::string_view selector, const Rule& rule);

// What is wrong with a selector that selects no rule of the book, with what may have been meant; nullopt: it selects one.
struct SelectorFault {
  std::string what, hint;
};
std::optional<SelectorFault> fault_of(std::string_view selector, const RuleBook& book);

}  // namespace decant
