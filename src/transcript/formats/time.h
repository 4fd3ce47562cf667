// Times as files write them, and how they become seconds from the start of a conversation.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace decant {

struct Time {
  enum class Kind {
    offset,   // from the start: a number, 01:12, 00:01:12.5
    clock,    // time of day: 03:02:10 PM
    instant,  // a date and a time: seconds since 1970 in UTC
  };
  Kind kind = Kind::offset;
  double seconds = 0;
  int fields = 0;  // of an offset: how many numbers stand between colons; 0 for a plain number
};

// What `text` says, if it is a time and nothing else: "75.5", "01:15", "00:01:15,500", "3:02 PM",
// "2026-03-04T15:02:10.5+01:00", "2026-03-04 03:02 PM UTC", "Wed Mar 04 15:02:10 +0000 2026".
std::optional<Time> time_from(std::string_view text);

// A number as a time: an offset in seconds, or from its size seconds, milliseconds or microseconds
// since 1970.
std::optional<Time> time_from(double number);

// "2026-03-04T15:02:10Z", with milliseconds if there are any.
std::string iso_instant(double seconds);

// `text` as ISO 8601 if it is a date, or a date and a time; "" otherwise.
std::string iso_from(std::string_view text);

// The times of one conversation, in the order of its turns. Offsets stay; times of day and instants
// count from the first one, and "09:41" from a chat counts as time of day when the first of them is
// too late to be an offset.
class Timeline {
 public:
  // REQUIRES: called for the times in the order of the file. NaN for a time that does not go with
  // those before.
  double seconds(const Time& time);
  // Instants count from here instead of from the first.
  void set_start(double instant) { instant_start_ = instant; }
  // The first instant that was seen.
  std::optional<double> first_instant() const { return first_instant_; }

 private:
  std::optional<Time> first_;
  std::optional<double> instant_start_, first_instant_;
  bool is_time_of_day_ = false;
  double unit_ = 1;  // 60 when two fields are hours and minutes
  double last_ = 0;
};

}  // namespace decant
