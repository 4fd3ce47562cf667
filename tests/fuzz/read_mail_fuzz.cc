// The mail readers take any bytes: the first one chooses between one mail and many.
#include <cstdint>

#include "fuzz/transcript_check.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  decant::check_reading({reinterpret_cast<const char*>(data + 1), size - 1}, data[0] % 2 == 0 ? "mail" : "mbox");
  return 0;
}
