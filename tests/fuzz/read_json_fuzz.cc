// The JSON readers take any bytes: the first one chooses the format, the rest is the file.
#include <cstdint>
#include <iterator>
#include <string_view>

#include "fuzz/transcript_check.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::string_view names[] = {"json", "jsonl", "turns"};
  decant::check_reading({reinterpret_cast<const char*>(data + 1), size - 1}, names[data[0] % std::size(names)],
                        "folder/speakers.json");
  return 0;
}
