// A pattern's matches, found without RE2 and equal to RE2's. Making an RE2 of a large phrase takes milliseconds and a megabyte, and
// a run has hits of a thousand of them; this takes a hundredth.
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

namespace decant {

// Const once made; may be shared by threads.
class Backtracker {
 public:
  enum class Outcome : uint8_t { none, found, unknown };
  using Scratch = std::vector<std::pair<uint32_t, uint32_t>>;

  // nullopt if regex_tree() cannot read the pattern, or it repeats without limit what may be empty.
  static std::optional<Backtracker> of(const PatternSpec& spec);

  // The match that begins at `start` and where it ends; or unknown: ask RE2. REQUIRES: RE2 would run the plain form of a phrase on `turn`
  // (Regex::has_plain_form), and for a raw regex there is no letter in it that RE2 takes for an ASCII one in another case.
  Outcome match(std::string_view turn, uint32_t start, uint32_t& end, Scratch& scratch) const;
  // Adds all non-overlapping matches that are not empty, leftmost first, counted from `offset`. False, and nothing is added, if that would
  // take too long: ask RE2. REQUIRES: as match().
  bool find_all(std::string_view turn, uint32_t offset, Scratch& scratch, std::vector<Span>& matches) const;

 private:
  // What to do, and where to go on; those of a text, a set or an assertion after it has passed.
  struct Step {
    enum class Kind : uint8_t { text, text_in_any_case, set, run, choice, large_choice, boundary, begin, end, accept } kind = Kind::accept;
    uint32_t next = 0;
    uint32_t begin = 0, size = 0;  // of a text in texts_ or a choice in ways_; begin: of a set in sets_, a run in runs_, a large choice in table_
  };
  struct Way {
    uint32_t step = 0;
    uint64_t first = 0;  // bytes that may come first, by first_bit(); all if it may be nothing
  };
  // A set as often as it goes, but not less than `low` and not more than `high` times.
  struct Run {
    CharacterSet set;
    uint32_t low = 0, high = 0;
    uint64_t first_behind = 0;  // as Way::first, of what follows
  };
  class Maker;

  static constexpr std::size_t firsts = 65;  // bits, and the end of the turn

  Outcome walk(std::string_view turn, uint32_t start, uint32_t& end, int64_t& steps_left, Scratch& scratch) const;

  std::string texts_;
  std::vector<CharacterSet> sets_;
  std::vector<Run> runs_;
  std::vector<Way> ways_;
  std::vector<uint32_t> table_;  // of large choices: by what comes next where its ways begin in large_ways_, and where the last ones end
  std::vector<uint32_t> large_ways_;  // steps
  std::vector<Step> steps_;
  Way start_;
  bool begins_with_text_ = false;  // every match begins at the beginning of the turn
};

}  // namespace decant
