// Typed transcripts: a whole file, or the text of one conversation that another format holds in a
// cell.
#pragma once

#include "transcript/formats/ignore_comments.h"
#include "transcript/formats/sourced_text.h"
#include "transcript/transcript.h"

namespace decant {

// Adds the turns of a typed transcript, and what its head says, to `transcript`. False if it has
// more than most_turns. `comments`: where those that ask for findings to be left alone go; null where such words are
// somebody's.
bool read_typed(const SourcedText& source, Transcript& transcript, IgnoreComments* comments = nullptr);

// How many lines start with what is surely a speaker.
std::size_t count_labelled_lines(std::string_view text);

}  // namespace decant
