// Folded text for tests of patterns, made by hand: ASCII lower case, apostrophes between letters as '_', and every byte
// beyond ASCII taken for a letter.
#pragma once

#include <cctype>
#include <initializer_list>
#include <string_view>

#include "text/fold.h"

namespace decant {

inline FoldedText sample_text(std::initializer_list<std::string_view> turns) {
  FoldedText text;
  for (std::string_view turn : turns) {
    if (!text.turns.empty()) {
      text.cased += '\n';
      text.lower += '\n';
    }
    const uint32_t begin = static_cast<uint32_t>(text.cased.size());
    bool is_foreign = false;
    for (std::size_t i = 0; i < turn.size(); ++i) {
      const auto is_letter = [&](std::size_t at) {
        return at < turn.size() && std::isalpha(static_cast<unsigned char>(turn[at])) != 0;
      };
      const bool is_inner_apostrophe = turn[i] == '\'' && is_letter(i - 1) && is_letter(i + 1);
      const bool is_upper = 'A' <= turn[i] && turn[i] <= 'Z';
      text.cased += turn[i];
      text.lower += is_inner_apostrophe ? '_' : is_upper ? static_cast<char>(turn[i] | 32) : turn[i];
      is_foreign = is_foreign || (turn[i] & 0x80) != 0;
    }
    text.turns.push_back({begin, static_cast<uint32_t>(text.cased.size())});
    text.has_foreign_letters.push_back(is_foreign);
  }
  return text;
}

}  // namespace decant
