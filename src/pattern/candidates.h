// Which (pattern, turn) pairs of one conversation can match, and the matches of those that were asked about.
//
// Most patterns are a candidate in no turn and most others in one or two, so pairs are kept as a row of turns per pattern.
// A pattern without literals is a candidate everywhere: its row says so, and gets its cells only when somebody asks.
// Memory goes with the candidates, whatever the product of patterns and turns.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/span.h"
#include "pattern/pattern_set.h"

namespace decant {

class Candidates {
 public:
  // The matches of one pair, once they are known.
  struct Cell {
    const Span* matches = nullptr;
    uint32_t count = unknown;
    static constexpr uint32_t unknown = UINT32_MAX;

    bool is_known() const { return count != unknown; }
    std::span<const Span> spans() const { return {matches, count}; }
  };

  // Forgets everything; the next conversation has `turns` turns, the set `patterns` patterns.
  void start(std::size_t patterns, std::size_t turns);
  // In any order, also twice.
  void add(PatternId pattern, uint32_t turn) { pairs_.push_back({pattern, turn}); }
  void add_everywhere(PatternId pattern) { everywhere_.push_back(pattern); }
  // REQUIRED between adding and asking.
  void finish();

  // Ascending.
  std::span<const PatternId> patterns() const { return patterns_; }
  bool has(PatternId pattern) const { return (has_pattern_[pattern / 64] >> pattern % 64 & 1) != 0; }
  bool has(PatternId pattern, uint32_t turn) const;
  // Ascending. Valid until the next start().
  std::span<const uint32_t> turns(PatternId pattern) const;
  // nullptr if the pair is no candidate. Valid until the next call of cell() or start().
  Cell* cell(PatternId pattern, uint32_t turn);
  // Keeps a copy of `matches` until the next start().
  void fill(Cell& cell, std::span<const Span> matches);

 private:
  struct Row {
    // A row of listed turns: its range of listed_turns_ and cells_. A row of all turns: where its cells begin, if they were
    // made.
    bool is_everywhere = false;
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  static constexpr std::size_t no_cells = SIZE_MAX;

  const uint32_t* listed(const Row& row, uint32_t turn) const;

  uint32_t turns_ = 0;
  std::vector<uint32_t> all_turns_;  // 0, 1, 2 … at least up to turns_
  struct Pair {
    PatternId pattern;
    uint32_t turn;
  };
  std::vector<Pair> pairs_;
  std::vector<PatternId> everywhere_;
  std::vector<uint64_t> has_pattern_;  // bits by pattern: whoever asks for one that is no candidate, as most do, looks at nothing else
  std::vector<PatternId> patterns_;
  std::vector<Row> rows_;          // parallel to patterns_
  std::vector<uint32_t> row_of_;   // by pattern; of candidates only
  std::vector<uint32_t> listed_turns_;
  std::vector<Cell> cells_;        // parallel to listed_turns_, then those of rows of all turns
  std::vector<std::vector<Span>> chunks_;  // matches; a chunk never grows beyond what it reserved
  std::size_t chunk_ = 0;
};

}  // namespace decant
