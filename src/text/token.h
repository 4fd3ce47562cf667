// What a run without white space is: a link, a mention, a filler, a signature … or a word. Tokens are in plain spelling.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"

namespace decant {

// A byte of a word: an ASCII letter or digit, or part of a character beyond ASCII.
inline bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// The letters of a token with no punctuation around them, in lower case (ASCII only).
std::string bare(std::string_view token);

// The part of a token that is a web or mail address, punctuation around it left out.
std::optional<Span> find_link(std::string_view token);

// "@somebody" or "#topic" (`sign`) at the front of a token; a number after '#' is an order, not a topic.
std::optional<Span> find_handle(std::string_view token, char sign);

bool is_filler(std::string_view token);         // "um", "erm,"
bool may_stand_twice(std::string_view word);    // "no", "very": said twice and meant; `word` is bare
bool is_ellipsis(std::string_view token);       // "..." on its own: a pause, no word
bool is_counter(std::string_view token);        // "1/2", "(2/2)"
bool is_bullet(std::string_view token);         // "-", "*", "1." where a list item starts
bool is_heading(std::string_view token);        // "#", "##"

// "^SG", "*TAC", "/JM", "-Becky": how agents sign on social channels. `before` is the token in front.
bool is_signature(std::string_view token, std::string_view before);

}  // namespace decant
