// What the shape of one line of a typed transcript says, before anybody knows the rest of the file.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "transcript/formats/ignore_comments.h"
#include "transcript/formats/time.h"

namespace decant {

struct TextLine {
  std::string_view
      whole;  // without space at both ends; empty: a blank line or a ruler such as "-----"
  uint32_t indent = 0;  // bytes of space before it
  uint32_t width = 0;   // characters of the line, roughly

  std::optional<Time> time;     // "[00:12] …", "(03:02:10 PM) …", "Speaker 1  00:00:12"
  bool is_time_sure = false;    // it stands in brackets, or alone with a label
  std::string_view label;       // what could be a speaker; empty if nothing could
  std::string_view rest;        // what follows time and label; the whole line if it has neither
  std::string_view after_time;  // what follows the time
  bool is_event = false;        // "<call ended>", "*** Sam left ***"; `rest` is what stands inside
};

// The lines of `text`, which outlives them; without the comments that `comments` takes, if it is there.
std::vector<TextLine> text_lines_of(std::string_view text, IgnoreComments* comments = nullptr);

// Whether the line starts with a bullet or a number, so that it is not the rest of a sentence.
bool is_list_item(std::string_view line);

}  // namespace decant
