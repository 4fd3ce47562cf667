// Patterns that were read when decant was built: their regexes, nets, backtrackers and literal tables, as they lie in the binary.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/pattern_set.h"
#include "pattern/prefilter.h"
#include "pattern/regex.h"
#include "pattern/tables.h"

namespace decant {

// The literals of some patterns, and those that have none.
struct Triggers {
  Prefilter phrases;  // over FoldedText::lower
  Prefilter raws;     // over FoldedText::cased
  Table<PatternId> without_literals;
  Table<PatternId> raw;

  void set_voices(std::span<const Voices> voices);
  void store(TableWriter& writer) const;
  // `voices` are those they were stored with.
  void load(TableReader& reader, std::span<const Voices> voices);
};

class CompiledPatterns {
 public:
  CompiledPatterns() = default;
  // `bytes` are written()'s, and outlive this.
  explicit CompiledPatterns(std::string_view bytes);

  // By id: the patterns' voices, and how often texts will ask for them, in any measure. What is asked for often comes to lie together, so
  // that a short run reads few pages.
  static std::string written(std::span<const PatternSpec> specs, std::span<const Voices> voices, std::span<const double> uses,
                             const Triggers& triggers);

  std::size_t size() const { return rows_.size(); }
  PatternView pattern(PatternId id) const;
  bool is_raw(PatternId id) const { return rows_[id].is_raw != 0; }
  std::span<const uint16_t> net(PatternId id) const;
  // For Backtracker::load(); empty: there is none.
  std::string_view backtracker(PatternId id) const;
  std::span<const Voices> voices() const { return voices_; }
  const Triggers& triggers() const { return triggers_; }
  Triggers& triggers() { return triggers_; }

 private:
  struct Place {
    uint32_t begin, size;
  };
  struct Row {
    Place regex, net, backtracker;
    uint8_t is_raw, word_begin, word_end, is_ascii;
  };
  std::span<const Row> rows_;
  std::span<const char> regexes_;
  std::span<const uint16_t> nets_;
  std::span<const char> backtrackers_;
  std::span<const Voices> voices_;
  Triggers triggers_;
};

}  // namespace decant
