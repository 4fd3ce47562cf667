// Single words with their times: found again in the text of their turn, or put together to turns
// where a file holds nothing else.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "transcript/mapping_turns.h"

namespace decant {

// The words of a turn, each at its place in `text`; those that do not stand in it are left out.
std::vector<MappedWord> words_in_text(const Mapping& mapping, const Item& turn,
                                      std::string_view text);

// A word of a file that holds nothing but words.
struct SpokenWord {
  SourcedText text;
  std::string speaker;
  Role role = Role::unknown;
  std::optional<Time> start, end;
  float confidence = 1;
  bool is_glued = false;  // no space before it
};

// The turns that `words` make: what one speaker says in a row. A "mhm" of somebody else that falls
// between two words without a pause does not cut a sentence in two.
std::vector<MappedTurn> turns_of_words(std::vector<SpokenWord> words, const Mapping& mapping);

}  // namespace decant
