// The one way in which all commands read: the format of a file, its conversations, and who speaks in them.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "input/read.h"
#include "transcript/formats.h"
#include "transcript/known_roles.h"

namespace decant {

// What the user says about the files.
struct ReadingOptions {
  const Format* format = nullptr;    // of all files; nullptr: recognised by content
  const Mapping* mapping = nullptr;  // the user's own; outlives the reading
  KnownRoles roles;
};

// The format of a file that starts with `bytes`; `is_whole` if that is all of it.
Result<const Format*> format_of(std::string_view path, std::string_view bytes, bool is_whole, const ReadingOptions& options);

// What there is to say of how a file was read.
struct Source {
  Source(InputFile& file, uint64_t repaired_bytes) : path(file.path()), guess(file.take_guess()), repaired(repaired_bytes) {}

  std::string path;
  std::string guess;  // of its encoding
  uint64_t repaired;
};

// Reads a block as `format`. Of `block` the mapping is filled in here. Every transcript has its roles; the first one has the
// warnings about the source.
void read_block(const Source& source, const Block& block, const Format& format, const ReadingOptions& options, const Sink& sink);

}  // namespace decant
