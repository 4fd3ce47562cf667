#include "pattern/regex_cursor.h"

#include <algorithm>
#include <charconv>

namespace decant {

bool RegexCursor::skip(std::string_view text) {
  if (at_end() || !regex_.substr(at_).starts_with(text)) return false;
  at_ += text.size();
  return true;
}

bool RegexCursor::skip_behind(std::string_view text) {
  const std::size_t found = at_end() ? std::string_view::npos : regex_.find(text, at_);
  at_ = found == std::string_view::npos ? regex_.size() : found + text.size();
  return found != std::string_view::npos;
}

uint32_t RegexCursor::rune() {
  const uint8_t lead = static_cast<uint8_t>(peek());
  ++at_;
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  uint32_t rune = lead & (0x3Fu >> more);
  for (int i = 0; i < more; ++i, ++at_) rune = rune << 6 | (static_cast<uint8_t>(peek()) & 0x3Fu);
  return rune;
}

std::optional<char> RegexCursor::control() {
  constexpr std::string_view names = "abtnvfr";  // from 7 on; but \b is a boundary
  const std::size_t name = names.find(peek());
  if (at_end() || name == std::string_view::npos || names[name] == 'b') return std::nullopt;
  advance();
  return static_cast<char>(7 + name);
}

std::optional<uint32_t> RegexCursor::hex() {
  const bool in_braces = skip("{");
  const std::size_t end = in_braces ? regex_.find('}', std::min(at_, regex_.size())) : at_ + 2;
  if (end > regex_.size()) return std::nullopt;
  uint32_t rune = 0;
  const auto [rest, error] = std::from_chars(regex_.data() + at_, regex_.data() + end, rune, 16);
  if (error != std::errc() || rest != regex_.data() + end) return std::nullopt;
  at_ = in_braces ? end + 1 : end;
  return rune;
}

std::optional<Repetition> RegexCursor::repetition() {
  const std::size_t begin = at_;
  Repetition times;
  if (skip("?")) {
    times = {0, 1, false};
  } else if (skip("*")) {
    times = {0, -1, false};
  } else if (skip("+")) {
    times = {1, -1, false};
  } else {
    if (!skip("{")) return std::nullopt;
    const std::optional<int> low = number();
    std::optional<int> high = low;
    if (low && skip(",")) high = peek() == '}' ? -1 : number();
    if (!high || !skip("}")) {
      at_ = begin;
      return std::nullopt;
    }
    times = {*low, *high, false};
  }
  times.is_lazy = skip("?");
  return times;
}

std::optional<int> RegexCursor::number() {
  int value = 0;
  const char* from = regex_.data() + std::min(at_, regex_.size());
  const auto [rest, error] = std::from_chars(from, regex_.data() + regex_.size(), value);
  if (error != std::errc() || value < 0 || *from == '-') return std::nullopt;
  at_ += static_cast<std::size_t>(rest - from);
  return value;
}

}  // namespace decant
