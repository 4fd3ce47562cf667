// The forms that conversations are converted to. One file in writers/ for each, and its row in the table.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "transcript/transcript.h"

namespace decant {

struct TranscriptWriter {
  std::string_view name;
  std::string_view summary;
  // Adds one conversation to `out`.
  void (*write)(const Transcript& transcript, std::string& out);
  // What stands before the first conversation, between two, and behind the last; `is_single` if there is only one.
  std::string_view (*before)(bool is_single);
  std::string_view between;
  std::string_view (*after)(bool is_single);
};

std::span<const TranscriptWriter> transcript_writers();
const TranscriptWriter* transcript_writer_named(std::string_view name);

}  // namespace decant
