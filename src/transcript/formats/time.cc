#include "transcript/formats/time.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <limits>

namespace decant {
namespace {

constexpr double day = 86400;
// No transcript starts with a first turn later than this, so such a "09:41" is a time of day.
constexpr double latest_first_turn = 300;
constexpr double earliest_hour_of_day = 3600;

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};

// Reads a text from left to right; every step says whether it fitted and moves only if so.
class Scan {
 public:
  explicit Scan(std::string_view text) : rest_(text) {}
  bool done() const { return rest_.empty(); }
  bool is_at(std::string_view text) const { return rest_.starts_with(text); }
  bool take(char c) {
    if (rest_.empty() || rest_[0] != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool take_word(std::string_view word) {
    if (rest_.size() < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
      if ((rest_[i] | 0x20) != (word[i] | 0x20)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  void spaces() {
    while (take(' ') || take('\t')) {
    }
    // The no-break spaces that some exports put before AM and PM.
    for (std::string_view wide : {"\xC2\xA0", "\xE2\x80\xAF"})
      if (rest_.starts_with(wide)) rest_.remove_prefix(wide.size());
  }
  // A number of `least` to `most` digits.
  std::optional<int> digits(std::size_t least, std::size_t most) {
    std::size_t count = 0;
    while (count < rest_.size() && count < most && rest_[count] >= '0' && rest_[count] <= '9')
      ++count;
    if (count < least) return std::nullopt;
    int value = 0;
    std::from_chars(rest_.data(), rest_.data() + count, value);
    rest_.remove_prefix(count);
    return value;
  }
  double fraction() {
    if (rest_.size() < 2 || (rest_[0] != '.' && rest_[0] != ',') || rest_[1] < '0' ||
        rest_[1] > '9')
      return 0;
    rest_.remove_prefix(1);
    double value = 0, place = 0.1;
    for (; !rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9';
         place /= 10, rest_.remove_prefix(1))
      value += (rest_[0] - '0') * place;
    return value;
  }

 private:
  std::string_view rest_;
};

struct Reading {
  double seconds = 0;
  int fields = 0;
  bool is_clock = false;
};

// 1:02, 01:02:03.5, 3:02 PM.
std::optional<Reading> hours_minutes_seconds(Scan& scan) {
  const std::optional<int> first = scan.digits(1, 3);
  if (!first || !scan.take(':')) return std::nullopt;
  const std::optional<int> second = scan.digits(1, 2);
  if (!second || *second > 59) return std::nullopt;
  Reading reading{*first * 60.0 + *second, 2, false};
  if (scan.take(':')) {
    const std::optional<int> third = scan.digits(1, 2);
    if (!third || *third > 60) return std::nullopt;
    reading.seconds = reading.seconds * 60 + *third;
    reading.fields = 3;
  }
  reading.seconds += scan.fraction();
  Scan after = scan;
  after.spaces();
  const bool is_pm = after.is_at("p") || after.is_at("P");
  for (std::string_view word : {"am", "pm", "a.m.", "p.m."}) {
    if (!after.take_word(word)) continue;
    if (*first < 1 || *first > 12) return std::nullopt;
    if (reading.fields == 2) reading.seconds *= 60;
    if (*first == 12) reading.seconds -= 12 * 3600;
    if (is_pm) reading.seconds += 12 * 3600;
    reading.fields = 3;
    reading.is_clock = true;
    scan = after;
    break;
  }
  return reading;
}

std::optional<double> days(int year, int month, int day_of_month) {
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day_of_month))};
  if (!date.ok()) return std::nullopt;
  return static_cast<double>(std::chrono::sys_days(date).time_since_epoch().count()) * day;
}

// Z, UTC, GMT, +01:00, -0500; nothing counts as UTC.
std::optional<double> zone(Scan& scan) {
  scan.spaces();
  for (std::string_view word : {"UTC", "GMT", "Z"})
    if (scan.take_word(word)) return 0;
  const bool is_west = scan.is_at("-");
  if (!scan.take('+') && !scan.take('-')) return 0;
  const std::optional<int> hours = scan.digits(2, 2);
  scan.take(':');
  const std::optional<int> minutes = scan.digits(2, 2);
  if (!hours) return std::nullopt;
  const double offset = *hours * 3600.0 + minutes.value_or(0) * 60.0;
  return is_west ? -offset : offset;
}

double in_seconds(const Reading& reading) {
  return reading.fields == 2 ? reading.seconds * 60 : reading.seconds;
}

struct Date {
  double seconds = 0;
  bool has_time = false;
};

std::optional<Date> iso_date(std::string_view text) {
  Scan scan(text);
  const std::optional<int> year = scan.digits(4, 4);
  if (!year || !scan.take('-')) return std::nullopt;
  const std::optional<int> month = scan.digits(1, 2);
  if (!month || !scan.take('-')) return std::nullopt;
  const std::optional<int> of_month = scan.digits(1, 2);
  const std::optional<double> date = of_month ? days(*year, *month, *of_month) : std::nullopt;
  if (!date) return std::nullopt;
  if (scan.done()) return Date{*date, false};
  scan.take(',');
  if (!scan.take('T')) scan.spaces();
  const std::optional<Reading> reading = hours_minutes_seconds(scan);
  if (!reading) return std::nullopt;
  const std::optional<double> offset = zone(scan);
  if (!offset || !scan.done()) return std::nullopt;
  return Date{*date + in_seconds(*reading) - *offset, true};
}

// "Wed Mar 04 15:02:10 +0000 2026"
std::optional<Date> social_date(std::string_view text) {
  if (text.size() < 20 || text[3] != ' ') return std::nullopt;
  Scan scan(text.substr(4));
  int month = 0;
  while (month < 12 && !scan.take_word(months[static_cast<std::size_t>(month)])) ++month;
  if (month == 12 || !scan.take(' ')) return std::nullopt;
  const std::optional<int> of_month = scan.digits(1, 2);
  scan.spaces();
  const std::optional<Reading> reading = hours_minutes_seconds(scan);
  if (!of_month || !reading) return std::nullopt;
  const std::optional<double> offset = zone(scan);
  scan.spaces();
  const std::optional<int> year = scan.digits(4, 4);
  if (!offset || !year || !scan.done()) return std::nullopt;
  const std::optional<double> date = days(*year, month + 1, *of_month);
  if (!date) return std::nullopt;
  return Date{*date + in_seconds(*reading) - *offset, true};
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

std::optional<Time> time_from(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.size() > 48) return std::nullopt;
  double number = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (status == std::errc() && end == text.data() + text.size()) return time_from(number);
  Scan scan(text);
  if (const std::optional<Reading> reading = hours_minutes_seconds(scan); reading && scan.done())
    return Time{reading->is_clock ? Time::Kind::clock : Time::Kind::offset, reading->seconds,
                reading->fields};
  std::optional<Date> date = iso_date(text);
  if (!date) date = social_date(text);
  if (!date || !date->has_time) return std::nullopt;
  return Time{Time::Kind::instant, date->seconds, 0};
}

std::optional<Time> time_from(double number) {
  if (!std::isfinite(number)) return std::nullopt;
  if (number >= 1e14) return Time{Time::Kind::instant, number / 1e6, 0};
  if (number >= 1e11) return Time{Time::Kind::instant, number / 1e3, 0};
  if (number >= 1e8) return Time{Time::Kind::instant, number, 0};
  return Time{Time::Kind::offset, number, 0};
}

std::string iso_instant(double seconds) {
  // What no calendar holds is no date.
  if (!(std::abs(seconds) < 2e11)) return {};
  const auto milliseconds = static_cast<int64_t>(std::llround(seconds * 1000));
  const std::chrono::sys_time<std::chrono::milliseconds> time{
      std::chrono::milliseconds(milliseconds)};
  const auto midnight = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date{midnight};
  const int64_t of_day = (time - midnight).count();
  std::string out =
      fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", int(date.year()), unsigned(date.month()),
                  unsigned(date.day()), of_day / 3600000, of_day / 60000 % 60, of_day / 1000 % 60);
  if (of_day % 1000 != 0) out += fmt::format(".{:03}", of_day % 1000);
  return out + 'Z';
}

std::string iso_from(std::string_view text) {
  text = trimmed(text);
  if (text.size() > 48) return {};
  if (const std::optional<Date> date = iso_date(text)) {
    // What is ISO 8601 already stays as it is written.
    if (!date->has_time || (text.size() > 10 && text[10] == 'T')) return std::string(text);
    return iso_instant(date->seconds);
  }
  if (const std::optional<Date> date = social_date(text)) return iso_instant(date->seconds);
  return {};
}

double Timeline::seconds(const Time& time) {
  if (!first_) {
    first_ = time;
    if (time.kind == Time::Kind::clock) is_time_of_day_ = true;
    if (time.kind == Time::Kind::offset && time.fields == 2 && time.seconds >= latest_first_turn &&
        time.seconds < 24 * 60) {
      is_time_of_day_ = true;
      unit_ = 60;
    }
    if (time.kind == Time::Kind::offset && time.fields == 3 && time.seconds >= earliest_hour_of_day)
      is_time_of_day_ = true;
    last_ = time.seconds * unit_;
  }
  if (time.kind == Time::Kind::instant && !first_instant_) first_instant_ = time.seconds;
  if (time.kind != first_->kind) return std::numeric_limits<double>::quiet_NaN();
  if (time.kind == Time::Kind::instant)
    return time.seconds - instant_start_.value_or(first_->seconds);
  if (!is_time_of_day_) return time.seconds;
  double now = time.fields == 2 ? time.seconds * unit_ : time.seconds;
  // A chat that goes on after midnight.
  while (now + day / 2 < last_) now += day;
  last_ = now;
  return now - first_->seconds * unit_;
}

}  // namespace decant
