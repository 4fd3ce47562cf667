#include "pattern/regex.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>

#include "base/made_once.h"

namespace decant {
namespace {

using re2::RE2;
using re2::StringPiece;

// What a pack's regex may cost, and what it may cost once boundaries are put around it: a regex that passed the check
// must not fail later.
constexpr int64_t checked_budget = 8 << 20;
constexpr int64_t run_budget = 24 << 20;

// What RE2 may spend on remembered states. With thousands of regexes in use that is most of the memory of a run, so a short
// regex gets little; but one whose states do not fit makes them anew for every text, which costs ten times the time, and
// states grow with the regex.
int64_t budget_for(std::string_view regex) {
  return std::min(run_budget, (int64_t{64} << 10) + 300 * static_cast<int64_t>(regex.size()));
}

RE2::Options options_for(bool is_raw, int64_t budget) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(budget);
  options.set_case_sensitive(!is_raw);
  return options;
}

std::string bounded(const PatternView& pattern, bool spelled_out) {
  std::string regex(pattern.regex);
  if (pattern.is_raw) return regex;
  if (!spelled_out) return (pattern.word_begin ? "\\b(?:" : "(?:") + regex + (pattern.word_end ? ")\\b" : ")");
  return (pattern.word_begin ? "(?:^|[^\\pL\\pM\\pN_])((?:" : "((?:") + regex + (pattern.word_end ? "))(?:$|[^\\pL\\pM\\pN_])" : "))");
}

// Whether there is a place in some text where the regex matches nothing. Which empty matches are possible depends on
// the neighbours on both sides only, so all kinds of neighbours are tried.
bool matches_empty(const RE2& regex) {
  constexpr std::array<std::string_view, 4> neighbours = {"", "a", " ", "\n"};
  for (std::string_view left : neighbours) {
    for (std::string_view right : neighbours) {
      std::string text(left);
      text += right;
      if (regex.Match(text, left.size(), left.size(), RE2::ANCHOR_BOTH, nullptr, 0)) return true;
    }
  }
  return false;
}

std::string fault_sentence(const RE2& regex) {
  const std::string quoted = "'" + regex.error_arg() + "'";
  switch (regex.error_code()) {
    case RE2::NoError: break;
    case RE2::ErrorInternal: break;
    case RE2::ErrorBadEscape: return "RE2 knows no escape " + quoted;
    case RE2::ErrorBadCharClass: return "bad character class " + quoted;
    case RE2::ErrorBadCharRange: return "bad range " + quoted + " in a character class";
    case RE2::ErrorMissingBracket: return "']' is missing";
    case RE2::ErrorMissingParen: return "')' is missing";
    case RE2::ErrorUnexpectedParen: return "')' without its '('";
    case RE2::ErrorTrailingBackslash: return "'\\' at the end";
    case RE2::ErrorRepeatArgument: return quoted + " has nothing to repeat";
    case RE2::ErrorRepeatSize: return "bad repetition " + quoted + " (1000 at most)";
    case RE2::ErrorRepeatOp: return "bad repetition " + quoted;
    case RE2::ErrorBadPerlOp: return "RE2 knows no group " + quoted;
    case RE2::ErrorBadUTF8: return "the regex is no valid UTF-8";
    case RE2::ErrorBadNamedCapture: return "bad name of a group " + quoted;
    case RE2::ErrorPatternTooLarge: return "the regex is too large";
  }
  return "RE2 cannot read the regex: " + regex.error();
}

// What to do, for somebody who may never have written a regex on purpose.
std::string hint_for(const RE2& regex) {
  const std::string& part = regex.error_arg();
  switch (regex.error_code()) {
    case RE2::ErrorBadPerlOp: return "there is no looking ahead or behind; not_in, not_after and not_before do what it is used for";
    case RE2::ErrorBadEscape:
      if (part.size() == 2 && part[1] >= '1' && part[1] <= '9') return "a regex cannot refer back to what a group matched";
      break;
    case RE2::ErrorMissingParen:
    case RE2::ErrorUnexpectedParen: return "every ( needs its ); write \\( or \\) to mean the character itself";
    case RE2::ErrorMissingBracket: return "every [ needs its ]; write \\[ to mean the character itself";
    case RE2::ErrorRepeatSize: return "repetitions inside others are multiplied";
    case RE2::ErrorPatternTooLarge: return "repeat fewer times, or split it into several";
    default: break;
  }
  return "between two / stands a regular expression in RE2's syntax; plain words need no /";
}

// RE2 tells what was wrong but not where: that is plain only if it stands there once, and of parentheses it shows the
// whole regex.
std::optional<uint32_t> place_of(const RE2& bad) {
  const std::string& part = bad.error_arg();
  const bool is_paren = bad.error_code() == RE2::ErrorMissingParen ||
                        bad.error_code() == RE2::ErrorUnexpectedParen;
  const size_t at = bad.pattern().find(part);
  if (part.empty() || is_paren || at == std::string::npos) return std::nullopt;
  if (bad.pattern().find(part, at + 1) != std::string::npos) return std::nullopt;
  return static_cast<uint32_t>(at);
}

}  // namespace

std::optional<RegexFault> check_regex(const PatternSpec& spec) {
  const RE2 regex(spec.regex, options_for(spec.is_raw, checked_budget));
  if (!regex.ok()) return RegexFault{fault_sentence(regex), place_of(regex), hint_for(regex)};
  if (matches_empty(regex)) return RegexFault{"the regex matches the empty text", {}, "it must ask for at least one character; x+ is one x or more, x* may be none"};
  return std::nullopt;
}

PatternView::PatternView(const PatternSpec& spec)
    : regex(spec.regex),
      is_raw(spec.is_raw),
      word_begin(spec.word_begin),
      word_end(spec.word_end),
      is_ascii(std::ranges::none_of(regex, [](char c) { return (c & 0x80) != 0; })) {}

Regex::~Regex() {
  delete plain_.load();
  delete spelled_out_.load();
}

const RE2& Regex::compiled(bool spelled_out) const {
  return made_once<RE2>(spelled_out ? spelled_out_ : plain_, [&] {
    const std::string regex = bounded(pattern_, spelled_out);
    RE2::Options options = options_for(pattern_.is_raw, budget_for(regex));
    options.set_never_capture(!spelled_out);
    auto made = std::make_unique<const RE2>(regex, options);
    if (made->ok()) return made;
    options.set_max_mem(run_budget);
    return std::make_unique<const RE2>(regex, options);
  });
}

void Regex::find_all(std::string_view turn, bool has_foreign_letters, uint32_t offset,
                     std::vector<Span>& matches) const {
  const bool spelled_out = !has_plain_form(has_foreign_letters);
  const RE2& regex = compiled(spelled_out);
  const StringPiece text(turn.data(), turn.size());
  const int group = spelled_out ? 1 : 0;
  StringPiece groups[2];
  size_t from = 0;
  while (from < turn.size() &&
         regex.Match(text, from, turn.size(), RE2::UNANCHORED, groups, group + 1)) {
    const size_t begin = static_cast<size_t>(groups[group].data() - turn.data());
    const size_t end = begin + groups[group].size();
    if (end > begin) {
      matches.push_back({offset + static_cast<uint32_t>(begin), offset + static_cast<uint32_t>(end)});
    }
    // Past the match, but not past the boundary behind it: that one may serve the next match too.
    from = std::max(end, from + 1);
  }
}

void Regex::find_at(std::string_view turn, std::span<const uint32_t> starts, uint32_t offset,
                    std::vector<Span>& matches) const {
  const RE2& regex = compiled(false);
  const StringPiece text(turn.data(), turn.size());
  size_t from = 0;
  for (const uint32_t start : starts) {
    StringPiece group;
    if (start < from || !regex.Match(text, start, turn.size(), RE2::ANCHOR_START, &group, 1)) continue;
    matches.push_back({offset + start, offset + start + static_cast<uint32_t>(group.size())});
    from = start + group.size();
  }
}

}  // namespace decant
