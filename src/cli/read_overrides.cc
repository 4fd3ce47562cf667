#include "cli/read_overrides.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "base/nearest.h"
#include "base/source_lines.h"
#include "cli/read_text.h"
#include "transcript/formats/csv_rows.h"

namespace decant {
namespace {

constexpr std::array<std::string_view, 3> columns = {"fingerprint", "who", "why"};
constexpr std::string_view hint = "the first line names the columns: fingerprint,who,why";

bool is_fingerprint(std::string_view text) {
  return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string trimmed(std::string text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

class Overrides {
 public:
  Overrides(const std::string& path, std::string_view bytes, Suppressions& out)
      : out_(out), lines_(path, bytes, 1), table_(bytes, separator_of(bytes).value_or(',')) {}

  Errors read() {
    Row row;
    if (!next(row)) {
      if (errors_.empty()) fail(0, "the table is empty");
      return errors_;
    }
    if (!read_header(row)) return errors_;
    while (next(row)) read_row(row);
    return errors_;
  }

 private:
  void fail(uint32_t at, std::string what, std::string_view what_to_do = hint) { errors_.push_back(lines_.error(at, std::move(what), std::string(what_to_do))); }

  bool next(Row& row) {
    for (;;) {
      switch (table_.next(row)) {
        case CsvTable::Step::row: return true;
        case CsvTable::Step::end: return false;
        case CsvTable::Step::fault: fail(row.begin, std::string(table_.fault()));
      }
    }
  }

  bool read_header(const Row& row) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string name = trimmed(row.cells[i].text());
      if (const auto found = std::ranges::find(columns, name); found != columns.end()) at_[static_cast<std::size_t>(found - columns.begin())] = i;
    }
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (!at_[i]) fail(row.begin, fmt::format("there is no column \"{}\"", columns[i]));
    return errors_.empty();
  }

  void read_row(const Row& row) {
    const auto cell = [&](std::size_t column) { return *at_[column] < row.cells.size() ? trimmed(row.cells[*at_[column]].text()) : std::string(); };
    Dispute dispute{cell(0), cell(1), cell(2), lines_.error(row.begin, "").place};
    if (!is_fingerprint(dispute.fingerprint))
      fail(row.begin, fmt::format("\"{}\" is no fingerprint", dispute.fingerprint), "16 digits and letters a to f, as in decant lint --format csv");
    if (dispute.who.empty()) fail(row.begin, "nobody disputes it: who is empty", "say who does");
    if (dispute.why.empty()) fail(row.begin, "there is no reason: why is empty", "say why the finding does not hold");
    const auto [earlier, is_new] = lines_of_.try_emplace(dispute.fingerprint, dispute.place.line);
    if (!is_new) fail(row.begin, fmt::format("this finding is disputed twice: on line {} too", earlier->second), "keep one row");
    else if (errors_.empty()) out_.add(std::move(dispute));
  }

  Suppressions& out_;
  SourceLines lines_;
  CsvTable table_;
  std::array<std::optional<std::size_t>, columns.size()> at_;
  std::map<std::string, uint32_t> lines_of_;
  Errors errors_;
};

}  // namespace

Errors read_overrides(const std::string& path, Suppressions& out) {
  auto text = read_text(path);
  if (!text) return text.errors();
  return Overrides(path, text->bytes(), out).read();
}

}  // namespace decant
