// What of a pack its examples exercise: which phrases, which alternatives of a phrase, which entries of word lists. What no
// example shows is a guess about how people speak.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/bench.h"
#include "rule/pack_texts.h"

namespace decant {

struct Covered {
  std::size_t all = 0;
  std::vector<std::string> missed;  // as written

  void add(std::string written, bool is_hit);
};

struct PhraseCoverage {
  std::string_view phrase;
  Covered alternatives;  // of its own ( | ) and [ ]; only if it was hit at all
};

struct RuleCoverage {
  const Rule* rule = nullptr;
  Covered phrases;    // what must be said: by examples that fire
  Covered filters;    // what lets it off: by any example
  std::vector<PhraseCoverage> partly;  // phrases that were hit, but not with all their alternatives
};

struct ListCoverage {
  std::string name;
  Covered entries;
};

struct PackCoverage {
  std::vector<RuleCoverage> rules;
  std::vector<ListCoverage> lists;  // the pack's own
};

// An alternative counts as exercised when its words are in what its phrase found in some example.
PackCoverage coverage(const RulePack& pack, const PackTexts& texts, Bench& bench);

}  // namespace decant
