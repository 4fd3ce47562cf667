// Points as exact decimals: millionths in an integer, so that sums and percentages of what a scorecard says have no
// rounding but the one at the end (design: half up, to one decimal).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace decant {

struct Points {
  int64_t micro = 0;

  static constexpr Points whole(int64_t n) { return {n * 1'000'000}; }
  friend constexpr auto operator<=>(Points, Points) = default;
  constexpr Points& operator+=(Points other) { micro += other.micro; return *this; }
  constexpr Points& operator-=(Points other) { micro -= other.micro; return *this; }
  friend constexpr Points operator+(Points a, Points b) { return {a.micro + b.micro}; }
  friend constexpr Points operator-(Points a, Points b) { return {a.micro - b.micro}; }
};

// `percent` of `points`, 0 … 100; exact for points of up to four decimals.
constexpr Points percent_of(int percent, Points points) { return {points.micro * percent / 100}; }

// "6", "7.5", at most four decimals, 0 … 1,000,000; nullopt otherwise.
std::optional<Points> points_from(std::string_view text);

// Shortest exact form: "6", "7.5".
std::string to_string(Points points);

// Rounded half up to one decimal, always with it: "82.4".
std::string to_tenths(Points points);

}  // namespace decant
