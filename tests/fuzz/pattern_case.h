// Random patterns over random conversations, derived from bytes, for the one question: does the prefiltered scan find
// exactly what the naive one finds? With every regex comes a text that it matches, or nearly so; the turns are made of
// these, glued to each other and to other words.
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
    const std::size_t patterns = 1 + pick(5);
    for (std::size_t i = 0; i < patterns; ++i) {
      PatternSpec spec;
      spec.is_raw = pick(2) == 0;
      spec.word_begin = pick(4) != 0;
      spec.word_end = pick(4) != 0;
      const Part part = spec.is_raw ? raw(3) : phrase();
      spec.regex = part.regex;
      samples_.push_back(part.sample);
      if (!check_regex(spec)) specs_.push_back(spec);
    }
    const std::size_t turns = pick(6);
    for (std::size_t i = 0; i < turns; ++i) add_turn();
  }

  const std::vector<PatternSpec>& specs() const { return specs_; }
  const FoldedText& text() const { return text_; }

  // The first pair on which the two engines differ, described.
  std::optional<std::string> difference() {
    PatternSet set;
    std::vector<PatternId> ids;
    for (const PatternSpec& spec : specs_) ids.push_back(set.add(spec));
    set.build();
    Scan fast(set);
    Scan slow(set, Scan::Engine::naive);
    matches_ = 0;
    for (int round = 0; round < 2; ++round) {  // the second time with used scratch
      fast.start(text_);
      slow.start(text_);
      for (PatternId id : ids) {
        for (uint32_t turn = 0; turn < text_.turns.size(); ++turn) {
          const std::span<const Span> expected = slow.find(id, turn);
          const std::span<const Span> found = fast.find(id, turn);
          matches_ += expected.size();
          const bool is_candidate = fast.may_match(id, turn) && fast.may_match(id);
          if (!std::ranges::equal(expected, found) || (!expected.empty() && !is_candidate)) {
            return describe(set, id, turn, expected.size(), found.size());
          }
        }
      }
    }
    return std::nullopt;
  }
  // How many matches difference() compared.
  std::size_t matches() const { return matches_; }

 private:
  struct Part {
    std::string regex;
    std::string sample;  // a text it should match, but for assertions
  };

  std::size_t pick(std::size_t count) { return at_ < bytes_.size() ? bytes_[at_++] % count : 0; }
  template <std::size_t size>
  std::string one_of(const char* const (&choices)[size]) {
    return choices[pick(size)];
  }
  template <std::size_t size>
  Part part_of(const Part (&choices)[size]) {
    return choices[pick(size)];
  }
  static Part both(std::string text) { return {text, text}; }
  static void append(Part& whole, const Part& next) {
    whole.regex += next.regex;
    whole.sample += next.sample;
  }

  std::string word() {
    return one_of({"we", "can", "can_t", "not", "a", "i", "i_m", "sk", "k", "refus", "help", "do", "12", "345",
                   "caf\xC3\xA9", "re", "so", "x_y", "cannot", "ok"});
  }

  Part separator() {
    return {one_of({"(?:,? |-)", "(?:,? |-)", "(?:,? (?:- )?|-)"}), one_of({" ", " ", " ", ", ", " - ", ", - ", "-"})};
  }

  // One word of a gap, with what stands before it.
  Part gap_word() {
    Part word_there = {one_of({",? [^ ]*[^ .!?\\x04\")][\")]*", "(?:,? |-)[^ ]*[^ .!?]"}), ""};
    word_there.sample = one_of({" ", ", ", "-"}) + word() + one_of({"", "", ")", "\"", ".", "'s", "-x"});
    return word_there;
  }

  // As the phrase compiler writes them.
  Part phrase() {
    Part whole = phrase_item();
    for (std::size_t items = pick(4); items > 0; --items) {
      if (pick(5) == 0) {
        whole.regex += "(?:" + gap_word().regex + "){0," + std::to_string(1 + pick(4)) + one_of({"}?", "}?", "}"});
        for (std::size_t words = pick(3); words > 0; --words) whole.sample += gap_word().sample;
      }
      if (pick(8) == 0) {
        const Part one = gap_word();
        append(whole, {"(?:" + one.regex + ")?", pick(2) == 0 ? "" : one.sample});
      }
      if (pick(5) == 0) {
        const std::string maybe = word();
        append(whole, {"(?:(?:,? |-)" + maybe + ")?", pick(2) == 0 ? "" : " " + maybe});
      }
      if (pick(8) != 0) append(whole, separator());
      append(whole, phrase_item());
    }
    return whole;
  }
  Part phrase_item() {
    const std::string first = word();
    switch (pick(9)) {
      case 0: {
        const std::string second = word() + " " + word();
        return {"(?:" + first + "|" + second + ")", pick(2) == 0 ? first : second};
      }
      case 1: {
        const Part other = phrase_item();
        return {"(?:" + first + "|" + other.regex + ")", pick(2) == 0 ? first : other.sample};
      }
      case 2: return {first + "[a-z0-9_]*", first + one_of({"", "ed", "_3"})};
      case 3: {
        const std::string second = word();
        return {"(?:" + first + "[a-z0-9_]*|" + second + ")", pick(2) == 0 ? first + "s" : second};
      }
      case 4: return {"ca(?:n_?t|nnot|n not)", one_of({"cant", "can_t", "cannot", "can not"})};
      case 5: return part_of({both("\x01"), both("\x02"), {"\\.", "."}, {"[0-9]+", "12"}, {"[^ ]+", "x"}});
      default: return both(first);
    }
  }

  Part raw(int depth) {
    switch (pick(depth > 0 ? 17 : 7)) {
      case 0:
      case 1:
      case 2: return both(word());
      case 3:
        return part_of({both(" "), both(","), both("-"), both("'"), both("@"), {"\\.", "."}, {"\\s+", "  "}, {"\\W", " "},
                        {"\\W+", ", "}, {"\\s*", ""}, {"\\W*?", " "}, {" ?", ""}, {"\\W{2,}", "--"}});
      case 4:
        return part_of({{"['\xE2\x80\x99]", "'"}, {"\\d", "7"}, {"\\w", "q"}, {"\\w+", "word"}, {"[a-e]", "c"},
                        {"[- ]", "-"}, {".", "."}, {"[sz]", "s"}, {"[^a]", "b"}, {"\\S", "b"}, {"\\D", " "},
                        {"[\\w-]", "-"}, {"[0-9]", "3"}});
      case 5:
        return part_of({{"[\\t-c]", "b"}, {"[[:alpha:]]", "z"}, {"\\pL", "\xC3\xA9"}, {"\xC5\xBF", "s"}, {"\xC3\x89", "\xC3\xA9"},
                        {"\\x41", "a"}, {"[k\xC3\xA9]", "\xC3\xA9"}, {"\\x{6e}", "n"}, {"[^\\W]", "n"},
                        {"[\xC3\xA0-\xE2\x84\xBF]", "k"}, {"[\xC3\xA0-\xE2\x84\xBF]", "\xC3\xA9"}, {"\\_", "_"},
                        {"[]a]b", "]b"}, {"x{,2}", "x{,2}"}, {"\xE2\x84\xAA", "k"}, {"[+--]x", ",x"}});
      case 6:
        return {one_of({"\\b", "\\B", "^", "$", "(?i)", "\\A", "\\z", "(?s)", "(?m)", "(?-i)", "\\b", "\\b"}), ""};
      case 7:
      case 8:
      case 9: {
        Part whole;
        for (std::size_t parts = 2 + pick(3); parts > 0; --parts) append(whole, raw(depth - 1));
        return whole;
      }
      case 10:
      case 11: {
        Part whole = raw(depth - 1);
        for (std::size_t parts = 1 + pick(3); parts > 0; --parts) {
          const Part branch = raw(depth - 1);
          whole.regex += "|" + branch.regex;
          if (pick(2) == 0) whole.sample = branch.sample;
        }
        return {"(?:" + whole.regex + ")", whole.sample};
      }
      case 12:
      case 13: {
        const Part once = raw(depth - 1);
        const Part times = part_of({{"?", "0"}, {"?", "1"}, {"*", "0"}, {"*", "2"}, {"+", "1"}, {"+", "2"}, {"{2}", "2"},
                                    {"{1,3}", "3"}, {"{0,2}", "0"}, {"??", "1"}, {"{2,}", "2"}, {"{3,4}", "3"}, {"{0}", "0"}});
        Part whole{"(?:" + once.regex + ")" + times.regex, ""};
        for (char copy = '0'; copy < times.sample[0]; ++copy) whole.sample += once.sample;
        return whole;
      }
      case 14: {
        const Part inner = raw(depth - 1);
        return {"\\b" + inner.regex + "\\b", inner.sample};
      }
      case 15:
        return part_of({{"(?:\\W+\\w+){0,2}?\\W+", " "}, {"(?:\\W+\\w+){0,2}?\\W+", " x y "}, {"\\W+(?:\\w+\\W+){0,3}", "-"},
                        {"\\W+(?:\\w+\\W+){0,3}", " x "}, {".*", ""}, {".*", " x"}, {"(?P<n>a|b)", "b"}, {"[^ ]*", "x"},
                        {"(?:\\w+\\W+){0,3}", ""}, {"(?:\\w+\\W+){0,3}", "x "}, {"(?:\\W+\\w+){0,3}", ""}});
      default: {
        const Part inner = raw(depth - 1);
        return {one_of({"^(?:", "\\b(?:", "(?i:", "("}) + inner.regex + ")", inner.sample};
      }
    }
  }

  void add_turn() {
    std::string turn;
    for (std::size_t pieces = pick(6); pieces > 0; --pieces) {
      turn += pick(3) == 0 ? one_of({"we", "x", "CAN", "\xC3\xA9", "Refused", "\x01", "\xFF", "a", "_", "9"})
                           : samples_[pick(samples_.size())];
      turn += one_of({" ", " ", "-", ", ", ". ", "", "", " - ", "'", "\xE2\x80\x94", "  ,  "});
    }
    if (!text_.turns.empty()) {
      text_.cased += '\n';
      text_.lower += '\n';
    }
    const bool has_odd_letters = pick(4) == 0;
    const uint32_t begin = static_cast<uint32_t>(text_.cased.size());
    for (std::size_t i = 0; i < turn.size(); ++i) {
      const char c = turn[i];
      const bool is_odd = has_odd_letters && (c == 'k' || c == 's') && pick(2) == 0;
      const std::string written = !is_odd ? std::string(1, c) : c == 'k' ? "\xE2\x84\xAA" : "\xC5\xBF";
      text_.cased += 'a' <= c && c <= 'z' && !is_odd && pick(6) == 0 ? std::string(1, static_cast<char>(c - 32)) : written;
      text_.lower += 'A' <= c && c <= 'Z' ? std::string(1, static_cast<char>(c | 32)) : written;
    }
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
  std::vector<std::string> samples_;
  FoldedText text_;
  std::size_t matches_ = 0;
};

}  // namespace decant
