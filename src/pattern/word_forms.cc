#include "pattern/word_forms.h"

#include <algorithm>

#include "pattern/spelling.h"
#include "text/fold.h"
#include "text/token.h"

namespace decant {
namespace {

// Writes out all texts of the small regexes that spellings are: letters, escapes, (?:a|b) and ?. The apostrophe is '_'; of what may
// stand between two words only the space is written out.
class Expansion {
 public:
  explicit Expansion(std::string_view regex) : regex_(regex) {}
  std::vector<std::string> texts() { return alternatives(); }

 private:
  std::vector<std::string> alternatives() {
    std::vector<std::string> out = sequence();
    while (at_ < regex_.size() && regex_[at_] == '|') {
      ++at_;
      for (std::string& text : sequence()) out.push_back(std::move(text));
    }
    return out;
  }

  std::vector<std::string> sequence() {
    std::vector<std::string> out{""};
    while (at_ < regex_.size() && regex_[at_] != '|' && regex_[at_] != ')') {
      std::vector<std::string> next = atom();
      if (at_ < regex_.size() && regex_[at_] == '?') {
        ++at_;
        next.push_back("");
      }
      std::vector<std::string> longer;
      for (const std::string& text : out)
        for (const std::string& end : next) longer.push_back(text + end);
      out = std::move(longer);
    }
    return out;
  }

  std::vector<std::string> atom() {
    if (regex_.substr(at_).starts_with(word_gap_regex)) {
      at_ += word_gap_regex.size();
      return {" "};
    }
    if (regex_.substr(at_).starts_with("(?:")) {
      at_ += 3;
      std::vector<std::string> inner = alternatives();
      ++at_;  // the ')'
      return inner;
    }
    if (regex_[at_] == '\\' && at_ + 1 < regex_.size()) ++at_;
    const char c = regex_[at_++];
    return {std::string(1, c == '_' ? '\'' : c)};
  }

  std::string_view regex_;
  std::size_t at_ = 0;
};

// Text that folds to the byte that stands for something masked.
std::string_view text_of_mask(char byte) {
  switch (byte) {
    case masked_link: return "www.example.com";
    case masked_mention: return "@somebody";
    case masked_tag: return "#something";
    default: return {};
  }
}

}  // namespace

WordForms word_forms(std::string_view word) {
  if (const std::string_view text = word.size() == 1 ? text_of_mask(word[0]) : ""; !text.empty()) return {{std::string(text)}, {}};
  std::size_t begin = 0, end = word.size();
  while (begin < end && !is_word_byte(word[begin])) ++begin;
  while (end > begin && !is_word_byte(word[end - 1])) --end;
  if (begin == end) return {{std::string(word)}, {}};
  const Spellings spellings = spellings_of(word.substr(begin, end - begin), false);
  WordForms out;
  for (const std::string& text : Expansion(spellings.first).texts())
    out.alone.push_back(std::string(word.substr(0, begin)) + text + std::string(word.substr(end)));
  if (spellings.is_attachable && begin == 0 && end == word.size()) {
    // `after` is "(?:", the gap, `first`, "|", what is attached, ")".
    const std::size_t skipped = 3 + word_gap_regex.size() + spellings.first.size() + 1;
    const std::string_view after = spellings.after;
    out.attached = Expansion(after.substr(skipped, after.size() - skipped - 1)).texts();
  }
  return out;
}

}  // namespace decant
