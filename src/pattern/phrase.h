// The phrase notation: words as an analyst writes them, read into a tree and rendered as a regex.
//
//   plain words        whole words in any case, over any white space, spelling-wise (spelling.h)
//   word*              any ending             (a|b c)   one of these
//   [word] [a|b]       may be missing         _         exactly one word
//   ...  ...{7}        up to four (seven) words, inside one sentence
//   {name}             a word list            \(        the character itself
//
// Something glued to a word without a space continues it, and is read as the whole words: "cancel(led|ing)", "you('ll| will)".
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pattern/pattern_set.h"

namespace decant {

struct PhraseNode {
  enum class Kind : uint8_t { word, stem, any_word, gap, choice, optional, list, sequence };
  Kind kind = Kind::sequence;
  std::string text;                  // word, stem: as written, plain spelling, lower case; list: its name
  int most = 0;                      // gap: words at most
  bool is_glued = false;             // no space before it
  bool is_apart = false;             // an alternative with a space before it
  std::vector<PhraseNode> children;  // choice, optional: alternatives; sequence: items
  uint32_t at = 0;                   // byte offset in what was written
};

struct PhraseFault {
  std::string what;
  std::string hint;
  uint32_t at = 0;
};

std::variant<PhraseNode, PhraseFault> parse_phrase(std::string_view text);

// The names of the word lists a phrase uses, with their offsets.
void lists_used(const PhraseNode& phrase, std::vector<const PhraseNode*>& lists);

// The phrases of a word list. REQUIRES: non-null for every list that the phrase uses, and no cycles.
using ListLookup = std::function<const std::vector<PhraseNode>*(std::string_view name)>;

// The phrase as a pattern over FoldedText::lower; or why it can be none (nothing but optional parts, a gap at an end).
std::variant<PatternSpec, PhraseFault> render_phrase(const PhraseNode& phrase, const ListLookup& lists);

}  // namespace decant
