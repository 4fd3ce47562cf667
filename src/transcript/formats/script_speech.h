// What of a script's paragraph is to be said, and by whom. The rest tells the agent what to do.
#pragma once

#include <string_view>
#include <vector>

#include "transcript/formats/sourced_text.h"
#include "transcript/role.h"

namespace decant {

// What a paragraph or a cell is, if it is no speech: a name for counting. Empty: it is speech, or speech is in it.
std::string_view what_is_no_speech(std::string_view text, bool is_emphasised);

struct ScriptLine {
  Role role = Role::agent;
  SourcedText text;
};

// The lines to be said in `text`, which is speech or holds it.
std::vector<ScriptLine> speech_in(const SourcedText& text);

// Whether a column of a table holds speech, to go by its heading.
enum class ColumnHolds { speech, other, anything };
ColumnHolds column_holds(std::string_view heading);

// Whether what stands below a heading is not to be said: "Don't say", "Notes".
bool heads_no_speech(std::string_view heading);

}  // namespace decant
