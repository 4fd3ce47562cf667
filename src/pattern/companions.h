// Words that must stand in a turn beside a pattern's literal for it to match: of "we can't (change|refund) your (order|ticket)" the
// literal may be " order " or " ticket ", and without one of "change" and "refund" and without "can't" no turn that has it need be
// looked at. Of ten turns with a pattern's literal this leaves four, for a few looks at a small table, before a net is asked.
//
// The words of a turn are known by bits of their hashes, so a word may be taken for another: a turn too many, never one too few.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "pattern/literal_sets.h"

namespace decant {

// Of each of the sets one member stands in every match, as a word or as the beginning of one. Members are bits of TurnBits.
using Companions = std::vector<std::vector<uint16_t>>;

// What is known of a pattern beside `literals`, the set that is looked for; the sets that rule out most. May be none.
Companions companions_of(const Facts& facts, const Literals& literals);

// The words of one turn, as bits.
class TurnBits {
 public:
  // `codes` are the turn's (codes.h), between gaps.
  void set(std::span<const uint8_t> codes);
  bool has(uint16_t bit) const { return (words_[bit / 64] >> bit % 64 & 1) != 0; }

  static uint16_t bit_of_word(std::string_view codes);
  // Of all words that begin with these codes, `beginning` of them.
  static uint16_t bit_of_beginning(std::string_view codes);
  static constexpr std::size_t beginning = 3;

 private:
  void mark(uint16_t bit) { words_[bit / 64] |= uint64_t{1} << bit % 64; }
  std::array<uint64_t, 64> words_ = {};
};

}  // namespace decant
