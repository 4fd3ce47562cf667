// Writes JSON into a string, piece by piece, without building a tree: a report of a million findings needs no more
// memory than what has not been written out yet. Commas and colons come by themselves; what is opened must be closed
// by the caller.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/points.h"

namespace decant::json {

// Adds `text` to `out` as a JSON string, with its quotes. Any bytes will do: what is no UTF-8 becomes U+FFFD. Control
// characters and the line ends U+2028 and U+2029, which JavaScript trips over, are escaped.
void append_string(std::string_view text, std::string& out);

// `out` must outlive the writer, which appends to it. Every function returns the writer, so that calls can be chained.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  Writer& begin_object() { return open('{'); }
  Writer& end_object() { return close('}'); }
  Writer& begin_array() { return open('['); }
  Writer& end_array() { return close(']'); }

  // The key of the next value. REQUIRES: an object is open and its last key has its value.
  Writer& key(std::string_view name);

  Writer& value(std::string_view text);
  Writer& value(const char* text) { return value(std::string_view(text)); }
  Writer& value(std::same_as<bool> auto is) { return raw(is ? "true" : "false"); }
  Writer& value(std::integral auto number) requires(!std::same_as<decltype(number), bool>) {
    if constexpr (std::is_signed_v<decltype(number)>) return signed_number(number);
    else return unsigned_number(number);
  }
  Writer& value(double number);  // the shortest form that reads back the same; null if not finite
  Writer& value(Points points);  // the exact decimal: 6, 7.5
  Writer& tenths(Points points);    // rounded, with its one decimal: 82.4
  Writer& seconds(double seconds);  // at most three decimals; null if not finite
  Writer& null() { return raw("null"); }

  // A value that is JSON already.
  Writer& raw(std::string_view json);

  // A key and its value.
  template <typename T>
  Writer& member(std::string_view name, const T& of) {
    return key(name).value(of);
  }

 private:
  Writer& open(char bracket);
  Writer& close(char bracket);
  Writer& signed_number(int64_t number);
  Writer& unsigned_number(uint64_t number);
  void separate();

  std::string& out_;
  bool needs_comma_ = false;  // something stands before what comes next in the same object or array
};

}  // namespace decant::json
