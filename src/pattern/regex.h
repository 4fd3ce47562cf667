// The project's only contact with RE2: one pattern, and its matches in one turn.
//
// RE2's \b knows ASCII letters only: it sees "caf" in "café". So a phrase has two forms. The plain one is tied by \b and
// runs where a turn has no letters that \b does not know; the other spells the boundary out with Unicode classes, which
// is several times slower. Each form is compiled when it is first needed: most patterns of a pack never are.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"
#include "pattern/pattern_set.h"

namespace re2 {
class RE2;
}

namespace decant {

// A PatternSpec that somebody else keeps.
struct PatternView {
  explicit PatternView(const PatternSpec& spec);
  PatternView(std::string_view text, bool raw, bool begin, bool end, bool ascii)
      : regex(text), is_raw(raw), word_begin(begin), word_end(end), is_ascii(ascii) {}

  PatternSpec spec() const { return {std::string(regex), is_raw, word_begin, word_end}; }

  std::string_view regex;
  bool is_raw, word_begin, word_end;
  bool is_ascii;  // all of the regex is
};

// Cannot be moved: threads share it. Const calls are safe from any number of them.
class Regex {
 public:
  // REQUIRES: check_regex finds no fault in the pattern. What is viewed outlives this.
  explicit Regex(PatternSpec spec) : owned_(std::make_unique<const PatternSpec>(std::move(spec))), pattern_(*owned_) {}
  explicit Regex(const PatternView& pattern) : pattern_(pattern) {}
  ~Regex();
  Regex(const Regex&) = delete;
  Regex& operator=(const Regex&) = delete;

  const PatternView& pattern() const { return pattern_; }

  // Adds all non-overlapping matches in `turn`, leftmost first. Spans count from `offset`, the turn's own place.
  void find_all(std::string_view turn, bool has_foreign_letters, uint32_t offset,
                std::vector<Span>& matches) const;
  // The same where each match begins at one of `starts`, which ascend: from there RE2 needs to go forward only, by far fewer
  // states. REQUIRES: the plain form runs, has_plain_form(has_foreign_letters).
  void find_at(std::string_view turn, std::span<const uint32_t> starts, uint32_t offset, std::vector<Span>& matches) const;
  bool has_plain_form(bool has_foreign_letters) const { return pattern_.is_raw || (!has_foreign_letters && pattern_.is_ascii); }

 private:
  using Compiled = std::atomic<const re2::RE2*>;
  const re2::RE2& compiled(bool spelled_out) const;

  std::unique_ptr<const PatternSpec> owned_;  // null: somebody else keeps it
  PatternView pattern_;
  mutable Compiled plain_ = nullptr;
  mutable Compiled spelled_out_ = nullptr;
};

}  // namespace decant
