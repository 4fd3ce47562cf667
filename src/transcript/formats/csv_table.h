// Rows and cells of a separated file (RFC 4180, with other separators), each with its place in the
// block.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/source_lines.h"
#include "transcript/formats/sourced_text.h"

namespace decant {

struct Cell {
  std::string_view raw;      // in the block, without the quotes around it
  bool has_doubled = false;  // "" stands for one quote inside

  std::string text() const;
  SourcedText sourced(std::string_view block) const;
};

struct Row {
  uint32_t begin = 0;  // in the block
  std::vector<Cell> cells;
};

// The separator that the first line has most of, outside quotes; nullopt if it has none.
std::optional<char> separator_of(std::string_view bytes);

class CsvTable {
 public:
  CsvTable(std::string_view bytes, char separator) : bytes_(bytes), separator_(separator) {}

  enum class Step { row, fault, end };
  // Reads the next row that is not blank. After a fault the next step goes on with the line after
  // the one on which the faulty row started; `row.begin` is the place of the fault and fault() says
  // what it is.
  Step next(Row& row);
  std::string_view fault() const { return fault_; }

 private:
  bool read_quoted(Cell& cell);
  Step give_up(Row& row, std::size_t at, std::string_view fault);

  std::string_view bytes_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t read_twice_ = 0;  // bytes of faulty rows that are read again
  std::string_view fault_;
};

}  // namespace decant
