#include "text/digit_rows.h"

#include <algorithm>
#include <array>

namespace decant {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Separators of one character, the dashes and no-break spaces that word processors put in among them.
struct Separator {
  std::string_view bytes;
  Gap gap;
};
constexpr std::array<Separator, 16> separators{{{" ", Gap::space},
                                                {"\t", Gap::space},
                                                {"\n", Gap::space},
                                                {"\xC2\xA0", Gap::space},      // no-break space
                                                {"\xE2\x80\xAF", Gap::space},  // narrow no-break space
                                                {"-", Gap::dash},
                                                {"\xE2\x80\x90", Gap::dash},   // hyphen
                                                {"\xE2\x80\x91", Gap::dash},   // no-break hyphen
                                                {"\xE2\x80\x93", Gap::dash},   // en dash
                                                {"\xE2\x80\x94", Gap::dash},   // em dash
                                                {"\xE2\x88\x92", Gap::dash},   // minus
                                                {".", Gap::dot},
                                                {"/", Gap::slash},
                                                {"(", Gap::bracket},
                                                {")", Gap::bracket},
                                                {",", Gap::pause}}};

// What lies between two digits: up to three separators, the first that is no space deciding.
// Returns its end in `text`, or `at` if no number goes on here.
std::size_t skip_gap(std::string_view text, std::size_t at, Gap& gap) {
  gap = Gap::none;
  bool has_space = false;
  std::size_t end = at;
  for (int count = 0; count < 3 && end < text.size() && !is_digit(text[end]); ++count) {
    const auto found = std::find_if(separators.begin(), separators.end(), [&](const Separator& s) {
      return text.substr(end).starts_with(s.bytes);
    });
    if (found == separators.end()) return at;
    has_space |= found->gap == Gap::space;
    if (gap == Gap::none || gap == Gap::space || found->gap == Gap::bracket) gap = found->gap;
    end += found->bytes.size();
  }
  if (end >= text.size() || !is_digit(text[end])) return at;
  if (gap == Gap::dash && has_space) gap = Gap::wide_dash;
  if (gap == Gap::dot && has_space) gap = Gap::pause;
  if (gap == Gap::pause && !has_space) return at;  // 1,299: a number with thousands
  return end;
}

constexpr std::array<std::string_view, 9> currencies{"$", "€", "£", "¥", "₹", "$ ", "€ ", "£ ", "₹ "};

}  // namespace

std::size_t next_digit_row(std::string_view text, std::size_t at, std::vector<DigitGroup>& groups) {
  groups.clear();
  while (at < text.size() && !is_digit(text[at])) ++at;
  if (at == text.size()) return at;
  const std::string_view before = text.substr(0, at);
  DigitGroup group{.begin = at, .end = at};
  group.is_plus = before.ends_with('+') || before.ends_with("+(");
  group.is_open = before.ends_with('(');
  while (true) {
    while (at < text.size() && is_digit(text[at])) ++at;
    group.end = at;
    groups.push_back(group);
    Gap gap;
    const std::size_t next = skip_gap(text, at, gap);
    if (next == at) break;
    group = {.begin = next, .end = next, .before = gap, .is_open = text[next - 1] == '('};
    at = next;
  }
  const bool is_price = std::ranges::any_of(currencies, [&](std::string_view sign) { return before.ends_with(sign); });
  const bool is_clock = before.size() > 1 && before.back() == ':' && is_digit(before[before.size() - 2]);
  if (is_price || (is_clock && groups[0].size() == 2)) groups.erase(groups.begin());
  return at;
}

}  // namespace decant
