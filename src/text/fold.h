// Folding: the text that patterns see, and the way back to the text that people wrote.
//
// Spelling accidents go (curly quotes, width forms, no-break spaces, Markdown emphasis, fillers, stutters,
// signatures), and what holds trigger words without saying them (links, mentions) becomes one private
// byte. Two buffers of equal length come out: `cased` for raw regexes, `lower` for phrases. In `lower` an
// apostrophe inside a word is '_', a word character for RE2's ASCII \b, so that "can" is not found in "can't".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/span_map.h"

namespace decant {

// Private bytes that stand for something masked. No folded text contains them otherwise.
inline constexpr char masked_link = '\x01';     // a web or mail address
inline constexpr char masked_mention = '\x02';  // @somebody
inline constexpr char masked_tag = '\x03';      // #something
inline constexpr char paragraph_break = '\x04';  // an empty line, or the start of a list item

struct FoldedText {
  std::string cased;
  std::string lower;        // same length as `cased`
  std::vector<Span> turns;  // in both; between two turns stands one '\n'
  std::vector<bool> has_foreign_letters;  // per turn: letters that ASCII \b does not know
  SpanMap map;              // folded → the unfolded text that was given

  void clear();
};

// Folds one more turn and adds it to `out`. `text` is valid UTF-8 and starts at `offset` of the unfolded text.
void fold(std::string_view text, uint32_t offset, FoldedText& out);

}  // namespace decant
