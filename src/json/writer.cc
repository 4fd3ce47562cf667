#include "json/writer.h"

#include <array>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

namespace decant::json {
namespace {

// Bytes that can be copied as they stand: ASCII without controls, quote and backslash. Runs of them are copied at once.
constexpr std::array<bool, 256> plain_bytes = [] {
  std::array<bool, 256> is_plain{};
  for (std::size_t c = 0x20; c < 0x7F; ++c) is_plain[c] = c != '"' && c != '\\';
  return is_plain;
}();

constexpr std::string_view replacement = "\xEF\xBF\xBD";

unsigned char byte(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

struct Sequence {
  std::size_t size;  // bytes it takes; of an invalid one those that could have begun a character
  bool is_valid;
};

// The UTF-8 sequence at `at`, which starts with a byte above 0x7F. The second byte's bounds keep out overlong forms,
// surrogates and what lies above U+10FFFF.
Sequence sequence_at(std::string_view text, std::size_t at) {
  const unsigned char lead = byte(text, at);
  if (lead < 0xC2 || lead > 0xF4) return {1, false};
  const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  const unsigned char least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (byte(text, at + 1) < least || byte(text, at + 1) > most) return {1, false};
  for (std::size_t i = 2; i < size; ++i)
    if ((byte(text, at + i) & 0xC0) != 0x80) return {i, false};
  return {size, true};
}

void append_escape(unsigned char c, std::string& out) {
  switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: fmt::format_to(std::back_inserter(out), "\\u{:04x}", c);
  }
}

}  // namespace

void append_string(std::string_view text, std::string& out) {
  out += '"';
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size();) {
    const unsigned char c = byte(text, at);
    if (plain_bytes[c]) {
      ++at;
      continue;
    }
    if (c < 0x80) {
      out.append(text, copied, at - copied);
      append_escape(c, out);
      copied = ++at;
      continue;
    }
    const Sequence sequence = sequence_at(text, at);
    const std::string_view bytes = text.substr(at, sequence.size);
    const bool is_line_end = bytes == "\xE2\x80\xA8" || bytes == "\xE2\x80\xA9";
    if (!sequence.is_valid || is_line_end) {
      out.append(text, copied, at - copied);
      out += !is_line_end ? replacement : bytes.back() == '\xA8' ? "\\u2028" : "\\u2029";
      copied = at + sequence.size;
    }
    at += sequence.size;
  }
  out.append(text, copied, text.size() - copied);
  out += '"';
}

void Writer::separate() {
  if (needs_comma_) out_ += ',';
  needs_comma_ = true;
}

Writer& Writer::open(char bracket) {
  separate();
  out_ += bracket;
  needs_comma_ = false;
  return *this;
}

Writer& Writer::close(char bracket) {
  out_ += bracket;
  needs_comma_ = true;
  return *this;
}

Writer& Writer::key(std::string_view name) {
  separate();
  append_string(name, out_);
  out_ += ':';
  needs_comma_ = false;
  return *this;
}

Writer& Writer::raw(std::string_view json) {
  separate();
  out_ += json;
  return *this;
}

Writer& Writer::value(std::string_view text) {
  separate();
  append_string(text, out_);
  return *this;
}

Writer& Writer::signed_number(int64_t number) {
  const fmt::format_int digits(number);
  return raw({digits.data(), digits.size()});
}

Writer& Writer::unsigned_number(uint64_t number) {
  const fmt::format_int digits(number);
  return raw({digits.data(), digits.size()});
}

Writer& Writer::value(double number) {
  return std::isfinite(number) ? raw(fmt::format("{}", number)) : null();
}

Writer& Writer::value(Points points) { return raw(to_string(points)); }

Writer& Writer::tenths(Points points) { return raw(to_tenths(points)); }

Writer& Writer::seconds(double seconds) {
  // Beyond this a double has no thousandths to cut.
  constexpr double no_thousandths = 1e12;
  if (!std::isfinite(seconds) || std::fabs(seconds) >= no_thousandths) return value(seconds);
  return raw(to_string(Points{std::llround(seconds * 1000) * 1000}));
}

}  // namespace decant::json
