// Literals, and which of them stand at a given place of a text of codes.
//
// The five codes at the place are hashed and looked up in a bitmap that fits the first-level cache; few places pass, and
// only there the literals entered under these five codes are compared: by up to eight codes at once, and then as a
// whole, with the boundaries of their words.
// A literal is entered under the codes from its anchor on. As a gap in it may be a run of gaps in the text, it may be
// entered several times: "we can" as "we can", "we  c" and so on.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/rarity.h"

namespace decant {

// Not a code; stands before and behind a text, so that nothing runs out of it.
inline constexpr uint8_t text_edge = 255;

class LiteralTable {
 public:
  // Returns the literal's index. REQUIRES: is_searchable(codes); codes[anchor] is no gap and not the last code.
  uint32_t add(std::string_view codes, std::size_t anchor);
  // REQUIRES: after the last add(), before asking.
  void build();

  std::size_t size() const { return literals_.size(); }

  // Whether a literal may have its anchor at `place`: false if none has. REQUIRES: eight codes can be read.
  bool may_have(const uint8_t* place) const {
    const uint64_t window = window_of(codes_at(place));
    const uint64_t slot = slot_of(window);
    const uint64_t short_slot = short_window(window);
    return ((filter_[slot >> 6] >> (slot & 63)) | (short_filter_[short_slot >> 6] >> (short_slot & 63))) & 1;
  }

  // Calls visit(index) for literals that look like the codes at `place`: for all that stand there and for a few that do
  // not; stands_at() tells.
  template <typename Visit>
  void visit(const uint8_t* place, Visit&& visit) const {
    const uint64_t codes = codes_at(place);
    visit_bucket(bucket_of(window_of(codes)), codes, visit);
    visit_bucket(bucket_of(short_window(codes)), codes, visit);
  }

  // Whether the literal stands with its anchor at `place`. REQUIRES: on both sides the text is followed by a gap and
  // text_edge.
  bool stands_at(uint32_t index, const uint8_t* place) const;

 private:
  static constexpr std::size_t short_size = 3;  // literals with less than a window behind the anchor
  static constexpr int filter_bits = 17;
  static constexpr int bucket_bits = 12;
  static constexpr uint64_t mixer = 0x9E3779B97F4A7C15;

  struct Literal {
    uint32_t begin, anchor, end;  // in codes_
  };
  // A literal under one look of it: which codes, of the eight at a place.
  struct Member {
    uint64_t codes;
    uint64_t mask;
    uint32_t literal;
    uint32_t bucket;
  };

  static uint64_t codes_at(const uint8_t* place) {
    uint64_t codes;
    std::memcpy(&codes, place, sizeof codes);
    if constexpr (std::endian::native == std::endian::big) codes = __builtin_bswap64(codes);
    return codes;
  }
  static uint64_t first(std::size_t count, uint64_t codes) {
    return codes << (64 - 8 * count) >> (64 - 8 * count);
  }
  static uint64_t window_of(uint64_t codes) { return first(window_size, codes); }
  // Three codes of five bits.
  static uint64_t short_window(uint64_t codes) {
    return (codes & 31) | (codes >> 3 & 31 << 5) | (codes >> 6 & 31 << 10);
  }
  static uint64_t slot_of(uint64_t window) { return window * mixer >> (64 - filter_bits); }
  static uint32_t bucket_of(uint64_t window) {
    return static_cast<uint32_t>(window * mixer >> (64 - bucket_bits));
  }

  template <typename Visit>
  void visit_bucket(uint32_t bucket, uint64_t codes, Visit&& visit) const {
    for (uint32_t i = buckets_[bucket]; i < buckets_[bucket + 1]; ++i) {
      if (((members_[i].codes ^ codes) & members_[i].mask) == 0) visit(members_[i].literal);
    }
  }

  void enter(uint32_t index, std::size_t position, std::string& look, std::size_t window);
  void enter_look(uint32_t index, std::string_view look, std::size_t window);

  std::string codes_;
  std::vector<Literal> literals_;
  std::vector<uint64_t> filter_;        // by slot_of(window)
  std::vector<uint64_t> short_filter_;  // by short_window
  std::vector<uint32_t> buckets_;       // by bucket_of(window): where it begins in members_
  std::vector<Member> members_;
};

}  // namespace decant
