// Counting words the way people do: a run without white space that holds a letter or a digit.
#pragma once

#include <string_view>

namespace decant {

// `folded` is folded text: single spaces, masked links and mentions count as no words.
int count_words(std::string_view folded);

}  // namespace decant
