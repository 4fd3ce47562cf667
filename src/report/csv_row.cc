#include "report/csv_row.h"

#include "report/terminal.h"

namespace decant {
namespace {

bool is_like_formula(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \"'");
  if (first == std::string_view::npos) return false;
  const std::string_view rest = text.substr(first);
  for (std::string_view sign : {"=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠", "−"})
    if (rest.starts_with(sign)) return true;
  return false;
}

}  // namespace

CsvRow& CsvRow::text(std::string_view words) {
  separate();
  std::string safe = harmless(words);
  if (is_like_formula(safe)) safe.insert(0, "'");
  if (safe.find_first_of("\",;") == std::string::npos) {
    out_ += safe;
    return *this;
  }
  out_ += '"';
  for (char c : safe) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  out_ += '"';
  return *this;
}

CsvRow& CsvRow::plain(std::string_view value) {
  separate();
  out_ += value;
  return *this;
}

void CsvRow::separate() {
  if (has_cell_) out_ += ',';
  has_cell_ = true;
}

}  // namespace decant
