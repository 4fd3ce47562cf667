// Where in a turn a phrase may begin, by its net (word_net.h).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace decant {

// One word of a text.
struct TextWord {
  uint32_t begin = 0;  // in its turn
  uint32_t size = 0;
  uint16_t hash = 0;            // as a net's rows keep it
  bool is_after_space = false;  // the gap before it holds a space
};

// Adds the words of a turn of FoldedText::lower.
void add_words(std::string_view turn, std::vector<TextWord>& words);

// A worker's scratch for asking nets.
struct NetSearch {
  // Finds the words of `words` at which a match may begin, ascending; each match in `text`, of which these are the words of one turn, begins
  // at one of them. False if that would take too long to find out: then it may begin anywhere. `net` is not empty.
  bool find(std::span<const uint16_t> net, std::string_view text, std::span<const TextWord> words);

  std::vector<uint32_t> starts;  // indices in `words`
  std::vector<std::pair<uint32_t, uint32_t>> matching;  // the next look's scratch (backtracker.h)

 private:
  struct Place {
    uint32_t node, word;
  };
  std::vector<Place> todo_;
  std::vector<uint64_t> dead_;       // bits by word and node: nothing ends from here
  std::vector<std::size_t> marked_;  // bits of the search at hand
};

}  // namespace decant
