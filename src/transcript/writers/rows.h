// The functions behind the rows of the table in writers.cc.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "transcript/writers.h"

namespace decant {

TranscriptWriter jsonl_writer();
TranscriptWriter typed_writer();
TranscriptWriter vcon_writer();

// "agent" and what follows in all forms: the fields of a conversation that have names of their own, in order.
std::vector<std::pair<std::string_view, std::string_view>> fields_of(const Transcript& transcript);

}  // namespace decant
