#include "report/terminal.h"

#include <algorithm>
#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

#include "text/unicode.h"

namespace decant {
namespace {

constexpr int usual_width = 80;
constexpr int least_width = 40;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

bool turns_text(char32_t code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

// What is shown for a character that must not be printed as it is; 0 if it may.
char32_t stand_in(char32_t code) {
  constexpr char32_t pictures = 0x2400;  // of the control characters, in their order
  constexpr char32_t picture_of_delete = 0x2421;
  if (code == '\n' || code == '\r' || code == '\t' || code == 0x85) return ' ';
  if (code == 0x2028 || code == 0x2029) return ' ';
  if (code < 0x20) return pictures + code;
  if (code == 0x7F) return picture_of_delete;
  if (code < 0xA0 && code > 0x7F) return 0xFFFD;
  return turns_text(code) || code == 0xFFFD ? 0xFFFD : 0;
}

}  // namespace

bool is_terminal(int descriptor) { return isatty(descriptor) == 1; }

int terminal_width(int descriptor) {
  winsize size{};
  if (!is_terminal(descriptor) || ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return usual_width;
  return std::max<int>(size.ws_col, least_width);
}

bool may_colour(int descriptor) {
  const std::string_view term = environment("TERM");
  return is_terminal(descriptor) && !term.empty() && term != "dumb" && environment("NO_COLOR").empty();
}

void append_harmless(std::string_view text, std::string& out) {
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x7F) {
      ++at;
      continue;
    }
    const Character character = character_at(text, at);
    if (const char32_t shown = stand_in(character.code); shown != 0) {
      out.append(text, copied, at - copied);
      append_utf8(shown, out);
      copied = at + character.size;
    }
    at += character.size;
  }
  out.append(text, copied, text.size() - copied);
}

std::string harmless(std::string_view text) {
  std::string out;
  append_harmless(text, out);
  return out;
}

}  // namespace decant
