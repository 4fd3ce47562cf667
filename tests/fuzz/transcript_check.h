// What readers hand out must hold together, in UTF-8 and with every place inside the file.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "text/unicode.h"
#include "transcript/transcript.h"

namespace decant {

inline void fail(const char* what) {
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

inline void check(const Transcript& transcript) {
  uint32_t at = 0;
  for (const Turn& turn : transcript.turns) {
    if (turn.text.begin != at || turn.text.end < at || turn.text.end >= transcript.words.size()) fail("turns overlap");
    if (transcript.words[turn.text.end] != '\n') fail("a turn has no end");
    const Span source = transcript.source.original(turn.text);
    if (source.begin > source.end || source.end > transcript.bytes.size()) fail("a place outside of the file");
    at = turn.text.end + 1;
  }
  if (at != transcript.words.size()) fail("words without a turn");
  uint32_t last = 0;
  for (const WordTime& word : transcript.word_times) {
    if (word.at < last || word.at >= transcript.words.size()) fail("word times out of order");
    last = word.at;
  }
  std::string words = transcript.words;
  std::size_t size = words.size();
  if (repair_utf8(words, size) > 0) fail("words that are no UTF-8");
}

}  // namespace decant
