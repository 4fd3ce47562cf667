#include "match/sentence.h"

#include <algorithm>
#include <array>

#include "text/fold.h"

namespace decant {
namespace {

// Whether the dot at `dot` belongs to an abbreviation.
bool is_abbreviation(std::string_view text, uint32_t begin, uint32_t dot) {
  static constexpr std::array<std::string_view, 14> known = {
      "mr", "mrs", "ms", "dr", "st", "e.g", "i.e", "etc", "a.m", "p.m", "vs", "no", "approx", "inc"};
  uint32_t from = dot;
  while (from > begin && text[from - 1] != ' ') --from;
  std::string word(text.substr(from, dot - from));
  std::transform(word.begin(), word.end(), word.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  // "No." ends a sentence far more often than it abbreviates "number", unless a number follows.
  if (word == "no") return dot + 2 < text.size() && text[dot + 2] >= '0' && text[dot + 2] <= '9';
  return std::find(known.begin(), known.end(), word) != known.end();
}

// What may stand between the end of a sentence and the space behind it.
bool is_closer(char c) { return std::string_view(".!?\")'").find(c) != std::string_view::npos; }

bool ends_sentence(std::string_view text, Span turn, uint32_t i) {
  const char c = text[i];
  if (c == paragraph_break) return true;
  if (c != '.' && c != '!' && c != '?') return false;
  uint32_t next = i + 1;
  while (next < turn.end && is_closer(text[next])) ++next;
  if (next < turn.end && text[next] != ' ') return false;
  return c != '.' || !is_abbreviation(text, turn.begin, i);
}

bool ends_clause(std::string_view text, Span turn, uint32_t i) {
  const char c = text[i];
  if (c == ',' || c == ';' || c == ':') return i + 1 >= turn.end || text[i + 1] == ' ';
  if (c == '-') return i > turn.begin && text[i - 1] == ' ' && i + 1 < turn.end && text[i + 1] == ' ';
  return ends_sentence(text, turn, i);
}

}  // namespace

Span sentence_around(std::string_view text, Span turn, Span at) {
  uint32_t begin = std::clamp(at.begin, turn.begin, turn.end);
  while (begin > turn.begin && !ends_sentence(text, turn, begin - 1)) --begin;
  while (begin > turn.begin && begin < at.begin && is_closer(text[begin])) ++begin;
  uint32_t end = std::clamp(at.end, begin, turn.end);
  if (end > begin && ends_sentence(text, turn, end - 1)) return {begin, end};
  while (end < turn.end && !ends_sentence(text, turn, end)) ++end;
  while (end < turn.end && text[end] != ' ') ++end;
  return {begin, end};
}

Span words_before(std::string_view text, Span turn, Span at, int words) {
  uint32_t begin = at.begin;
  if (words <= 0) return {begin, begin};
  while (begin > turn.begin && !ends_clause(text, turn, begin - 1)) {
    if (text[begin - 1] == ' ' && begin != at.begin && --words == 0) break;
    --begin;
  }
  return {begin, at.begin};
}

Span words_after(std::string_view text, Span turn, Span at, int words) {
  uint32_t end = at.end;
  if (words <= 0) return {end, end};
  while (end < turn.end && !ends_clause(text, turn, end)) {
    if (text[end] == ' ' && end != at.end && --words == 0) break;
    ++end;
  }
  return {at.end, end};
}

int words_between(std::string_view text, Span a, Span b) {
  const auto spaces = std::count(text.begin() + a.end, text.begin() + b.begin, ' ');
  return spaces > 0 ? static_cast<int>(spaces) - 1 : 0;
}

bool is_question(std::string_view text, Span sentence) {
  std::string_view words = text.substr(sentence.begin, sentence.size());
  while (!words.empty() && std::string_view(" \"')\x04").find(words.back()) != std::string_view::npos) words.remove_suffix(1);
  if (words.empty()) return false;
  if (words.back() == '?') return true;
  if (words.back() == '.' || words.back() == '!') return false;
  static constexpr std::array<std::string_view, 9> openers = {"so", "and", "but", "okay", "ok", "well", "sorry", "now", "then"};
  static constexpr std::array<std::string_view, 20> auxiliaries = {"can", "could", "would", "will", "do", "does", "did", "is", "are", "was",
                                                                    "were", "have", "has", "had", "should", "may", "can_t", "don_t",
                                                                    "couldn_t", "isn_t"};
  static constexpr std::array<std::string_view, 8> askers = {"what", "why", "who", "where", "which", "how", "when", "whose"};
  static constexpr std::array<std::string_view, 12> subjects = {"i", "you", "we", "they", "he", "she", "it", "there", "that", "this", "the", "your"};
  const auto next_word = [&] {
    while (words.starts_with(' ')) words.remove_prefix(1);
    std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(word.size());
    while (word.ends_with(',')) word.remove_suffix(1);
    return word;
  };
  const auto is_one_of = [](std::string_view word, const auto& list) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  std::string_view word = next_word();
  while (is_one_of(word, openers)) word = next_word();
  // "when I" opens a clause as often as a question; it asks only before an auxiliary.
  if (is_one_of(word, askers)) return is_one_of(next_word(), auxiliaries);
  return is_one_of(word, auxiliaries) && is_one_of(next_word(), subjects);
}

}  // namespace decant
