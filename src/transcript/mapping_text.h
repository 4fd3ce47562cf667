// The words of one turn, put together from where a mapping finds them, every byte with its place in
// the block.
#pragma once

#include "transcript/formats/sourced_text.h"
#include "transcript/mapping.h"
#include "transcript/mapping_people.h"

namespace decant {

struct TurnText {
  enum class Is { words, nothing, missing, no_text };
  Is is = Is::missing;
  SourcedText words;    // without space at both ends
  json::Value culprit;  // what is no text
};

// `offset` is the document's place in its block. `people` give names to the mentions of a chat.
TurnText text_of_turn(const Mapping& mapping, const Item& turn, uint32_t offset,
                      const PeopleById& people);

// Adds a JSON string to `out`.
void add_string(json::Value string, uint32_t offset, SourcedText& out);

}  // namespace decant
