#include "report/text_parts.h"

#include <algorithm>

#include "text/width.h"

namespace decant {
namespace {

// A line of `columns`, then what stands at its end.
void write_line_to(const Passage& right, int columns, const Sheet& sheet, std::string& out) {
  std::string line = columns > 0 ? " " : "";
  for (int i = 0; i < columns; ++i) line += "─";
  Passage(line, Ink::faint).print(sheet, out);
  if (!right.empty()) out += ' ';
  right.print(sheet, out);
  out += '\n';
}

}  // namespace

void write_gutter(std::string_view label, Ink ink, const Sheet& sheet, std::string& out) {
  out.append(static_cast<std::size_t>(std::max(gutter - 2 - display_width(label), 0)), ' ');
  Passage(label, ink).print(sheet, out);
  out += "  ";
}

void write_heading(const Passage& left, const Passage& more, const Passage& right, const Sheet& sheet,
                   std::string& out) {
  constexpr int least_line = 2;  // of the line between left and right, with a space on either side of it
  const auto line_between = [&](int taken) {
    return sheet.columns - taken - 1 - (right.empty() ? 0 : right.width() + 1);
  };
  const int with_more = left.width() + (more.empty() ? 0 : 3 + more.width());

  left.print(sheet, out);
  if (line_between(with_more) >= least_line) {
    if (!more.empty()) {
      Passage(" · ", Ink::faint).print(sheet, out);
      more.print(sheet, out);
    }
    write_line_to(right, line_between(with_more), sheet, out);
    return;
  }
  if (line_between(left.width()) >= least_line) {
    write_line_to(right, line_between(left.width()), sheet, out);
    if (!more.empty()) more.print_wrapped(sheet, 0, 0, out);
    return;
  }
  write_line_to({}, sheet.columns - left.width() - 1, sheet, out);
  if (more.empty()) {
    right.print_wrapped(sheet, 0, 0, out);
  } else if (more.width() + 2 + right.width() <= sheet.columns) {
    more.print_wrapped(sheet, 0, 0, out, right.width() + 2, right);
  } else {
    more.print_wrapped(sheet, 0, 0, out);
    right.print_wrapped(sheet, 0, 0, out);
  }
}

}  // namespace decant
