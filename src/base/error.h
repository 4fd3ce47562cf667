// What went wrong, as data: where, what, and what to do. It becomes text only when printed, so
// that the same error can go to a terminal, a JSON report or an annotation.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace decant {

// A place in something a user wrote. Lines and columns count from 1, columns in bytes;
// 0 means "the whole file" or "the whole line".
struct Place {
  std::string path;
  uint32_t line = 0;
  uint32_t column = 0;

  friend auto operator<=>(const Place&, const Place&) = default;
};

struct Error {
  Place place;
  std::string what;         // one sentence without a full stop
  std::string hint;         // what to do about it; may be empty
  std::string source_line;  // the line at `place`, for the caret; may be empty
};

using Errors = std::vector<Error>;

// "path:line:column: what", then the line with a caret, then the hint; ends with a newline.
// Control characters of the source line are made harmless.
std::string describe(const Error& error);

}  // namespace decant
