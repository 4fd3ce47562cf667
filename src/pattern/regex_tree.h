// A pattern's regex as a tree: what byte_machine.h and backtracker.h are made from. Read is the part of RE2's syntax that
// phrase_rendering.cc writes and that raw regexes in packs are usually made of; what is rarer is RE2's own.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace decant {

// An ASCII letter in lower case, and everything else as it is.
constexpr char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

// Some of the characters; beyond ASCII all of them or none.
struct CharacterSet {
  friend bool operator==(const CharacterSet&, const CharacterSet&) = default;
  std::array<uint64_t, 2> ascii = {};
  bool others = false;
  std::array<uint8_t, 7> padding = {};  // so that the same set is the same bytes

  void add(char ascii_character) { ascii[static_cast<unsigned char>(ascii_character) >> 6] |= uint64_t{1} << (ascii_character & 63); }
  void add(const CharacterSet& more) {
    ascii = {ascii[0] | more.ascii[0], ascii[1] | more.ascii[1]};
    others |= more.others;
  }
  CharacterSet all_but() const { return {{~ascii[0], ~ascii[1]}, !others, {}}; }
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
    begin,     // nothing, at the beginning of the text
    end,       // nothing, at its end
  } kind = Kind::sequence;
  std::string text = {};  // in lower case if it matches in any
  bool in_any_case = false;
  CharacterSet set = {};
  std::vector<RegexPart> parts = {};
  int low = 1, high = 1;  // high < 0: no limit
  bool is_lazy = false;   // rather fewer than more

  friend bool operator==(const RegexPart&, const RegexPart&) = default;
};

// Whether it can match without taking a byte.
bool may_be_empty(const RegexPart& part);

// The same with what alternatives have in common at their beginnings taken out of them, as far as it is the gap between two words:
// "( now| then)" is " (now|then)". It matches the same, in the same order of preference, and is far quicker to choose in.
RegexPart with_gaps_first(RegexPart part);

// nullopt if there is something else in it, such as a letter beyond ASCII. `in_any_case`: letters mean both cases,
// but not the letters beyond ASCII that RE2 takes for k and s. REQUIRES: RE2 accepts it.
std::optional<RegexPart> regex_tree(std::string_view regex, bool in_any_case);

}  // namespace decant
