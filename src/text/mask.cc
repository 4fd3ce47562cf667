#include "text/mask.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "text/mask_numbers.h"

namespace decant {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_continued(char c) { return (c & 0xC0) == 0x80; }
// Letters and digits; the bytes of other scripts count as letters.
bool is_word(char c) { return is_letter(c) || is_digit(c) || (c & 0x80); }

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

void star(std::string& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i)
    if (text[i] != '.' && text[i] != ' ' && text[i] != '-') text[i] = '*';
}

bool is_local_part(char c) { return is_word(c) || std::string_view("._%+-'*").find(c) < 7; }
bool is_domain(char c) { return is_word(c) || c == '.' || c == '-' || c == '*'; }

// dana.smith@mail.brand.example → d*********@****.*****.example
void mask_mail(std::string& text, std::vector<Masked>& found) {
  std::size_t done = 0;  // a local part reaches back to here at most, so that each byte is looked at once
  for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at + 1)) {
    std::size_t begin = at;
    while (begin > done && is_local_part(text[begin - 1])) --begin;
    std::size_t end = at + 1;
    while (end < text.size() && is_domain(text[end])) ++end;
    done = end;
    while (end > at + 1 && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
    while (begin < at && !is_word(text[begin])) ++begin;
    std::size_t dot = end;
    while (dot > at && text[dot - 1] != '.') --dot;
    if (dot > at) --dot;  // at `at` if there is none
    const bool is_mail = begin < at && dot > at + 1 && end - dot > 2 && !is_digit(text[dot + 1]);
    if (!is_mail) continue;
    std::size_t kept = begin + 1;
    while (kept < at && is_continued(text[kept])) ++kept;
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(kept),
              text.begin() + static_cast<std::ptrdiff_t>(at), '*');
    star(text, at + 1, dot);
    found.push_back({span_of(begin, end), PersonalData::mail});
  }
}

// GB29 NWBK 6016 1331 9268 19 or without spaces: two letters, two digits, then eleven to thirty letters and digits, of
// which eight digits at least. The country stays.
void mask_iban(std::string& text, std::vector<Masked>& found) {
  for (std::size_t at = 0; at + 15 <= text.size(); ++at) {
    const bool is_start = (at == 0 || !is_word(text[at - 1])) && is_letter(text[at]) &&
                          is_letter(text[at + 1]) && is_digit(text[at + 2]) && is_digit(text[at + 3]);
    if (!is_start) continue;
    std::size_t end = at, characters = 0, digits = 0;
    const auto has_group_at = [&](std::size_t from) {  // at least two characters of an ordinary group
      return from + 1 < text.size() && (is_digit(text[from]) || is_letter(text[from])) &&
             (is_digit(text[from + 1]) || (text[from + 1] >= 'A' && text[from + 1] <= 'Z'));
    };
    while (end < text.size() && characters <= 34) {
      if (is_digit(text[end]) || is_letter(text[end])) {
        digits += is_digit(text[end]);
        ++characters;
        ++end;
      } else if (text[end] == ' ' && characters % 4 == 0 && has_group_at(end + 1)) {
        ++end;
      } else {
        break;
      }
    }
    if (characters < 15 || characters > 34 || digits < 8) continue;
    star(text, at + 2, end);
    found.push_back({span_of(at, end), PersonalData::iban});
    at = end;
  }
}

// How many digits a word stands for when numbers are dictated; "double" and "triple" say it of the next word.
struct Spoken {
  std::string_view word;
  int digits;
};
constexpr std::array<Spoken, 20> spoken_words{
    {{"zero", 1},  {"oh", 1},     {"o", 1},      {"nought", 1}, {"one", 1},  {"two", 1},  {"three", 1},
     {"four", 1},  {"five", 1},   {"six", 1},    {"seven", 1},  {"eight", 1}, {"nine", 1}, {"double", 1},
     {"triple", 2}, {"dash", 0},  {"hyphen", 0}, {"um", 0},     {"uh", 0},   {"er", 0}}};

// The entry for a word in any case, or nullptr. A digit written as such counts as a word.
const Spoken* spoken(std::string_view word) {
  static constexpr Spoken written{"", 1};
  if (word.size() == 1 && is_digit(word[0])) return &written;
  const auto found = std::find_if(spoken_words.begin(), spoken_words.end(), [&](const Spoken& s) {
    return std::equal(s.word.begin(), s.word.end(), word.begin(), word.end(),
                      [](char a, char b) { return a == (b | 0x20); });
  });
  return found == spoken_words.end() ? nullptr : &*found;
}

// "four one one two …": seven digits or more in a row, with at most three spaces or signs between two words. A row of
// written figures alone is left to mask_numbers, which knows cards.
void mask_spoken(std::string& text, std::vector<Masked>& found) {
  constexpr int fewest = 7;
  constexpr std::size_t widest_gap = 3;
  constexpr std::string_view gaps = " ,.-\t\n";
  std::size_t begin = 0, end = 0;  // of the row so far, from its first digit to its last
  std::size_t edge = 0;            // of the last word heard, digit or filler
  int digits = 0;
  bool has_word = false;
  const auto finish = [&] {
    if (digits >= fewest && has_word) {
      for (std::size_t i = begin; i < end; ++i)
        if (is_word(text[i])) text[i] = '*';
      found.push_back({span_of(begin, end), PersonalData::spoken_number});
    }
    digits = 0;
    has_word = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word(text[at])) {
      if (gaps.find(text[at]) == std::string_view::npos || at >= edge + widest_gap) finish();
      ++at;
      continue;
    }
    std::size_t word_end = at;
    while (word_end < text.size() && is_word(text[word_end])) ++word_end;
    const std::string_view word = std::string_view(text).substr(at, word_end - at);
    if (const Spoken* heard = spoken(word); !heard) {
      finish();
    } else if (heard->digits > 0) {
      if (digits == 0) begin = at;
      digits += heard->digits;
      has_word |= is_letter(word[0]);
      end = word_end;
    }
    at = edge = word_end;
  }
  finish();
}

}  // namespace

void mask_personal_data(std::string& text) {
  std::vector<Masked> ignored;
  mask_personal_data(text, ignored);
}

void mask_personal_data(std::string& text, std::vector<Masked>& found) {
  mask_mail(text, found);
  mask_iban(text, found);
  mask_spoken(text, found);
  mask_numbers(text, found);
}

}  // namespace decant
