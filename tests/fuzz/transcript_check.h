// What readers hand out must hold together, in UTF-8 and with every place inside the file.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "text/unicode.h"
#include "transcript/formats.h"
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

// Reads `given` as the format of that name, and checks what comes of it.
inline void check_reading(std::string_view given, std::string_view name, std::string_view path = "file") {
  std::string bytes(given);
  std::size_t size = bytes.size();
  bytes.resize(size + block_padding);
  // As the files are when they come to a reader.
  size += 2 * repair_utf8(bytes, size);
  bytes.resize(size + block_padding, '\0');
  Block block;
  block.path = path;
  block.bytes = std::string_view(bytes).substr(0, size);
  // The file lies beside itself, so that lists of people are fuzzed as well.
  block.neighbours = [&](std::string_view) { return std::vector<std::string>{std::string(block.bytes)}; };
  Sink sink;
  sink.companion = [](std::string_view) {};
  sink.transcript = [](Transcript&& transcript) { check(transcript); };
  sink.error = [](Error&& error) {
    if (error.what.empty()) fail("an error without words");
  };
  recognise_format(block.bytes, true);
  const Format* const format = format_named(name);
  if (format->cut && format->cut(block.bytes) > block.bytes.size()) fail("cut behind the end");
  format->read(block, sink);
}

}  // namespace decant
