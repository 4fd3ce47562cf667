#include "base/error.h"

#include <fmt/format.h>

namespace decant {
namespace {

constexpr std::size_t widest_line = 160;

// Control characters could repaint the terminal of whoever reads the error; tabs would move the caret. Those beyond ASCII
// (U+0080 … U+009F, two bytes) become spaces too.
std::string harmless(std::string_view line) {
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool is_c1 = c == '\xC2' && i + 1 < line.size() && static_cast<unsigned char>(line[i + 1]) < 0xA0;
    out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f || is_c1 ? ' ' : c;
    i += is_c1;
  }
  return out;
}

bool is_continuation(char c) { return (c & 0xC0) == 0x80; }

}  // namespace

std::string describe(const Error& error) {
  std::string out = harmless(error.place.path);
  if (error.place.line) out += fmt::format(":{}", error.place.line);
  if (error.place.line && error.place.column) out += fmt::format(":{}", error.place.column);
  if (!out.empty()) out += ": ";
  out += harmless(error.what) + '\n';
  if (!error.source_line.empty()) {
    // Of a very long line the part around the place.
    const std::size_t at = error.place.column ? error.place.column - 1 : 0;
    std::size_t from = at > widest_line / 2 ? at - widest_line / 2 : 0;
    if (from >= error.source_line.size()) from = 0;
    while (from > 0 && is_continuation(error.source_line[from])) --from;
    std::size_t end = std::min(from + widest_line, error.source_line.size());
    while (end > from && end < error.source_line.size() && is_continuation(error.source_line[end])) --end;
    const std::string shown = harmless(error.source_line.substr(from, end - from));
    out += "  " + shown + '\n';
    if (error.place.column) {
      // One column of the terminal a character, not a byte.
      std::size_t columns = 0;
      for (std::size_t i = 0; i < std::min(at - from, shown.size()); ++i)
        if (!is_continuation(shown[i])) ++columns;
      out += "  " + std::string(columns, ' ') + "^\n";
    }
  }
  if (!error.hint.empty()) out += "  " + harmless(error.hint) + '\n';
  return out;
}

}  // namespace decant
