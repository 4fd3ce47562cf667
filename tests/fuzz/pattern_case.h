// Random patterns over random conversations, derived from bytes, for the one question: does the prefiltered scan find
// exactly what the naive one finds? The words are few and short so that patterns often match, nearly match, or match
// where they must not.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/pattern_set.h"
#include "text/fold.h"

namespace decant {

class PatternCase {
 public:
  // The same bytes make the same case, any bytes make one.
  explicit PatternCase(std::span<const uint8_t> bytes) : bytes_(bytes) {
    const std::size_t patterns = 1 + pick(8);
    for (std::size_t i = 0; i < patterns; ++i) {
      PatternSpec spec;
      spec.is_raw = pick(2) == 0;
      spec.word_begin = pick(4) != 0;
      spec.word_end = pick(4) != 0;
      spec.regex = spec.is_raw ? raw_regex(3) : phrase_regex();
      if (!check_regex(spec)) specs_.push_back(spec);
    }
    const std::size_t turns = pick(8);
    for (std::size_t i = 0; i < turns; ++i) add_turn();
  }

  const std::vector<PatternSpec>& specs() const { return specs_; }
  const FoldedText& text() const { return text_; }

  // The first pair on which the two engines differ, described.
  std::optional<std::string> difference() const {
    PatternSet set;
    std::vector<PatternId> ids;
    for (const PatternSpec& spec : specs_) ids.push_back(set.add(spec));
    set.build();
    Scan fast(set);
    Scan slow(set, Scan::Engine::naive);
    // The second time on used scratch.
    for (int round = 0; round < 2; ++round) {
      fast.start(text_);
      slow.start(text_);
      for (PatternId id : ids) {
        for (uint32_t turn = 0; turn < text_.turns.size(); ++turn) {
          const std::span<const Span> expected = slow.find(id, turn);
          const std::span<const Span> found = fast.find(id, turn);
          const bool is_candidate = fast.may_match(id, turn) && fast.may_match(id);
          if (!std::ranges::equal(expected, found) || (!expected.empty() && !is_candidate)) {
            return describe(set, id, turn, expected.size(), found.size());
          }
        }
      }
    }
    return std::nullopt;
  }

 private:
  template <std::size_t size>
  using Choices = const char* const (&)[size];

  std::size_t pick(std::size_t count) {
    if (at_ >= bytes_.size()) return 0;
    return bytes_[at_++] % count;
  }
  template <std::size_t size>
  std::string one_of(Choices<size> choices) {
    return choices[pick(size)];
  }

  std::string word() {
    return one_of({"we", "can", "can_t", "not", "a", "i", "i_m", "sk", "k", "refus", "help", "do", "12",
                   "345", "caf\xC3\xA9", "re", "so", "x_y", "cannot", "ok"});
  }

  // As the phrase compiler writes them.
  std::string phrase_regex() {
    constexpr const char* separator = "(?:,? (?:- )?|-)";
    std::string regex = phrase_item();
    for (std::size_t items = pick(4); items > 0; --items) {
      if (pick(5) == 0) {
        regex += "(?:" + std::string(separator) + "[^ ]*[^ .!?]){0," + std::to_string(1 + pick(4)) + "}?";
      }
      regex += pick(5) == 0 ? "(?:(?:,? |-)" + word() + ")?" : "";
      regex += (pick(8) == 0 ? "" : separator) + phrase_item();
    }
    return regex;
  }
  std::string phrase_item() {
    switch (pick(8)) {
      case 0: return "(?:" + word() + "|" + word() + " " + word() + ")";
      case 1: return "(?:" + word() + "|" + word() + "|" + phrase_item() + ")";
      case 2: return word() + "[a-z0-9_]*";
      case 3: return "(?:" + word() + "[a-z0-9_]*|" + word() + ")";
      case 4: return "ca(?:n_?t|nnot|n not)";
      case 5: return one_of({"\x01", "\x02", "\\.", "[0-9]+", "[^ ]+"});
      default: return word();
    }
  }

  std::string raw_regex(int depth) {
    switch (pick(depth > 0 ? 16 : 6)) {
      case 0:
      case 1:
      case 2: return word();
      case 3: return one_of({" ", ",", "-", "\\s+", "\\W", "\\W+", "\\s*", "\\W*?", "'", "\\.", "@"});
      case 4:
        return one_of({"['\xE2\x80\x99]", "\\d", "\\w", "\\w+", "[a-e]", "[- ]", ".", "[sz]", "[^a]", "\\S", "\\D",
                       "[\\w-]", "[0-9]", "[\\t-c]", "[[:alpha:]]", "\\pL", "\xC5\xBF", "\xC3\x89", "\\x41",
                       "[k\xC3\xA9]", "\\x{6e}", "[^\\W]", "[\xC3\xA0-\xE2\x84\xBF]", "\\_", "[]a]", "x{,2}"});
      case 5: return one_of({"\\b", "\\B", "^", "$", "(?i)", "\\A", "\\z", "(?s)", "(?m)", "(?-i)"});
      case 6:
      case 7:
      case 8: {
        std::string regex;
        for (std::size_t parts = 2 + pick(3); parts > 0; --parts) regex += raw_regex(depth - 1);
        return regex;
      }
      case 9:
      case 10: {
        std::string regex = "(?:" + raw_regex(depth - 1);
        for (std::size_t parts = 1 + pick(3); parts > 0; --parts) regex += "|" + raw_regex(depth - 1);
        return regex + ")";
      }
      case 11:
      case 12:
        return "(?:" + raw_regex(depth - 1) + ")" +
               one_of({"?", "*", "+", "{2}", "{1,3}", "{0,2}", "??", "{2,}", "{3,4}", "+?", "{0}"});
      case 13: return "\\b" + raw_regex(depth - 1) + "\\b";
      case 14: return one_of({"(?:\\W+\\w+){0,2}?\\W+", "\\W+(?:\\w+\\W+){0,3}", ".*", "(?P<n>a|b)"});
      default: return one_of({"^(?:", "\\b(?:", "(?i:"}) + raw_regex(depth - 1) + ")";
    }
  }

  void add_turn() {
    std::string turn;
    for (std::size_t words = pick(12); words > 0; --words) {
      turn += pick(12) == 0 ? one_of({"KS", "\xE2\x84\xAA", "S\xE2\x84\xAA", "\xC5\xBForry", "CAN", "\xC3\xA9", "Refused",
                                      "\x01", "\xFF", "A"})
                            : word();
      turn += one_of({" ", " ", " ", " ", "-", ", ", ". ", "", " - ", "@", "'", "\xE2\x80\x94", "  ,  "});
    }
    if (!text_.turns.empty()) {
      text_.cased += '\n';
      text_.lower += '\n';
    }
    const uint32_t begin = static_cast<uint32_t>(text_.cased.size());
    text_.cased += turn;
    for (char c : turn) text_.lower += 'A' <= c && c <= 'Z' ? static_cast<char>(c | 32) : c;
    text_.turns.push_back({begin, static_cast<uint32_t>(text_.cased.size())});
    text_.has_foreign_letters.push_back(pick(2) == 0);
  }

  std::string describe(const PatternSet& set, PatternId id, uint32_t turn, std::size_t expected,
                       std::size_t found) const {
    const PatternSpec& spec = set.spec(id);
    const Span place = text_.turns[turn];
    std::string all = (spec.is_raw ? "raw /" : "phrase /") + spec.regex + "/ in \"" +
                      text_.cased.substr(place.begin, place.size()) + "\": " + std::to_string(expected) +
                      " matches, found " + std::to_string(found) + "; literals:";
    for (const std::string& literal : set.literals(id)) all += " [" + literal + "]";
    return all;
  }

  std::span<const uint8_t> bytes_;
  std::size_t at_ = 0;
  std::vector<PatternSpec> specs_;
  FoldedText text_;
};

}  // namespace decant
