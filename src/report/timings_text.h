// How long each rule took.
#pragma once

#include <span>
#include <string>

#include "lint/judge.h"
#include "rule/rule_book.h"

namespace decant {

// A line for each rule that was looked at, the slowest first. Matching that several rules share is counted for the first
// of them that asks.
std::string timings_text(const RuleBook& book, std::span<const RuleTime> times);

}  // namespace decant
