// Numbers as people write them: rows of digit groups with separators between, "4111 1111 1111 1111", "(415) 555-0123".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace decant {

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

struct DigitGroup {
  std::size_t begin, end;
  Gap before = Gap::none;  // none: the first of its row
  bool is_open = false;    // "(" stands before it
  bool is_plus = false;    // "+" does
  std::size_t size() const { return end - begin; }
};

// Puts the next row of `text` that begins at `at` or later into `groups` and returns where it ends; at the end of the
// text there is none. A price and the minutes of a time are left out, which may leave the row empty, but not what is
// written behind them: "$1299 415-555-0123" holds a phone. REQUIRES: at <= text.size().
std::size_t next_digit_row(std::string_view text, std::size_t at, std::vector<DigitGroup>& groups);

}  // namespace decant
