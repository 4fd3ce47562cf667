// All that finding one pattern takes: a phrase's net, which tells where it may begin; a backtracker, which tells whether it does; and
// RE2, which has the say where these two have none.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "pattern/backtracker.h"
#include "pattern/net_search.h"
#include "pattern/pattern_set.h"
#include "pattern/regex.h"
#include "pattern/word_net.h"

namespace decant {

// A turn as a pattern sees it.
struct TurnText {
  std::string_view text;            // of FoldedText's two texts the one that the pattern runs on
  std::span<const TextWord> words;  // its words
  bool has_foreign_letters = false;
  bool has_odd_letters = false;     // some that RE2 takes for ASCII ones in another case
};

// Cannot be moved: threads share it. Const calls are safe from any number of them.
class Finder {
 public:
  // What of a pattern is compiled in; outlives the finder.
  struct Compiled {
    std::span<const uint16_t> net;
    std::string_view backtracker;  // empty: RE2 finds
  };
  // `pattern` outlives this. REQUIRES: check_regex finds no fault in it. What is not compiled is made here, the backtracker on first use.
  explicit Finder(const PatternView& pattern, const std::optional<Compiled>& compiled = {});
  ~Finder();
  Finder(const Finder&) = delete;
  Finder& operator=(const Finder&) = delete;

  // Adds all non-overlapping matches in `turn`, leftmost first. Spans count from `offset`, the turn's own place.
  void find(const TurnText& turn, uint32_t offset, NetSearch& search, std::vector<Span>& matches) const;
  // The same by RE2 alone.
  const Regex& regex() const { return regex_; }

 private:
  const Backtracker* backtracker() const;
  void find_at(std::string_view turn, std::span<const uint32_t> starts, uint32_t offset, NetSearch& search, std::vector<Span>& matches) const;

  Regex regex_;
  std::optional<Compiled> compiled_;
  WordNet made_;
  std::span<const uint16_t> net_;
  mutable std::atomic<const std::optional<Backtracker>*> backtracker_ = nullptr;  // made on first use; none in it: RE2 finds
};

}  // namespace decant
