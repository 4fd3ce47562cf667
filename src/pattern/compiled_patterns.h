// Patterns that were read when decant was built: their regexes, nets, backtrackers and literal tables, as they lie in the binary.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/pattern_set.h"
#include "pattern/prefilter.h"
#include "pattern/tables.h"

namespace decant {

// The literals of some patterns, and those that have none.
struct Triggers {
  Prefilter phrases;  // over FoldedText::lower
  Prefilter raws;     // over FoldedText::cased
  Table<PatternId> without_literals;
  Table<PatternId> raw;

  void store(TableWriter& writer) const;
  void load(TableReader& reader);
};

class CompiledPatterns {
 public:
  CompiledPatterns() = default;
  // `bytes` are written()'s, and outlive this.
  explicit CompiledPatterns(std::string_view bytes);

  // `voices` are the patterns', by id.
  static std::string written(std::span<const PatternSpec> specs, std::span<const Voices> voices, const Triggers& triggers);

  std::size_t size() const { return rows_.size(); }
  PatternSpec spec(PatternId id) const;
  bool is_raw(PatternId id) const { return rows_[id].is_raw != 0; }
  std::span<const uint16_t> net(PatternId id) const;
  // For Backtracker::load(); empty: there is none.
  std::string_view backtracker(PatternId id) const;
  std::span<const Voices> voices() const { return voices_; }
  const Triggers& triggers() const { return triggers_; }
  Triggers& triggers() { return triggers_; }

 private:
  struct Row {
    uint32_t regex, regex_size;
    uint32_t net, net_size;
    uint32_t backtracker, backtracker_size;
    uint32_t is_raw, word_begin, word_end;
  };
  std::span<const Row> rows_;
  std::span<const char> regexes_;
  std::span<const uint16_t> nets_;
  std::span<const char> backtrackers_;
  std::span<const Voices> voices_;
  Triggers triggers_;
};

}  // namespace decant
