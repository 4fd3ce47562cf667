// A phrase's matches from a given place on, found without RE2 and equal to RE2's: what a hit takes when the net has said that there
// is one. Making an RE2 of a large phrase takes milliseconds and a megabyte, and a run has hits of a thousand of them; this
// takes a hundredth.
//
// It walks the phrase's choices in their order and turns back where one fails. That is quick on what people say and may take for
// ever on what is made to vex it: so it counts its steps, gives up early and leaves the place to RE2, whose time is linear. The
// fuzzer and the naive judge hold the two against each other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pattern/pattern_set.h"
#include "pattern/phrase_regex.h"

namespace decant {

// Const once made; may be shared by threads.
class PhraseMatcher {
 public:
  enum class Outcome : uint8_t { none, found, unknown };
  using Scratch = std::vector<std::pair<uint32_t, uint32_t>>;

  // nullopt if phrase_regex() cannot read the pattern, or it asks for no word boundary at its beginning.
  static std::optional<PhraseMatcher> of(const PatternSpec& spec);

  // The match that begins at `start`, the first byte of a word, and where it ends; or unknown: ask RE2. REQUIRES: RE2 would run the
  // plain form on `turn` (Regex::has_plain_form).
  Outcome match(std::string_view turn, uint32_t start, uint32_t& end, Scratch& scratch) const;

 private:
  // What to do, and where to go on; those of a text or a set after it has passed.
  struct Step {
    enum class Kind : uint8_t { text, set, run, choice, boundary, accept } kind = Kind::accept;
    uint32_t next = 0;
    uint32_t begin = 0, size = 0;  // of a text in texts_, or of a choice in ways_; begin: of a set or a run in sets_
  };
  struct Way {
    uint32_t step = 0;
    uint64_t first = 0;  // bytes that may come first, by first_bit(); all if it may be nothing
  };
  class Maker;

  std::string texts_;
  std::vector<CharacterSet> sets_;
  std::vector<Way> ways_;
  std::vector<Step> steps_;
  uint32_t start_ = 0;
};

}  // namespace decant
