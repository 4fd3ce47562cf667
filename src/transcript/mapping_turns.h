// The turns of one conversation as a mapping finds them, before they are put in order and written
// into a transcript.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "transcript/formats/fields.h"
#include "transcript/formats/sourced_text.h"
#include "transcript/formats/time.h"
#include "transcript/mapping.h"

namespace decant {

struct MappedWord {
  uint32_t at = 0, size = 0;  // in the text of its turn
  std::optional<Time> start, end;
  float confidence = 1;
  std::string speaker;  // empty: that of the turn
};

struct MappedTurn {
  Role role = Role::unknown;
  std::string speaker;
  std::string id = {};  // of the speaker, where the file gives both
  std::optional<Time> start, end;
  SourcedText text;
  std::vector<MappedWord> words;  // in order; those that were found in the text
};

struct MappedConversation {
  Transcript transcript;
  std::vector<MappedTurn> turns;
  std::map<std::string, std::size_t> left_out;  // what, and how many
  std::map<std::string, std::size_t> strangers;  // ids that no list of people has, and of how many turns
  RoleWords role_words;
  const Mapping* shape = nullptr;  // what its turns were read with
  bool is_broken = false;          // a turn of it could not be read

  // Puts the turns in order and into the transcript, and looks over it. REQUIRES: `shape`.
  Transcript finish();
};

}  // namespace decant
