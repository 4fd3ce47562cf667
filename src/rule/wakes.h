// Which rules a pattern can wake: those for which it is a trigger. A conversation's candidates wake a few rules; the others are not
// looked at.
#pragma once

#include <cstdint>
#include <span>

#include "pattern/pattern_set.h"
#include "pattern/tables.h"
#include "rule/rule.h"

namespace decant {

// Of some rules, known by their places in a row. Made here, or compiled in.
class Wakes {
 public:
  Wakes() = default;
  // `patterns` is how many there are, of which these rules ask for none before `first`.
  static Wakes of(std::span<const Rule* const> rules, PatternId first, std::size_t patterns);
  static Wakes load(TableReader& reader);
  // REQUIRES: `first` was 0.
  void store(TableWriter& writer) const;

  // Ascending. REQUIRES: no pattern before `first`, and one of those that there are.
  std::span<const uint32_t> by(PatternId pattern) const;
  // Rules that no pattern decides: they are always awake.
  std::span<const uint32_t> always() const { return always_.view(); }

 private:
  PatternId first_ = 0;
  Table<uint32_t> begins_;  // by pattern, from first_ on: where its rules begin in rules_; they end where the next one's begin
  Table<uint32_t> rules_;
  Table<uint32_t> always_;
};

}  // namespace decant
