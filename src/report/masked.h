// What of a verdict may be shown: the words that were said, without personal data unless it was asked for.
#pragma once

#include <string>

#include "lint/verdict.h"

namespace decant {

// `text` as it may be shown.
std::string shown(std::string text, bool show_pii);

// A finding's quote and text as they may be shown; of the same length each, so that `mark` holds. The text is masked
// as a part of the quote: the end of a card number alone would not be known as one.
struct ShownWords {
  std::string quote;
  std::string text;
};
ShownWords shown_words(const Finding& finding, bool show_pii);

}  // namespace decant
