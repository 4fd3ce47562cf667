// All packs in force, checked and ready to judge with: the rules, the patterns they share, and which rules a pattern can
// wake. Const once made; shared by all threads.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "match/compiled_phrases.h"
#include "match/vocabulary.h"
#include "pattern/pattern_set.h"
#include "rule/check.h"
#include "rule/rule.h"
#include "yaml/node.h"

namespace decant {

struct PackSource {
  std::string article, author, section;
};

struct RulePack {
  std::string name;
  std::string version;
  std::string title;
  std::string language;
  std::string why;
  PackSource source;
  Place place;
  bool is_compiled_in = false;
  std::vector<Rule> rules;
};

struct RuleBook {
  std::vector<RulePack> packs;
  PatternSet patterns;
  // By pattern: indices in `rules` of the rules it can wake.
  std::vector<std::vector<uint32_t>> woken_by;
  std::vector<uint32_t> always_awake;  // rules that no pattern decides
  std::vector<const Rule*> rules;      // of all packs, in order
  uint64_t hash = 0;                   // of the packs' content

  RuleBook() = default;
  RuleBook(const RuleBook&) = delete;
  RuleBook& operator=(const RuleBook&) = delete;
};

// One pack's YAML, and how far to trust it.
struct PackFile {
  yaml::Tree tree;              // views: whoever made them keeps them alive as long as the book
  bool is_compiled_in = false;
  CompiledPhrases compiled = {};  // of a compiled-in pack
  std::vector<std::pair<uint32_t, PatternId>>* readings = nullptr;  // if wanted: the pattern of each phrase, by its node
};

// Makes the literal tables and the index of rules. `must_say` is what else asks for patterns of the brand's turns; may be null. REQUIRES:
// once, after everything that adds patterns, before any judging.
void build(RuleBook& book, const Matcher* must_say);

// Rules that are off, by index, will not be asked any more: what only they look for is looked for no longer. `must_say` as before.
// REQUIRES: built; no judging is under way.
void leave_out(RuleBook& book, const std::vector<bool>& is_off, const Matcher* must_say);

// Reads all packs at once, with all errors of all of them. `lexicon` holds the word lists common to all packs; its tree
// may be empty. `compiled_patterns` are those that the compiled-in packs refer to. The book is yet to be built. The trees and the
// compiled patterns outlive it. A user's pack replaces the compiled-in one with its name.
Result<std::unique_ptr<RuleBook>> read_rule_book(std::span<const PackFile> packs, const yaml::Tree& lexicon,
                                                 std::string_view compiled_patterns = {});

}  // namespace decant
