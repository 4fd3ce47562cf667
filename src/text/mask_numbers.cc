// A number as people write it is a row of digit groups with separators: "4111 1111 1111 1111", "(415) 555-0123". The text is
// cut into such rows, and a row is read from left to right: at each group the shapes below are tried, and the first that
// fits takes its groups. Each looks at a bounded number of groups or takes all it looks at, so the whole is linear.
#include "text/mask_numbers.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace decant {
namespace {

// What stands between two groups of a row.
enum class Gap : uint8_t {
  none,
  space,
  dash,
  wide_dash,  // with a space: between two dates it is no part of either
  dot,
  slash,
  bracket,
  pause  // ", " or ". ", as dictated
};

struct Group {
  std::size_t begin, end;
  Gap before = Gap::none;  // none: the first of its row
  bool is_open = false;    // "(" stands before it
  bool is_plus = false;    // "+" does
  std::size_t size() const { return end - begin; }
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Row {
 public:
  Row(std::string& text, std::span<const Group> groups) : text_(text), groups_(groups) {}

  void mask();

 private:
  using Shape = std::size_t (Row::*)(std::size_t) const;

  std::string_view digits(std::size_t i) const {
    return std::string_view(text_).substr(groups_[i].begin, groups_[i].size());
  }
  std::size_t size(std::size_t i) const { return i < groups_.size() ? groups_[i].size() : 0; }
  Gap gap(std::size_t i) const { return i < groups_.size() ? groups_[i].before : Gap::none; }
  bool is_tight(std::size_t i) const {  // separated as inside one number
    return gap(i) != Gap::none && gap(i) != Gap::pause;
  }
  bool is_plain(std::size_t i) const {  // by spaces and dashes only
    return gap(i) == Gap::space || gap(i) == Gap::dash || gap(i) == Gap::wide_dash;
  }
  bool is_year(std::size_t i) const {
    return size(i) == 4 && (digits(i).starts_with("19") || digits(i).starts_with("20"));
  }
  bool is_round(std::size_t i) const { return digits(i).ends_with("00"); }
  int number(std::size_t i) const {
    int value = 0;
    for (char c : digits(i)) value = value * 10 + (c - '0');
    return value;
  }
  bool passes_luhn(std::size_t first, std::size_t last) const;

  // Shapes: how many groups from `i` on make one; 0 if none does.
  std::size_t date(std::size_t i) const;
  std::size_t card(std::size_t i) const;
  std::size_t social_security(std::size_t i) const;
  std::size_t international(std::size_t i) const;
  std::size_t trunk(std::size_t i) const;
  std::size_t local(std::size_t i) const;
  std::size_t grouped(std::size_t i) const;
  std::size_t pair(std::size_t i) const;
  std::size_t spelt(std::size_t i) const;
  std::size_t in_a_row(std::size_t i) const { return size(i) >= 8 && !is_fraction(i) ? 1 : 0; }

  // "3.14159265": the digits after the point are no account.
  bool is_fraction(std::size_t i) const {
    return gap(i) == Gap::dot && size(i - 1) <= 3 && gap(i - 1) != Gap::dot && gap(i + 1) != Gap::dot;
  }
  // From `i` on as many groups as fit in 15 digits, the most a phone has, up to a date.
  std::size_t phone_from(std::size_t i) const;

  void star(std::size_t i, std::size_t count, std::size_t keep);

  std::string& text_;
  std::span<const Group> groups_;
};

bool Row::passes_luhn(std::size_t first, std::size_t last) const {
  int sum = 0;
  bool is_doubled = false;
  for (std::size_t i = last; i-- > first;)
    for (std::size_t at = groups_[i].end; at-- > groups_[i].begin; is_doubled = !is_doubled) {
      const int digit = text_[at] - '0';
      sum += !is_doubled ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
    }
  return sum % 10 == 0;
}

std::size_t Row::date(std::size_t i) const {
  const Gap between = gap(i + 1);
  if (between != gap(i + 2) || size(i) > 4 || size(i + 1) > 2 || size(i + 2) > 4) return 0;
  if (between != Gap::dash && between != Gap::slash && between != Gap::dot) return 0;
  if (gap(i + 3) == between) return 0;  // 01-23-45-67-89 is a phone
  const auto is_month_or_day = [this](std::size_t g) {
    return size(g) <= 2 && number(g) >= 1 && number(g) <= 31;
  };
  if (!is_month_or_day(i + 1)) return 0;
  if (is_year(i) && is_month_or_day(i + 2)) return 3;
  const bool is_year_last = is_year(i + 2) || size(i + 2) == 2;
  return is_month_or_day(i) && is_year_last ? 3 : 0;
}

std::size_t Row::card(std::size_t i) const {
  constexpr std::size_t fewest = 13, most = 19;
  std::size_t total = 0, found = 0;
  bool has_pause = false;
  bool is_four = true, is_long = true, is_even = true;  // groups of four; of three to seven; all alike
  for (std::size_t last = i; last < groups_.size(); ++last) {
    total += size(last);
    if (total > most) break;
    if (last > i) {
      has_pause |= gap(last) == Gap::pause;
      is_four &= size(last - 1) == 4;
      is_long &= size(last - 1) >= 3 && size(last - 1) <= 7;
      is_even &= size(last) == size(i);
    }
    // A number dictated in small equal groups is all of them: a part may pass by chance.
    const bool is_whole = size(last + 1) != size(i) || size(i) >= 4;
    const bool is_shaped =
        last == i || (is_even && is_whole) || (has_pause ? is_four : is_long);
    // Of two that pass, four times four is the likelier one: what follows may be the date of expiry.
    if (is_shaped && total >= fewest && (found == 0 || total == 16) && passes_luhn(i, last + 1))
      found = last + 1 - i;
  }
  return found;
}

std::size_t Row::social_security(std::size_t i) const {
  const bool is_shape = size(i) == 3 && size(i + 1) == 2 && size(i + 2) == 4 &&
                        gap(i + 1) == gap(i + 2) && is_plain(i + 1);
  return is_shape ? 3 : 0;
}

std::size_t Row::phone_from(std::size_t i) const {
  std::size_t total = 0, last = i;
  while (last < groups_.size() && (last == i || is_tight(last)) && total + size(last) <= 15) {
    if (last > i && date(last)) break;
    total += size(last++);
  }
  return total >= 7 ? last - i : 0;
}

std::size_t Row::international(std::size_t i) const {
  const Group& first = groups_[i];
  const bool is_area = first.is_open && gap(i + 1) == Gap::bracket;  // (415) 555 …
  return first.is_plus || is_area ? phone_from(i) : 0;
}

// 020 7946 0018, 030/1234567, 01 23 45 67 89. The cents of a price are no start.
std::size_t Row::trunk(std::size_t i) const {
  if (size(i) < 2 || digits(i)[0] != '0' || gap(i) == Gap::dot) return 0;
  const std::size_t count = phone_from(i);
  return count >= 2 ? count : 0;
}

// 415-555-0123, 1-800-555-0199, 555-0123.
std::size_t Row::local(std::size_t i) const {
  const std::size_t country = size(i) == 1 && digits(i) == "1" ? 1 : 0;
  const std::size_t area = i + country;
  if (size(area) == 3 && size(area + 1) == 3 && size(area + 2) == 4 && is_tight(area + 1) &&
      is_tight(area + 2) && (country == 0 || is_tight(area)))
    return 3 + country;
  const bool is_short = size(i) == 3 && size(i + 1) == 4 &&
                        (gap(i + 1) == Gap::space ? !is_year(i + 1) : is_plain(i + 1));
  return is_short ? 2 : 0;
}

// Three groups or more of two to five digits, nine digits together: phones elsewhere, accounts, mistyped cards.
std::size_t Row::grouped(std::size_t i) const {
  std::size_t total = 0, last = i;
  bool is_years = true;
  for (; last < groups_.size() && size(last) >= 2 && size(last) <= 5; ++last) {
    if (last > i && (!is_plain(last) || date(last))) break;
    is_years &= is_year(last);
    total += size(last);
  }
  return last - i >= 3 && total >= 9 && !is_years ? last - i : 0;
}

// 5550 1234, 12345-67890; no range of years or of round numbers, no date, no "order 48213 2026".
std::size_t Row::pair(std::size_t i) const {
  if (!is_plain(i + 1) || size(i) < 4 || size(i + 1) < 4) return 0;
  if (is_round(i) || is_round(i + 1) || is_year(i + 1) || date(i + 1)) return 0;
  return 2;
}

// 4 1 1 1 2 …: seven digits or more, one at a time.
std::size_t Row::spelt(std::size_t i) const {
  std::size_t last = i;
  while (size(last) == 1 && (last == i || (gap(last) != Gap::dot && gap(last) != Gap::slash))) ++last;
  return last - i >= 7 ? last - i : 0;
}

void Row::star(std::size_t i, std::size_t count, std::size_t keep) {
  for (std::size_t g = i + count; g-- > i;)
    for (std::size_t at = groups_[g].end; at-- > groups_[g].begin;) {
      if (keep > 0) --keep;
      else text_[at] = '*';
    }
}

void Row::mask() {
  static constexpr std::array<Shape, 8> shapes{&Row::social_security, &Row::international,
                                               &Row::trunk,           &Row::local,
                                               &Row::grouped,         &Row::pair,
                                               &Row::spelt,           &Row::in_a_row};
  for (std::size_t i = 0; i < groups_.size();) {
    std::size_t count = date(i);
    if (count == 0 && (count = card(i)) > 0) {
      star(i, count, 4);
    } else if (count == 0) {
      for (std::size_t s = 0; s < shapes.size() && count == 0; ++s) count = (this->*shapes[s])(i);
      star(i, count, 0);
    }
    i += std::max<std::size_t>(count, 1);
  }
}

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

bool ends_with_any(std::string_view text, std::span<const std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view e) { return text.ends_with(e); });
}

constexpr std::array<std::string_view, 9> currencies{"$", "€", "£", "¥", "₹", "$ ", "€ ", "£ ", "₹ "};

}  // namespace

void mask_numbers(std::string& text) {
  std::vector<Group> groups;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    const std::string_view before = std::string_view(text).substr(0, at);
    groups.clear();
    Group group{.begin = at, .end = at};
    group.is_plus = before.ends_with('+');
    group.is_open = before.ends_with('(');
    if (before.ends_with("(+") || before.ends_with("+(")) group.is_plus = true;
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
    // What a price or the minutes of a time begin is not theirs alone: "$1299 415-555-0123" still hides the phone.
    std::span<const Group> row = groups;
    const bool is_clock = before.size() > 1 && before.back() == ':' && is_digit(before[before.size() - 2]);
    if (ends_with_any(before, currencies) || (is_clock && row[0].size() == 2)) row = row.subspan(1);
    Row(text, row).mask();
  }
}

}  // namespace decant
