// A pattern's matches, found without RE2 and equal to RE2's. Making an RE2 of a large phrase takes milliseconds and a megabyte, and
// a run has hits of a thousand of them; this takes a hundredth, and nothing where it is compiled in.
//
// It walks the regex's choices in their order and turns back where one fails. That is quick on what people say and may take for
// ever on what is made to vex it: so it counts its steps, gives up early and leaves the place to RE2, whose time is linear. The
// fuzzer and the naive judge hold the two against each other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"
#include "pattern/pattern_set.h"
#include "pattern/regex_tree.h"
#include "pattern/tables.h"

namespace decant {

// Const once made; may be shared by threads.
class Backtracker {
 public:
  enum class Outcome : uint8_t { none, found, unknown };
  using Scratch = std::vector<std::pair<uint32_t, uint32_t>>;

  // nullopt if regex_tree() cannot read the pattern, or it repeats without limit what may be empty.
  static std::optional<Backtracker> of(const PatternSpec& spec);
  // As it is compiled in: its bytes are used where they lie.
  static Backtracker load(std::string_view bytes);
  std::string stored() const;

  // The match that begins at `start` and where it ends; or unknown: ask RE2. REQUIRES: RE2 would run the plain form of a phrase on `turn`
  // (Regex::has_plain_form), and for a raw regex there is no letter in it that RE2 takes for an ASCII one in another case.
  Outcome match(std::string_view turn, uint32_t start, uint32_t& end, Scratch& scratch) const;
  // Adds all non-overlapping matches that are not empty, leftmost first, counted from `offset`. False, and nothing is added, if that would
  // take too long: ask RE2. REQUIRES: as match().
  bool find_all(std::string_view turn, uint32_t offset, Scratch& scratch, std::vector<Span>& matches) const;

 private:
  // What to do, and where to go on; those of a text, a set or an assertion after it has passed. Small, as they are many and lie compiled
  // in: whatever is counted here has at most 65,535.
  struct Step {
    enum class Kind : uint8_t { text, text_in_any_case, set, run, choice, large_choice, boundary, begin, end, accept } kind = Kind::accept;
    uint8_t size = 0;    // of a text or a choice
    uint16_t next = 0;
    uint16_t begin = 0;  // of a text in texts_, a choice in ways_, a large choice in table_; or the set's or the run's index
  };
  // A set as often as it goes, but not less than `low` and not more than `high` times.
  struct Run {
    CharacterSet set;
    uint32_t low = 0, high = 0;
    uint64_t first_behind = 0;  // as firsts_, of what follows
  };
  struct Start {
    uint64_t first = 0;
    uint32_t step = 0;
    uint32_t is_at_begin = 0;  // every match begins at the beginning of the turn
  };
  class Maker;

  static constexpr std::size_t nexts = 65;  // bits, and the end of the turn

  Outcome walk(std::string_view turn, uint32_t start, uint32_t& end, int64_t& steps_left, Scratch& scratch) const;

  Table<Start> start_;  // one
  Table<Step> steps_;
  Table<char> texts_;
  Table<CharacterSet> sets_;
  Table<Run> runs_;
  Table<uint16_t> ways_;    // steps
  Table<uint64_t> firsts_;  // by way: bytes that may come first, by first_bit(); all if it may be nothing
  Table<uint16_t> table_;   // of large choices: by what comes next where its ways begin in large_ways_, and where the last ones end
  Table<uint16_t> large_ways_;
};

}  // namespace decant
