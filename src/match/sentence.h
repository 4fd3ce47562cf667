// Sentences and clauses of folded text: how far "in the same sentence" reaches. Speech without punctuation is one sentence.
#pragma once

#include <string_view>

#include "base/span.h"

namespace decant {

// The sentence around `at` within `turn` (both of `text`): from after the last ".", "!", "?" or paragraph break to
// the next one, which is part of it. Dots inside numbers and after common abbreviations end nothing.
Span sentence_around(std::string_view text, Span turn, Span at);

// The words before `at` in its own clause: back to the last comma, semicolon, colon, dash or sentence end, at most `words` of them.
Span words_before(std::string_view text, Span turn, Span at, int words);
// The same to the right.
Span words_after(std::string_view text, Span turn, Span at, int words);

}  // namespace decant
