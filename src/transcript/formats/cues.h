// Captions, whatever their file format: cues with times and payload lines become turns. A turn
// often runs over several cues, and a cue can hold several speakers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/span.h"
#include "transcript/formats.h"
#include "transcript/formats/fields.h"
#include "transcript/formats/labels.h"

namespace decant {

struct Cue {
  double start = 0, end = 0;
  std::string_view payload;  // its lines, in the block; without the last line break
};

// "00:01:02.500 --> 00:01:04.000 settings"; nullopt if the line is none. A comma may stand for the
// point, and the hours may be missing.
struct CueTimes {
  double start = 0, end = 0;
};
std::optional<CueTimes> cue_times(std::string_view line);

// The next line of `bytes` from `at` on, without its break; moves `at` behind it.
std::string_view take_line(std::string_view bytes, std::size_t& at);

// All lines up to the next blank one; moves `at` behind it.
std::string_view take_paragraph(std::string_view bytes, std::size_t& at);

// Adds the cues of a paragraph: the line of times is its first, or the second behind a number or a name. False if it has none.
// Lines of times further down start other cues, each with the number above it: some files lack the empty lines.
bool add_cues(std::string_view paragraph, std::vector<Cue>& cues);

struct CueStyle {
  bool has_markup = false;  // WebVTT: <v Name>, entities
};

// Makes turns of `cues`, settles the transcript and hands it to `sink`.
void read_cues(const std::vector<Cue>& cues, CueStyle style, Transcript&& transcript,
               SourceLines& lines, const Sink& sink);

}  // namespace decant
