#include "transcript/mapping_time.h"

#include <charconv>
#include <cmath>

namespace decant {
namespace {

using Kind = Time::Kind;

constexpr double largest_milliseconds = 1e11;  // three years: above it they count from 1970
constexpr double largest_microseconds = 1e14;

std::optional<Time> of_number(double number, TimeUnit unit) {
  if (!std::isfinite(number)) return std::nullopt;
  const auto offset = [&](double in_a_second, double largest) -> std::optional<Time> {
    if (number >= largest) return time_from(number);
    return Time{Kind::offset, number / in_a_second, 0};
  };
  switch (unit) {
    case TimeUnit::seconds:
      return time_from(number);
    case TimeUnit::milliseconds:
      return offset(1e3, largest_milliseconds);
    case TimeUnit::microseconds:
      return offset(1e6, largest_microseconds);
    case TimeUnit::ticks:
      return offset(1e7, HUGE_VAL);
    case TimeUnit::guess:
      return offset(1, largest_milliseconds);
  }
  return std::nullopt;
}

// A number at the start of `text`, which it is taken from.
std::optional<double> take_number(std::string_view& text) {
  double number = 0;
  const auto [end, status] =
      std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (status != std::errc() || !std::isfinite(number)) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

// PT6.5S, PT1M0.9S, P1DT2H
std::optional<double> iso_duration(std::string_view text) {
  if (!text.starts_with('P') || text.size() < 3) return std::nullopt;
  text.remove_prefix(1);
  double seconds = 0;
  bool is_time = false;
  while (!text.empty()) {
    if (!is_time && text.front() == 'T') {
      is_time = true;
      text.remove_prefix(1);
      continue;
    }
    const std::optional<double> number = take_number(text);
    if (!number || text.empty()) return std::nullopt;
    const char unit = text.front();
    text.remove_prefix(1);
    if (unit == 'D' && !is_time)
      seconds += *number * 86400;
    else if (unit == 'H' && is_time)
      seconds += *number * 3600;
    else if (unit == 'M' && is_time)
      seconds += *number * 60;
    else if (unit == 'S' && is_time)
      seconds += *number;
    else
      return std::nullopt;
  }
  return seconds;
}

}  // namespace

std::optional<Time> time_of_value(json::Value value, TimeUnit unit) {
  if (const std::optional<double> number = value.number()) return of_number(*number, unit);
  if (!value.is(json::Kind::string)) return std::nullopt;
  const std::string text = value.text();
  std::string_view rest = text;
  if (const std::optional<double> number = take_number(rest); number && rest == "s")
    return Time{Kind::offset, *number, 0};
  if (const std::optional<double> seconds = iso_duration(text))
    return Time{Kind::offset, *seconds, 0};
  return time_from(text);
}

std::optional<Time> later(const std::optional<Time>& time, const std::optional<Time>& duration) {
  if (!time || !duration || duration->kind != Kind::offset) return std::nullopt;
  Time out = *time;
  out.seconds += duration->seconds;
  return out;
}

}  // namespace decant
