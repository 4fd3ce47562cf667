#include "base/points.h"

#include <charconv>

namespace decant {

std::optional<Points> points_from(std::string_view text) {
  const std::size_t dot = text.find('.');
  const std::string_view whole = text.substr(0, dot);
  const std::string_view part = dot == std::string_view::npos ? "" : text.substr(dot + 1);
  if (whole.empty() || whole.size() > 7 || part.size() > 4) return std::nullopt;
  if (dot != std::string_view::npos && part.empty()) return std::nullopt;
  for (char c : whole)
    if (c < '0' || c > '9') return std::nullopt;
  int64_t units = 0;
  std::from_chars(whole.data(), whole.data() + whole.size(), units);
  int64_t micro = units * 1'000'000;
  int64_t place = 100'000;
  for (char c : part) {
    if (c < '0' || c > '9') return std::nullopt;
    micro += (c - '0') * place;
    place /= 10;
  }
  if (micro > 1'000'000 * int64_t{1'000'000}) return std::nullopt;
  return Points{micro};
}

std::string to_string(Points points) {
  const bool is_negative = points.micro < 0;
  const int64_t micro = is_negative ? -points.micro : points.micro;
  std::string out = (is_negative ? "-" : "") + std::to_string(micro / 1'000'000);
  if (int64_t part = micro % 1'000'000; part != 0) {
    std::string digits = std::to_string(1'000'000 + part).substr(1);
    digits.erase(digits.find_last_not_of('0') + 1);
    out += '.' + digits;
  }
  return out;
}

std::string to_tenths(Points points) {
  // Half up: 0.05 → 0.1, −0.05 → 0.0 (the floor after adding half).
  int64_t shifted = points.micro + 50'000;
  int64_t tenths = shifted >= 0 ? shifted / 100'000 : -((-shifted + 99'999) / 100'000);
  const bool is_negative = tenths < 0;
  if (is_negative) tenths = -tenths;
  return (is_negative ? "-" : "") + std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
}

}  // namespace decant
