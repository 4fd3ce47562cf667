// The JSON readers take any bytes: the first one chooses the format, the rest is the file.
#include <cstdint>
#include <string>

#include "json/document.h"
#include "fuzz/transcript_check.h"
#include "text/unicode.h"
#include "transcript/formats.h"

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
  sink.transcript = [](decant::Transcript&& transcript) { decant::check(transcript); };
  sink.error = [](decant::Error&& error) {
    if (error.what.empty()) decant::fail("an error without words");
  };
  sink.companion = [](std::string_view) {};
  decant::recognise_format(block.bytes, true);
  decant::format_named(names[data[0] % std::size(names)])->read(block, sink);
  return 0;
}
