// Single words with their times: where each stands in the text of its turn, and how sure speech
// recognition was of it.
#pragma once

#include <cstdint>
#include <string_view>

#include "json/document.h"

namespace decant {

// The first place of `word` in `text` from `at` on, in any case, where a word starts; npos if it
// does not come soon. A list of words leaves out punctuation, and now and then a word, but never
// much.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t at);

// A number of 0 … 1, or the digits of one; 1 if there is none.
float confidence_of(json::Value value);

}  // namespace decant
