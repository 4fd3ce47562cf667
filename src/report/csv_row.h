// A row of a table for spreadsheets. They take a text that begins like a formula for one; such a text is given an apostrophe in
// front, which they show as text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace decant {

// `out` outlives this; cells are added to it as they come.
class CsvRow {
 public:
  explicit CsvRow(std::string& out) : out_(out) {}

  // Words of whoever it may be.
  CsvRow& text(std::string_view words);
  // A number, or one of our own words; empty where it is not known.
  CsvRow& plain(std::string_view value);
  CsvRow& number(uint64_t value) { return plain(std::to_string(value)); }
  void finish() { out_ += '\n'; }

 private:
  void separate();

  std::string& out_;
  bool has_cell_ = false;
};

}  // namespace decant
