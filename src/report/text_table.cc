#include "report/text_table.h"

#include <algorithm>

#include "report/terminal.h"
#include "text/width.h"

namespace decant {
namespace {

constexpr int indent = 2, gap = 2, least_name = 8;

std::string spaces(int count) { return std::string(static_cast<std::size_t>(std::max(count, 0)), ' '); }

}  // namespace

void write_table(const std::vector<TableRow>& rows, const Sheet& sheet, std::string& out) {
  std::vector<int> widths(rows[0].size());
  for (const TableRow& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(harmless(row[i])));
  int room = sheet.columns - indent;
  for (std::size_t i = 1; i < widths.size(); ++i) room -= gap + widths[i];
  widths[0] = std::min(widths[0], std::max(room, least_name));
  for (const TableRow& row : rows) {
    const Ink ink = &row == &rows[0] ? Ink::faint : Ink::plain;
    const std::string name = shortened_in_front(harmless(row[0]), widths[0]);
    out += spaces(indent);
    Passage line(name, ink);
    int missing = widths[0] - display_width(name);
    for (std::size_t i = 1; i < row.size(); ++i) {
      if (row[i].empty() && i + 1 == row.size()) break;
      line.add(spaces(missing + gap + widths[i] - display_width(row[i]))).add(row[i], ink);
      missing = 0;
    }
    line.print(sheet, out);
    out += '\n';
  }
}

}  // namespace decant
