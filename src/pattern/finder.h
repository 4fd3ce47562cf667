// All that finding one pattern takes: its net, which tells where it may begin; a matcher for phrases, which tells whether it does;
// and RE2, which has the say where these two have none.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "pattern/net_search.h"
#include "pattern/pattern_set.h"
#include "pattern/phrase_matcher.h"
#include "pattern/regex.h"
#include "pattern/word_net.h"

namespace decant {

// Cannot be moved: threads share it. Const calls are safe from any number of them.
class Finder {
 public:
  // REQUIRES: check_regex(spec) finds no fault. `compiled_net` is the pattern's net as it was compiled in, and outlives this; else the
  // net is made here.
  explicit Finder(PatternSpec spec, std::optional<std::span<const uint16_t>> compiled_net = {});
  ~Finder();
  Finder(const Finder&) = delete;
  Finder& operator=(const Finder&) = delete;

  // Adds all non-overlapping matches in `turn`, leftmost first; `words` are its words. Spans count from `offset`, the turn's own
  // place. `turn` is the one of FoldedText's two texts on which the pattern runs.
  void find(std::string_view turn, std::span<const TextWord> words, bool has_foreign_letters, uint32_t offset, NetSearch& search,
            std::vector<Span>& matches) const;
  // The same by RE2 alone.
  const Regex& regex() const { return regex_; }

 private:
  const PhraseMatcher* matcher() const;
  void find_at(std::string_view turn, std::span<const uint32_t> starts, uint32_t offset, NetSearch& search, std::vector<Span>& matches) const;

  Regex regex_;
  WordNet made_;
  std::span<const uint16_t> net_;
  mutable std::atomic<const std::optional<PhraseMatcher>*> matcher_ = nullptr;  // made on first use; none in it: RE2 finds
};

}  // namespace decant
