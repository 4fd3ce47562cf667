// The head of a script: YAML between two lines of "---" at its start, which sets its fields.
#pragma once

#include <optional>
#include <string_view>

#include "base/error.h"
#include "transcript/formats.h"

namespace decant {

// How many bytes of `text` the head takes, with its fences; 0 if there is none.
std::size_t size_of_head(std::string_view text);

// Whether a head starts that nothing ends.
bool has_open_head(std::string_view text);

// Reads the head into the fields, `must_say` and meta of `transcript`. What is wrong with it.
Errors read_head(std::string_view path, std::string_view head, Transcript& transcript);

}  // namespace decant
