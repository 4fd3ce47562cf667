// Lines and columns of a text that is read from front to back. Going forward costs what lies
// between, so that a reader may ask for the place of every conversation of a large file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"

namespace decant {

class SourceLines {
 public:
  SourceLines() = default;
  // `path` and `bytes` outlive this. `first_line` is the line of the file on which `bytes` starts.
  SourceLines(std::string_view path, std::string_view bytes, uint32_t first_line = 1)
      : path_(path), bytes_(bytes), first_line_(first_line), line_(first_line) {}

  Place place(uint32_t byte);
  // An error at `byte`, with its line unless that is too long to be shown.
  Error error(uint32_t byte, std::string what, std::string hint = {});

 private:
  std::string_view path_;
  std::string_view bytes_;
  uint32_t first_line_ = 1;
  // Where the last question left off: `line_` starts at `line_start_`, and no line break follows
  // before `seen_`.
  uint32_t line_ = 1;
  uint32_t line_start_ = 0;
  uint32_t seen_ = 0;
};

}  // namespace decant
