#include "report/passage.h"

#include <algorithm>

#include "report/terminal.h"
#include "text/width.h"

namespace decant {
namespace {

constexpr int least_room = 10;  // columns a line gets, however deep it is indented

// The sixteen colours that people choose themselves: they fit light and dark backgrounds alike.
std::string_view colour_of(Ink ink) {
  switch (ink) {
    case Ink::plain: return "";
    case Ink::strong: return "1";
    case Ink::faint: return "2";
    case Ink::good: return "32";
    case Ink::critical: return "1;35";
    case Ink::error: return "1;31";
    case Ink::warning: return "33";
    case Ink::advice: return "36";
    case Ink::note: return "34";
  }
  return "";
}

}  // namespace

Passage& Passage::add(std::string_view text, Ink ink, bool is_underlined) {
  append_harmless(text, text_);
  runs_.push_back({text_.size(), ink, is_underlined});
  return *this;
}

int Passage::width() const { return display_width(text_); }

void Passage::print_part(std::size_t begin, std::size_t end, bool colour, std::string& out) const {
  if (!colour) {
    out.append(text_, begin, end - begin);
    return;
  }
  for (const Run& run : runs_) {
    if (begin >= end) return;
    if (run.end <= begin) continue;
    const std::size_t until = std::min(run.end, end);
    const std::string_view code = colour_of(run.ink);
    const bool is_styled = run.is_underlined || !code.empty();
    if (is_styled) {
      out += "\x1B[";
      out += code;
      if (run.is_underlined) out += code.empty() ? "1;4" : ";1;4";
      out += 'm';
    }
    out.append(text_, begin, until - begin);
    if (is_styled) out += "\x1B[0m";
    begin = until;
  }
}

void Passage::print(const Sheet& sheet, std::string& out) const {
  print_part(0, text_.size(), sheet.colour, out);
}

void Passage::print_wrapped(const Sheet& sheet, int indent, int hanging, std::string& out, int reserved,
                            const Passage& aside) const {
  const int first = std::max(sheet.columns - indent - reserved, least_room);
  const std::vector<Span> lines = wrap(text_, std::max(sheet.columns - hanging, least_room), first);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Span line = lines[i];
    if (i > 0) out.append(static_cast<std::size_t>(hanging), ' ');
    print_part(line.begin, line.end, sheet.colour, out);
    if (i == 0 && !aside.empty()) {
      const int used = indent + display_width(std::string_view(text_).substr(line.begin, line.size()));
      out.append(static_cast<std::size_t>(std::max(sheet.columns - used - aside.width(), 1)), ' ');
      aside.print(sheet, out);
    }
    out += '\n';
  }
}

}  // namespace decant
