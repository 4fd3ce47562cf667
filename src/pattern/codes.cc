#include "pattern/codes.h"

#include <cstddef>

namespace decant {

void encode(std::string_view text, uint8_t* __restrict codes) {
  // Blocks of a fixed length, because only those become vector instructions at -O2.
  constexpr std::size_t block = 64;
  const char* __restrict bytes = text.data();
  std::size_t at = 0;
  for (; at + block <= text.size(); at += block) {
    for (std::size_t i = 0; i < block; ++i) codes[at + i] = code_of(bytes[at + i]);
  }
  for (; at < text.size(); ++at) codes[at] = code_of(bytes[at]);
}

}  // namespace decant
