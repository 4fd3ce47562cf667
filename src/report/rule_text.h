// Rules for people: lists of packs, and one rule with its source, how it is read and what it says on its examples.
#pragma once

#include <string>

#include "report/passage.h"
#include "rule/pack_texts.h"
#include "rule/rule_book.h"

namespace decant {

// Every pack with its rules, a line or two each.
void write_pack_list(const RuleBook& book, const Sheet& sheet, std::string& out);

// One pack: where it comes from, why, its rules.
void write_pack(const RulePack& pack, const Sheet& sheet, std::string& out);

// Everything there is to know about a rule.
void write_rule(const Rule& rule, const RulePack& pack, const PackTexts& texts, const Sheet& sheet, std::string& out);

// A label in the gutter and a text beside it.
void write_entry(std::string_view label, const Passage& text, const Sheet& sheet, std::string& out);

// "5 Scary Mistakes, by Brian Cantor, section 1"; empty if the pack names none.
std::string to_string(const PackSource& source);

// "6 points a hit, at most 12"
std::string points_of(const Rule& rule);

}  // namespace decant
