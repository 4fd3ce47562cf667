#include "text/one_line.h"

#include <algorithm>

namespace decant {

std::string on_one_line(std::string_view text, Span& mark) {
  std::string out;
  Span moved{};
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i == mark.begin) moved.begin = static_cast<uint32_t>(out.size());
    if (i == mark.end) moved.end = static_cast<uint32_t>(out.size());
    if (i == text.size()) break;
    const char c = static_cast<unsigned char>(text[i]) < ' ' ? ' ' : text[i];
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  }
  moved.end = std::max(moved.begin, moved.end);
  mark = moved;
  return out;
}

std::string on_one_line(std::string_view text) {
  Span none{};
  std::string out = on_one_line(text, none);
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace decant
