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
#include "rule/wakes.h"
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
  std::vector<const Rule*> rules;      // of all packs, in order
  uint64_t hash = 0;                   // of the packs' content

  // Which rules are woken, in two parts, as there are two sorts of patterns: those that the compiled-in rules ask for, and the others.
  struct Part {
    Wakes wakes;
    std::vector<uint32_t> rules = {};  // where those that `wakes` speaks of stand in the book, or `replaced`
  };
  static constexpr uint32_t replaced = UINT32_MAX;
  Part compiled, added;

  // Makes `awake` the rules that have to be asked about a conversation with these candidates, ascending.
  void wake(std::span<const PatternId> candidates, std::vector<uint32_t>& awake) const;

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

// What compiled-in packs refer to, as bytes: their patterns and what these wake (PatternSet::compiled(), Wakes::store()). Both empty: there
// are no such packs.
struct CompiledTables {
  std::string_view patterns, wakes;
};

// Makes the literal tables and the index of rules. `must_say` is what else asks for patterns of the brand's turns; may be null. REQUIRES:
// once, after everything that adds patterns, before any judging.
void build(RuleBook& book, const Matcher* must_say);

// Rules that are off, by index, will not be asked any more: what only they look for is looked for no longer. `must_say` as before.
// REQUIRES: built; no judging is under way.
void leave_out(RuleBook& book, const std::vector<bool>& is_off, const Matcher* must_say);

// Reads all packs at once, with all errors of all of them. `lexicon` holds the word lists common to all packs; its tree
// may be empty. `compiled` are all compiled-in packs' tables. The book is yet to be built. The packs, their trees and the
// tables outlive it. A user's pack replaces the compiled-in one with its name.
Result<std::unique_ptr<RuleBook>> read_rule_book(std::span<const PackFile> packs, const yaml::Tree& lexicon,
                                                 const CompiledTables& compiled = {});

}  // namespace decant
