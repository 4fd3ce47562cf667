// Sentences and clauses of folded text: how far "in the same sentence" reaches. Speech without punctuation is one sentence.
#pragma once

#include <algorithm>
#include <string_view>

#include "base/span.h"

namespace decant {

// The sentence around `at` within `turn` (both of `text`): from after the last ".", "!", "?" or paragraph break to
// the next one, which is part of it. Dots inside numbers and after common abbreviations end nothing.
Span sentence_around(std::string_view text, Span turn, Span at);

// Calls f(Span) for every sentence of `turn`, in order. Together they cover the turn but for space between them.
template <typename F>
void for_each_sentence(std::string_view text, Span turn, F&& f) {
  for (uint32_t at = turn.begin; at < turn.end;) {
    const Span sentence = sentence_around(text, turn, {at, at});
    if (!sentence.empty()) f(sentence);
    at = std::max(sentence.end, at + 1);
  }
}

// The words before `at` in its own clause: back to the last comma, semicolon, colon, dash or sentence end, at most `words` of them.
Span words_before(std::string_view text, Span turn, Span at, int words);
// The same to the right.
Span words_after(std::string_view text, Span turn, Span at, int words);

// The words between the end of `a` and the start of `b`. REQUIRES: a.end ≤ b.begin.
int words_between(std::string_view text, Span a, Span b);

// Whether a sentence asks: it ends in "?", or, as speech has no punctuation, opens like a question ("can you", "why is").
// `text` in lower case.
bool is_question(std::string_view text, Span sentence);

}  // namespace decant
