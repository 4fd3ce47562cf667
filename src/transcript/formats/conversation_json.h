// Our own JSON shape of a conversation (the one that convert writes), shared by the formats json
// and jsonl.
#pragma once

#include <optional>

#include "base/error.h"
#include "json/document.h"
#include "transcript/formats.h"
#include "transcript/formats/fields.h"

namespace decant {

// Where a document stands in its block.
struct JsonPlace {
  const Block& block;
  uint32_t offset = 0;  // of the document's first byte in the block
  SourceLines& lines;   // of the block
};

// Reads `conversation` and hands it to `sink`, or the first error that stands in the way.
void read_conversation(json::Document& document, json::Value conversation, const JsonPlace& place,
                       const Sink& sink);

}  // namespace decant
