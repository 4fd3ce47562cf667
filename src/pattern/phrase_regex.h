// A phrase's regex as a tree: what byte_machine.h and phrase_matcher.h are made from. Only the part of RE2's syntax is read that
// phrase_rendering.cc writes, and a little around it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace decant {

// Some of the characters; beyond ASCII all of them or none.
struct CharacterSet {
  std::array<uint64_t, 2> ascii = {};
  bool others = false;

  void add(char ascii_character) { ascii[static_cast<unsigned char>(ascii_character) >> 6] |= uint64_t{1} << (ascii_character & 63); }
  bool has(char byte) const {
    const auto value = static_cast<unsigned char>(byte);
    return value < 0x80 ? (ascii[value >> 6] >> (value & 63) & 1) != 0 : others;
  }
};

struct RegexPart {
  enum class Kind : uint8_t {
    text,      // `text` as it stands; may be empty
    set,       // one character of `set`
    sequence,  // all of `parts`
    choice,    // one of `parts`, an earlier one rather than a later one
    repeated,  // parts[0], `low` to `high` times
    boundary,  // nothing, at the beginning or the end of a word
  } kind = Kind::sequence;
  std::string text = {};
  CharacterSet set = {};
  std::vector<RegexPart> parts = {};
  int low = 1, high = 1;  // high < 0: no limit
  bool is_lazy = false;   // rather fewer than more
};

// nullopt if there is something else in it, or a character beyond ASCII that stands for itself. REQUIRES: RE2 accepts it.
std::optional<RegexPart> phrase_regex(std::string_view regex);

}  // namespace decant
