#include "transcript/formats/word_times.h"

#include "transcript/formats/fields.h"

namespace decant {
namespace {

constexpr std::size_t widest_gap =
    64;  // bytes between two words of the list that the text may have in between

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::size_t find_word(std::string_view text, std::string_view word, std::size_t at) {
  if (word.empty()) return std::string_view::npos;
  for (std::size_t i = at; i + word.size() <= text.size() && i <= at + widest_gap; ++i) {
    if (i > at && is_word_byte(text[i - 1]) && is_word_byte(word[0])) continue;
    if (equals_in_any_case(text.substr(i, word.size()), word)) return i;
  }
  return std::string_view::npos;
}

float confidence_of(json::Value value) {
  const double number = value.number().value_or(1);
  return number >= 0 && number <= 1 ? static_cast<float>(number) : 1;
}

}  // namespace decant
