// The YAML that is compiled into the binary: the packs, the lexicon and the default scorecard, as static trees. The tables are
// written by the build from rules/ (embed.cc), after a strict check.
#pragma once

#include <span>
#include <string_view>

#include "rule/rule_book.h"

namespace decant {

std::span<const PackFile> builtin_packs();  // by file name
CompiledTables builtin_tables();             // which they refer to
const yaml::Tree& builtin_lexicon();
const yaml::Tree& builtin_scorecard();

}  // namespace decant
