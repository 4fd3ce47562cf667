// One file → its conversations, for commands that look closely at a few; lint reads many as they come (lint/batch).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "input/read.h"
#include "transcript/transcript.h"

namespace decant {

struct Conversations {
  std::unique_ptr<Buffer> bytes;  // what the transcripts view
  std::vector<Transcript> transcripts;
};

// `input_format`: a format's name; empty: recognised by content. "-" is standard input. At least one conversation.
Result<Conversations> read_conversations(const std::string& path, const std::string& input_format);

}  // namespace decant
