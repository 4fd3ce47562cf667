#include "pattern/candidates.h"

#include <algorithm>
#include <bit>
#include <functional>

namespace decant {

void Candidates::start(std::size_t patterns, std::size_t turns) {
  row_of_.resize(patterns);
  has_pattern_.assign((patterns + 63) / 64, 0);
  turns_ = static_cast<uint32_t>(turns);
  while (all_turns_.size() < turns_) all_turns_.push_back(static_cast<uint32_t>(all_turns_.size()));
  pairs_.clear();
  everywhere_.clear();
  patterns_.clear();
  rows_.clear();
  listed_turns_.clear();
  cells_.clear();
  for (std::vector<Span>& chunk : chunks_) chunk.clear();
  chunk_ = 0;
}

// Pairs are sorted by counting them: comparing thousands for each conversation would be a tenth of its time.
void Candidates::finish() {
  if (turns_ == 0) everywhere_.clear();
  for (const Pair& pair : pairs_) has_pattern_[pair.pattern / 64] |= uint64_t{1} << pair.pattern % 64;
  for (PatternId pattern : everywhere_) has_pattern_[pattern / 64] |= uint64_t{1} << pattern % 64;
  for (std::size_t word = 0; word < has_pattern_.size(); ++word) {
    for (uint64_t bits = has_pattern_[word]; bits != 0; bits &= bits - 1) {
      const auto pattern = static_cast<PatternId>(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
      row_of_[pattern] = static_cast<uint32_t>(rows_.size());
      patterns_.push_back(pattern);
      rows_.emplace_back();
    }
  }
  for (PatternId pattern : everywhere_) rows_[row_of_[pattern]] = {true, no_cells, no_cells};

  for (const Pair& pair : pairs_) {
    Row& row = rows_[row_of_[pair.pattern]];
    if (!row.is_everywhere) ++row.end;
  }
  std::size_t size = 0;
  for (Row& row : rows_) {
    if (row.is_everywhere) continue;
    row.begin = size;
    size += row.end;
    row.end = row.begin;
  }
  listed_turns_.resize(size);
  for (const Pair& pair : pairs_) {
    Row& row = rows_[row_of_[pair.pattern]];
    if (!row.is_everywhere) listed_turns_[row.end++] = pair.turn;
  }
  // Each table of literals gives turns in order; a pattern may have literals in two.
  for (Row& row : rows_) {
    if (row.is_everywhere) continue;
    const std::span<uint32_t> turns(listed_turns_.data() + row.begin, row.end - row.begin);
    if (std::ranges::adjacent_find(turns, std::greater_equal<>()) == turns.end()) continue;
    std::ranges::sort(turns);
    row.end = row.begin + static_cast<std::size_t>(std::unique(turns.begin(), turns.end()) - turns.begin());
  }
  cells_.resize(listed_turns_.size());
}

const uint32_t* Candidates::listed(const Row& row, uint32_t turn) const {
  const uint32_t* end = listed_turns_.data() + row.end;
  const uint32_t* found = std::lower_bound(listed_turns_.data() + row.begin, end, turn);
  return found != end && *found == turn ? found : nullptr;
}

bool Candidates::has(PatternId pattern, uint32_t turn) const {
  if (!has(pattern) || turn >= turns_) return false;
  const Row& row = rows_[row_of_[pattern]];
  return row.is_everywhere || listed(row, turn) != nullptr;
}

std::span<const uint32_t> Candidates::turns(PatternId pattern) const {
  if (!has(pattern)) return {};
  const Row& row = rows_[row_of_[pattern]];
  if (row.is_everywhere) return std::span(all_turns_).first(turns_);
  return std::span(listed_turns_).subspan(row.begin, row.end - row.begin);
}

Candidates::Cell* Candidates::cell(PatternId pattern, uint32_t turn) {
  if (!has(pattern) || turn >= turns_) return nullptr;
  Row& row = rows_[row_of_[pattern]];
  if (!row.is_everywhere) {
    const uint32_t* found = listed(row, turn);
    return found != nullptr ? &cells_[static_cast<std::size_t>(found - listed_turns_.data())] : nullptr;
  }
  if (row.begin == no_cells) {
    row.begin = cells_.size();
    cells_.resize(cells_.size() + turns_);
  }
  return &cells_[row.begin + turn];
}

void Candidates::fill(Cell& cell, std::span<const Span> matches) {
  constexpr std::size_t chunk_size = 1024;
  cell.count = static_cast<uint32_t>(matches.size());
  if (matches.empty()) return;
  while (chunk_ < chunks_.size() &&
         chunks_[chunk_].capacity() - chunks_[chunk_].size() < matches.size()) {
    ++chunk_;
  }
  if (chunk_ == chunks_.size()) {
    chunks_.emplace_back().reserve(std::max(chunk_size, matches.size()));
  }
  std::vector<Span>& chunk = chunks_[chunk_];
  cell.matches = chunk.data() + chunk.size();
  chunk.insert(chunk.end(), matches.begin(), matches.end());
}

}  // namespace decant
