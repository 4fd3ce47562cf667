// All rules in force as data: a table for people and grep, and JSON for programs.
#pragma once

#include <string>

#include "rule/rule_book.h"

namespace decant {

// A line a rule, in columns. `columns`: how wide a line may be; 0: as wide as it comes, for pipes.
void write_rule_table(const RuleBook& book, int columns, std::string& out);

// One document.
void write_rules_json(const RuleBook& book, const std::string& pack_hash, std::string& out);

}  // namespace decant
