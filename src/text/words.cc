#include "text/words.h"

namespace decant {

int count_words(std::string_view folded) {
  int words = 0;
  bool is_in_word = false;
  for (char c : folded) {
    const bool is_word_byte = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                              static_cast<unsigned char>(c) >= 0x80;
    if (c == ' ') {
      is_in_word = false;
    } else if (is_word_byte && !is_in_word) {
      is_in_word = true;
      ++words;
    }
  }
  return words;
}

}  // namespace decant
