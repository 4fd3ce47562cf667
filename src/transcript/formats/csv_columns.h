// What the header of a table says: which column holds what.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "transcript/formats/csv_table.h"

namespace decant {

struct CsvColumns {
  using Index = std::optional<std::size_t>;

  std::vector<std::string> names;  // as the header writes them, all of them
  Index id, role, speaker, text, start, end, inbound, post, reply_to, title;
  bool is_start_ms = false, is_end_ms = false;
  bool is_whole_conversation = false;  // the text column's name says that a cell holds all turns
  bool is_reply = false;               // it says that a cell is something an agent sends
  std::vector<std::size_t> others;     // fields of the conversation, in order

  bool has_speakers() const { return role || speaker || inbound; }
};

CsvColumns columns_of(const Row& header);

}  // namespace decant
