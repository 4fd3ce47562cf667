// A pack's YAML → rules, strictly: every mistake at its place, all of them at once.
#pragma once

#include "match/vocabulary.h"
#include "rule/rule_book.h"
#include "yaml/reader.h"

namespace decant {

// Errors go to `reader`; what could be read is returned all the same, and must not be used if there were errors. Patterns are added to `patterns`.
RulePack read_pack(const PackFile& file, const Vocabulary& lexicon, PatternSet& patterns, yaml::Reader& reader);

}  // namespace decant
