// One character at a time: the few questions decant asks of Unicode, answered by utf8proc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace decant {

struct Character {
  char32_t code = 0;
  uint32_t size = 1;  // bytes of UTF-8
};

// The character at `at`. A byte that starts no valid character counts as U+FFFD of size 1.
// REQUIRES: at < text.size().
Character character_at(std::string_view text, std::size_t at);

bool is_space(char32_t code);          // every kind of white space, line ends too
bool is_invisible(char32_t code);      // zero-width characters, soft hyphens, byte-order marks
bool is_combining_mark(char32_t code);
bool is_letter_or_digit(char32_t code);  // letters, marks and numbers of any script

void append_utf8(char32_t code, std::string& out);
// Lower case where it takes as many bytes as `code` itself; otherwise `code`.
char32_t lower_of_equal_size(char32_t code);

// Compatibility form, composed (NFKC), of one character and the marks that follow it.
std::string compatibility_form(std::string_view cluster);

// Makes the first `size` bytes valid UTF-8: each byte that belongs to no character becomes U+FFFD, which takes two bytes more
// than it. What stands behind them moves along. Returns how many.
uint64_t repair_utf8(std::string& bytes, std::size_t size);

}  // namespace decant
