// A row of digit groups is read from left to right: at each group the shapes below are tried, and the first that fits
// takes its groups. Each looks at a bounded number of groups or takes all it looks at, so the whole is linear.
#include "text/mask_numbers.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "text/digit_rows.h"

namespace decant {
namespace {

class Row {
 public:
  Row(std::string& text, std::span<const DigitGroup> groups, std::vector<Masked>& found)
      : text_(text), groups_(groups), found_(found) {}

  void mask();

 private:
  struct Shape {
    std::size_t (Row::*groups)(std::size_t) const;
    PersonalData kind;
  };

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

  void star(std::size_t i, std::size_t count, std::size_t keep, PersonalData kind);

  std::string& text_;
  std::span<const DigitGroup> groups_;
  std::vector<Masked>& found_;
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
  const DigitGroup& first = groups_[i];
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

void Row::star(std::size_t i, std::size_t count, std::size_t keep, PersonalData kind) {
  const std::size_t plus = groups_[i].is_plus && text_[groups_[i].begin - 1] == '+' ? 1 : 0;
  found_.push_back({{static_cast<uint32_t>(groups_[i].begin - plus),
                     static_cast<uint32_t>(groups_[i + count - 1].end)},
                    kind});
  for (std::size_t g = i + count; g-- > i;)
    for (std::size_t at = groups_[g].end; at-- > groups_[g].begin;) {
      if (keep > 0) --keep;
      else text_[at] = '*';
    }
}

void Row::mask() {
  static constexpr std::array<Shape, 8> shapes{
      {{&Row::social_security, PersonalData::social_security},
       {&Row::international, PersonalData::phone},
       {&Row::trunk, PersonalData::phone},
       {&Row::local, PersonalData::phone},
       {&Row::grouped, PersonalData::number},
       {&Row::pair, PersonalData::number},
       {&Row::spelt, PersonalData::number},
       {&Row::in_a_row, PersonalData::number}}};
  for (std::size_t i = 0; i < groups_.size();) {
    std::size_t count = date(i);
    if (count == 0 && (count = card(i)) > 0) {
      star(i, count, 4, PersonalData::card);
    } else if (count == 0) {
      for (const Shape& shape : shapes) {
        count = (this->*shape.groups)(i);
        if (count == 0) continue;
        star(i, count, 0, shape.kind);
        break;
      }
    }
    i += std::max<std::size_t>(count, 1);
  }
}

}  // namespace

void mask_numbers(std::string& text, std::vector<Masked>& found) {
  std::vector<DigitGroup> groups;
  for (std::size_t at = 0; at < text.size();) {
    at = next_digit_row(text, at, groups);
    Row(text, groups, found).mask();
  }
}

}  // namespace decant
