// Folding made short for tests: what a turn folds to, with the private bytes in letters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/fold.h"

namespace decant {

// Folded text for reading: the masks as <link>, <mention>, <tag>, the paragraph break as ¶.
inline std::string shown(std::string_view folded) {
  std::string out;
  for (char c : folded) {
    switch (c) {
      case masked_link: out += "<link>"; break;
      case masked_mention: out += "<mention>"; break;
      case masked_tag: out += "<tag>"; break;
      case paragraph_break: out += "¶"; break;
      default: out += c;
    }
  }
  return out;
}

inline FoldedText folded_turns(const std::vector<std::string>& turns) {
  FoldedText out;
  uint32_t offset = 0;
  for (const std::string& turn : turns) {
    fold(turn, offset, out);
    offset += static_cast<uint32_t>(turn.size()) + 1;
  }
  return out;
}

inline std::string cased(std::string_view turn) { return shown(folded_turns({std::string(turn)}).cased); }
inline std::string lower(std::string_view turn) { return shown(folded_turns({std::string(turn)}).lower); }

}  // namespace decant
