// Strings of codes (codes.h) on their way to becoming literals, and sets of them. No two gaps are adjacent in one.
//
// A string may carry marks at its ends: a word boundary was asserted there, which is a gap if a word character stands on
// the inner side; or the string ends where its part of the regex does, so that what follows tells whether a word ends
// there too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pattern/codes.h"

namespace decant {

using Literals = std::vector<std::string>;

inline constexpr char gap_char = static_cast<char>(code_gap);
inline constexpr char boundary_mark = 31;
inline constexpr char open_mark = 30;  // only behind members of a needed set (literal_sets.h)

inline constexpr std::string_view gap_literal{&gap_char, 1};
inline constexpr std::string_view boundary_literal{&boundary_mark, 1};

// Whether it matches nothing but the empty text.
inline bool is_empty(std::string_view literal) {
  return literal.empty() || literal == boundary_literal;
}

// Marks vanish where something stands on both of their sides: either they are true there or there is no match at all.
// REQUIRES: no open marks.
void append(std::string& literal, std::string_view next);

// Each of `heads` followed by each of `tails`.
Literals product(const Literals& heads, const Literals& tails);

// The ends of `literals`, as long as they can be if only `count` may be left; none if that is impossible.
Literals ends_of(const Literals& literals, std::size_t count);

void make_unique(Literals& literals);
void leave_open(Literals& literals);
std::size_t longest(const Literals& literals);

// A literal as it is looked for: boundaries become gaps.
std::string without_marks(std::string_view literal);

}  // namespace decant
