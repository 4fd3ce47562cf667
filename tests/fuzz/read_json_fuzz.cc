// The JSON readers take any bytes: the first one chooses the format, the rest is the file. What they hand out must hold
// together, in UTF-8 and with every place inside the file.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "json/document.h"
#include "text/unicode.h"
#include "transcript/formats.h"

namespace {

void fail(const char* what) {
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

void check(const decant::Transcript& transcript) {
  uint32_t at = 0;
  for (const decant::Turn& turn : transcript.turns) {
    if (turn.text.begin != at || turn.text.end < at || turn.text.end >= transcript.words.size()) fail("turns overlap");
    if (transcript.words[turn.text.end] != '\n') fail("a turn has no end");
    const decant::Span source = transcript.source.original(turn.text);
    if (source.begin > source.end || source.end > transcript.bytes.size()) fail("a place outside of the file");
    at = turn.text.end + 1;
  }
  if (at != transcript.words.size()) fail("words without a turn");
  uint32_t last = 0;
  for (const decant::WordTime& word : transcript.word_times) {
    if (word.at < last || word.at >= transcript.words.size()) fail("word times out of order");
    last = word.at;
  }
  std::string words = transcript.words;
  std::size_t size = words.size();
  if (decant::repair_utf8(words, size) > 0) fail("words that are no UTF-8");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::string_view names[] = {"json", "jsonl", "turns"};
  std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  size = bytes.size();
  bytes.resize(size + decant::block_padding);
  // As the files are when they come to a reader.
  size += 2 * decant::repair_utf8(bytes, size);
  bytes.resize(size + decant::block_padding, '\0');
  decant::Block block;
  block.path = "folder/speakers.json";
  block.bytes = std::string_view(bytes).substr(0, size);
  // The file lies beside itself, so that lists of people are fuzzed as well.
  block.neighbours = [&](std::string_view) { return std::vector<std::string>{std::string(block.bytes)}; };
  decant::Sink sink;
  sink.transcript = [](decant::Transcript&& transcript) { check(transcript); };
  sink.error = [](decant::Error&& error) {
    if (error.what.empty()) fail("an error without words");
  };
  sink.companion = [](std::string_view) {};
  decant::recognise_format(block.bytes, true);
  decant::format_named(names[data[0] % std::size(names)])->read(block, sink);
  return 0;
}
