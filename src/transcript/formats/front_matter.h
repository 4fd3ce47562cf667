// The "Key: value" lines before the first turn of a typed transcript.
#pragma once

#include <cstddef>
#include <span>

#include "transcript/formats/text_lines.h"
#include "transcript/transcript.h"

namespace decant {

// Puts what the head of `lines` says about the conversation into the fields of `transcript`, and
// returns how many lines that were; 0 if the conversation starts at once. A head stands between two
// lines "---", or is a block of keys that ends with a blank line, or is keys that cannot be
// speakers directly before the first turn.
std::size_t read_front_matter(std::span<const TextLine> lines, std::string_view text,
                              Transcript& transcript);

}  // namespace decant
