#include "text/words.h"

#include "text/unicode.h"

namespace decant {

int count_words(std::string_view folded) {
  int words = 0;
  bool is_in_word = false;
  for (std::size_t at = 0; at < folded.size();) {
    const Character character = character_at(folded, at);
    if (character.code == ' ') {
      is_in_word = false;
    } else if (!is_in_word && is_letter_or_digit(character.code)) {
      is_in_word = true;
      ++words;
    }
    at += character.size;
  }
  return words;
}

}  // namespace decant
