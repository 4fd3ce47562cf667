// Literals, and which of them stand at a given place of a text of codes.
//
// The five codes at the place are hashed and looked up in a bitmap that fits the first-level cache; few places pass. Only
// there the literals are compared that begin with these five: up to eight codes at once, many literals that look alike
// together, and then each as a whole, with the boundaries of its words.
// A literal is entered under the codes from its anchor on. As a gap in it may be a run of gaps in the text, it has
// several looks: "we can", "we  c" and so on.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/rarity.h"
#include "pattern/tables.h"

namespace decant {

// Not a code; stands before and behind a text, so that nothing runs out of it.
inline constexpr uint8_t text_edge = 255;

class LiteralTable {
 public:
  // Returns the literal's index. REQUIRES: is_searchable(codes); codes[anchor] is no gap and not the last code.
  uint32_t add(std::string_view codes, std::size_t anchor);
  // REQUIRES: after the last add(), before asking.
  void build();
  // REQUIRES: built.
  void store(TableWriter& writer) const;
  // As it was stored; nothing can be added to it.
  void load(TableReader& reader);

  std::size_t size() const { return made_.literals.size() + literals_.size(); }

  // Whether a literal may have its anchor at `place`: false if none has. REQUIRES: eight codes can be read.
  bool may_have(const uint8_t* place) const {
    const uint64_t codes = codes_at(place);
    return (filter_.has(slot_of(window_of(codes))) | short_filter_.has(short_window(codes))) != 0;
  }

  // Calls visit(index) for literals that look like the codes at `place`: for all that stand there and for a few that do
  // not; stands_at() tells.
  template <typename Visit>
  void visit(const uint8_t* place, Visit&& visit) const {
    const uint64_t codes = codes_at(place);
    if (filter_.has(slot_of(window_of(codes)))) visit_bucket(window_of(codes), codes, visit);
    if (short_filter_.has(short_window(codes))) visit_bucket(short_window(codes), codes, visit);
  }

  // Whether the literal stands with its anchor at `place`. REQUIRES: on both sides of the text are a gap and, somewhere
  // behind it, text_edge.
  bool stands_at(uint32_t index, const uint8_t* place) const;

 private:
  static constexpr std::size_t short_size = 3;  // of the window of literals with less than five codes to offer
  static constexpr std::size_t look_size = 8;
  static constexpr int filter_bits = 17;
  static constexpr int bucket_bits = 12;
  static constexpr uint64_t mixer = 0x9E3779B97F4A7C15;

  struct Literal {
    uint32_t begin, anchor, end;  // in codes_
  };
  // Certain ones of the eight codes at a place, and where the literals that look like this begin in members_; they end
  // where the next look's begin.
  struct Look {
    uint64_t codes;
    uint64_t mask;
    uint32_t members;
    uint32_t padding = 0;  // so that the same table is the same bytes
  };
  struct Entry {
    uint32_t bucket;
    uint64_t codes;
    uint64_t mask;
    uint32_t literal;
    friend auto operator<=>(const Entry&, const Entry&) = default;
  };
  struct Filter {
    Table<uint64_t> words;
    uint64_t has(uint64_t slot) const { return words[slot >> 6] >> (slot & 63) & 1; }
  };

  static uint64_t codes_at(const uint8_t* place) {
    uint64_t codes;
    std::memcpy(&codes, place, sizeof codes);
    if constexpr (std::endian::native == std::endian::big) codes = __builtin_bswap64(codes);
    return codes;
  }
  static uint64_t window_of(uint64_t codes) {
    return codes << (64 - 8 * window_size) >> (64 - 8 * window_size);
  }
  // Three codes of five bits.
  static uint64_t short_window(uint64_t codes) {
    return (codes & 31) | (codes >> 3 & 31 << 5) | (codes >> 6 & 31 << 10);
  }
  static uint64_t slot_of(uint64_t window) { return window * mixer >> (64 - filter_bits); }
  static uint32_t bucket_of(uint64_t window) {
    return static_cast<uint32_t>(window * mixer >> (64 - bucket_bits));
  }

  template <typename Visit>
  void visit_bucket(uint64_t window, uint64_t codes, Visit&& visit) const {
    const uint32_t bucket = bucket_of(window);
    for (uint32_t i = buckets_[bucket]; i < buckets_[bucket + 1]; ++i) {
      if (((looks_[i].codes ^ codes) & looks_[i].mask) != 0) continue;
      for (uint32_t m = looks_[i].members; m < looks_[i + 1].members; ++m) visit(members_[m]);
    }
  }

  // What is added and entered, until the tables are made of it.
  struct Making {
    std::vector<char> codes;
    std::vector<Literal> literals;
    std::vector<uint64_t> filter, short_filter;
    std::vector<Entry> entries;
  };

  void enter(uint32_t index, std::size_t position, std::string& look, bool is_short);
  void enter_look(uint32_t index, std::string_view look, bool is_short);

  Making made_;
  Table<char> codes_;
  Table<Literal> literals_;
  Filter filter_;            // by slot_of(window)
  Filter short_filter_;      // by short_window
  Table<uint32_t> buckets_;  // by bucket_of(window): where it begins in looks_
  Table<Look> looks_;        // ordered by bucket; the last is only an end
  Table<uint32_t> members_;  // literals, ordered by look
};

}  // namespace decant
