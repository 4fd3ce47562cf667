#include "text/words.h"

#include "text/token.h"
#include "text/unicode.h"

namespace decant {

int count_words(std::string_view folded) {
  int words = 0;
  bool is_in_word = false;
  for (std::size_t at = 0; at < folded.size();) {
    const char c = folded[at];
    const bool is_ascii = static_cast<unsigned char>(c) < 0x80;
    const Character character = is_ascii ? Character{static_cast<char32_t>(c), 1} : character_at(folded, at);
    at += character.size;
    if (c == ' ') {
      is_in_word = false;
    } else if (!is_in_word && (is_ascii ? is_word_byte(c) : is_letter_or_digit(character.code))) {
      is_in_word = true;
      ++words;
    }
  }
  return words;
}

}  // namespace decant
