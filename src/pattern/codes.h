// The small alphabet in which literals are looked for. 1 … 26 are letters in any case, digit is every digit, underscore
// itself, and gap every other byte: space, punctuation, bytes beyond ASCII. What RE2 calls a word character is thus what
// is not a gap, and the boundary \b beside a letter is a gap on its other side.
//
// In a literal a gap stands for a run of one or more of them, so that "we can", "we - can" and "we, can" are the
// same literal; at a literal's end it is the boundary of its word.
#pragma once

#include <cstdint>
#include <string_view>

namespace decant {

inline constexpr uint8_t code_gap = 0;
inline constexpr uint8_t code_digit = 27;
inline constexpr uint8_t code_underscore = 28;
inline constexpr int code_count = 29;

constexpr uint8_t code_of(char byte) {
  const uint8_t raw = static_cast<uint8_t>(byte);
  const uint8_t letter = static_cast<uint8_t>((raw | 32) - 96);
  uint8_t code = static_cast<uint8_t>(letter - 1) < 26 ? letter : code_gap;
  code = static_cast<uint8_t>(raw - '0') < 10 ? code_digit : code;
  return raw == '_' ? code_underscore : code;
}

// For people: letters in lower case, '#' for a digit, a space for a gap.
constexpr char letter_of(uint8_t code) {
  if (code == code_gap) return ' ';
  if (code == code_digit) return '#';
  return code == code_underscore ? '_' : static_cast<char>('a' + code - 1);
}

// REQUIRES: room for text.size() codes.
void encode(std::string_view text, uint8_t* codes);

}  // namespace decant
