// What all readers do with a conversation besides its turns: the words for its fields in the
// exports we know, the channels, and the last look over what was read.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/source_lines.h"
#include "text/numerals.h"
#include "transcript/formats.h"
#include "transcript/transcript.h"

namespace decant {

inline constexpr std::size_t most_turns = 1'000'000;

enum class Field { id, channel, language, started, agent, team, customer, case_id, none };

// Lower case without spaces, '_', '-' and '.': "Call ID" and "call_id" are one key.
std::string plain_key(std::string_view key);

// The field that a key such as "Call ID", "queue" or "agent_name" means; none for all others.
Field field_of_key(std::string_view key);

// Puts `value` into the field its key means if that is still empty, into `meta` otherwise. Channels
// become ours, dates ISO 8601 where they can be read.
void set_field(Transcript& transcript, std::string_view key, std::string_view value);

// call, chat, email, social or script for the words exports use; other words in lower case.
std::string channel_word(std::string_view word);

// A transcript of `block` that starts at `first_byte`.
Transcript start_transcript(const Block& block, uint32_t first_byte, SourceLines& lines);

// To be called when all turns are there: gives a role to speakers whom the fields name as the agent
// or the customer, and warns of times that cannot be.
void settle(Transcript& transcript);

// The error for a conversation of more than most_turns.
Error too_many_turns(SourceLines& lines, uint32_t byte);

// Reads words for roles and remembers those nobody knows.
class RoleWords {
 public:
  // Our own word, then every other product's; unknown for the rest.
  Role role(std::string_view word);
  // Adds a warning for each strange word.
  void warn(Transcript& transcript) const;

 private:
  std::vector<std::pair<std::string, std::size_t>> strange_;  // words, and of how many turns
};

// Without space at both ends.
std::string_view trim(std::string_view text);

// Equal but for the case of ASCII letters.
bool equals_in_any_case(std::string_view a, std::string_view b);

}  // namespace decant
