// Phrases whose reading was done when decant was built: for every phrase in a compiled-in pack the id of its pattern among the compiled
// ones (pattern/compiled_patterns.h), by the phrase's place in its pack's tree. They make a start quick; what they say is what
// reading would say.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "pattern/pattern_set.h"

namespace decant {

struct CompiledPhrase {
  uint32_t node = 0;  // index in the tree's records
  PatternId pattern = 0;
};

// Sorted by node; empty for packs that are read as they are.
using CompiledPhrases = std::span<const CompiledPhrase>;

inline const CompiledPhrase* find_compiled(CompiledPhrases phrases, uint32_t node) {
  const auto found = std::lower_bound(phrases.begin(), phrases.end(), node,
                                      [](const CompiledPhrase& phrase, uint32_t at) { return phrase.node < at; });
  return found != phrases.end() && found->node == node ? &*found : nullptr;
}

}  // namespace decant
