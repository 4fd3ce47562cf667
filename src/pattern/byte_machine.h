// A phrase's regex as a machine of bytes: states and the bytes that lead from one to the next. The ground that word_net.h
// builds on. It accepts what the regex matches and may accept more: assertions are left out, and of the bytes between
// words only a space is told from the others.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace decant {

// Some of the bytes that a text is made of. What RE2 calls a word character (ASCII letters, digits, '_') counts singly; every
// other byte is a space or one of the rest.
struct ByteSet {
  uint64_t word = 0;  // by word_index()
  bool space = false;
  bool rest = false;

  bool has_gap() const { return space || rest; }
};

// 0 … 62; -1 for a byte that is none of a word.
constexpr int word_index(char byte) {
  if (byte >= 'a' && byte <= 'z') return byte - 'a';
  if (byte >= '0' && byte <= '9') return 26 + byte - '0';
  if (byte == '_') return 36;
  if (byte >= 'A' && byte <= 'Z') return 37 + byte - 'A';
  return -1;
}

constexpr char word_byte(int index) {
  constexpr std::string_view bytes = "abcdefghijklmnopqrstuvwxyz0123456789_ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  return bytes[static_cast<std::size_t>(index)];
}

struct ByteMachine {
  using State = uint32_t;
  struct Edge {
    ByteSet bytes;
    State next = 0;
    std::vector<State> also;  // of a state without bytes: where it leads for nothing
  };

  static constexpr State accept = 0;
  std::vector<Edge> states;  // the accepting one first
  State start = accept;
};

// nullopt if the regex is none that phrases are rendered to, or is too large. REQUIRES: RE2 accepts it.
std::optional<ByteMachine> byte_machine_of(std::string_view regex);

}  // namespace decant
