#include "pattern/candidates.h"

#include <algorithm>

namespace decant {

void Candidates::start(std::size_t patterns, std::size_t turns) {
  for (PatternId pattern : patterns_) row_of_[pattern] = no_row;
  row_of_.resize(patterns, no_row);
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

void Candidates::finish() {
  std::ranges::sort(pairs_);
  std::ranges::sort(everywhere_);
  pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
  everywhere_.erase(std::unique(everywhere_.begin(), everywhere_.end()), everywhere_.end());
  if (turns_ == 0) everywhere_.clear();

  auto add_row = [this](PatternId pattern, Row row) {
    row_of_[pattern] = static_cast<uint32_t>(rows_.size());
    patterns_.push_back(pattern);
    rows_.push_back(row);
  };
  auto everywhere = everywhere_.begin();
  for (auto pair = pairs_.begin(); pair != pairs_.end() || everywhere != everywhere_.end();) {
    const bool has_pair = pair != pairs_.end();
    const PatternId pattern = has_pair ? static_cast<PatternId>(*pair >> 32) : *everywhere;
    if (everywhere != everywhere_.end() && *everywhere <= pattern) {
      const PatternId whole = *everywhere++;
      add_row(whole, {.is_everywhere = true, .begin = no_cells, .end = no_cells});
      while (pair != pairs_.end() && *pair >> 32 == whole) ++pair;
      continue;
    }
    const std::size_t begin = listed_turns_.size();
    for (; pair != pairs_.end() && *pair >> 32 == pattern; ++pair) {
      listed_turns_.push_back(static_cast<uint32_t>(*pair));
    }
    add_row(pattern, {.begin = begin, .end = listed_turns_.size()});
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
