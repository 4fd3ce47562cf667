// The readers of typed and tabular formats take any bytes: the first one chooses the format, the rest is the file.
#include <cstdint>
#include <string>

#include "fuzz/transcript_check.h"
#include "text/unicode.h"
#include "transcript/formats.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::string_view names[] = {"text", "vtt", "srt", "csv", "script", "replies", "list"};
  std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  size = bytes.size();
  bytes.resize(size + decant::block_padding);
  size += 2 * decant::repair_utf8(bytes, size);
  bytes.resize(size + decant::block_padding, '\0');
  decant::Block block;
  block.path = "file";
  block.bytes = std::string_view(bytes).substr(0, size);
  decant::Sink sink;
  sink.transcript = [](decant::Transcript&& transcript) { decant::check(transcript); };
  sink.error = [](decant::Error&& error) {
    if (error.what.empty()) decant::fail("an error without words");
  };
  decant::recognise_format(block.bytes, true);
  decant::format_named(names[data[0] % std::size(names)])->read(block, sink);
  return 0;
}
