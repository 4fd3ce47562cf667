// Finds the literals of thousands of patterns in one pass over a text, at a cost that hardly depends on their number.
//
// The text is recoded to the small alphabet of codes.h, and a table of literals is asked at the places where a word starts: a
// fifth of all places. A literal is entered in the table by its rarest word. One without any word start ("refus" in the
// raw regex /refus/) has a table of its own that is asked at every place; its cost is paid once, if there is one.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/span.h"
#include "pattern/candidates.h"
#include "pattern/literal_table.h"
#include "pattern/pattern_set.h"

namespace decant {

class Prefilter {
 public:
  // What a worker reuses from scan to scan.
  struct Scratch {
    std::vector<uint8_t> codes;
    std::vector<uint32_t> places;
    // Literals seen of late, each at a place of its own that it may share with others, and in which turn: counted over all scans so that
    // nothing need be cleared between them.
    struct Seen {
      uint32_t literal = 0;
      uint32_t turn = 0;
    };
    std::vector<Seen> seen_in_words;
    std::vector<Seen> seen_in_anywhere;
    uint32_t turns_before = 1;
  };

  // One of the pattern's literals. REQUIRES: it is searchable (rarity.h).
  void add(PatternId pattern, const std::string& literal);
  // REQUIRES: after the last add(), before scan().
  void build();
  // Whose words patterns are about, by id, for those that scan() may find. REQUIRES: built or loaded.
  void set_voices(std::span<const Voices> voices);
  // REQUIRES: built.
  void store(TableWriter& writer) const;
  // `voices` are those last set before it was stored.
  void load(TableReader& reader, std::span<const Voices> voices);
  bool empty() const { return at_words_.table.size() + anywhere_.table.size() == 0; }

  // Adds every pattern of which a literal stands in a turn of `text`, if the turn has one of the pattern's voices. `turns` are in order, and between two of them is a byte that is a gap; `voices` are theirs.
  void scan(std::string_view text, std::span<const Span> turns, std::span<const Voices> voices, Scratch& scratch,
            Candidates& candidates) const;

 private:
  // A table, whose literals they are, and at which places of a text it is asked.
  struct Part {
    LiteralTable table;
    Table<uint32_t> begins;      // by literal: where its patterns begin in `patterns`; they end where the next one's begin
    Table<PatternId> patterns;
    Table<Voices> voices;        // by literal: all its patterns'
    // Until it is built.
    std::vector<std::vector<PatternId>> by_literal;
    std::unordered_map<std::string, uint32_t> indices;
  };
  class Pass;

  Part at_words_;
  Part anywhere_;
  std::span<const Voices> voices_;  // by pattern
};

}  // namespace decant
