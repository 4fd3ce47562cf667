#include "base/source_lines.h"

#include <algorithm>
#include <cstring>

namespace decant {
namespace {

// A caret further right, or a line longer than this beyond it, helps nobody and would be copied for
// every error.
constexpr std::size_t widest_column = 4096;
constexpr std::size_t shown_after = 160;

}  // namespace

Place SourceLines::place(uint32_t byte) {
  byte = static_cast<uint32_t>(std::min<std::size_t>(byte, bytes_.size()));
  if (byte < line_start_) {
    line_ = first_line_;
    line_start_ = seen_ = 0;
  }
  while (seen_ < byte) {
    const void* found = std::memchr(bytes_.data() + seen_, '\n', byte - seen_);
    if (found == nullptr) {
      seen_ = byte;
    } else {
      seen_ = line_start_ =
          static_cast<uint32_t>(static_cast<const char*>(found) - bytes_.data()) + 1;
      ++line_;
    }
  }
  return {std::string(path_), line_, byte - line_start_ + 1};
}

Error SourceLines::error(uint32_t byte, std::string what, std::string hint) {
  Error error{place(byte), std::move(what), std::move(hint), {}};
  if (error.place.column <= widest_column) {
    const std::string_view shown = bytes_.substr(line_start_, error.place.column + shown_after);
    error.source_line = shown.substr(0, shown.find_first_of("\r\n"));
  }
  return error;
}

}  // namespace decant
