// Genesys Cloud.
#include "transcript/mappings/rows.h"

namespace decant {

void add_genesys_mappings(std::vector<Mapping>& rows) {
  // `text` is in lower case without punctuation; the decorated one may be missing.
  rows.push_back(
      {.name = "genesys",
       .title = "Genesys Cloud speech and text analytics",
       .recognise = {"transcripts[].phrases[].participantPurpose"},
       .fields = {{"id", "conversationId"},
                  {"channel", "mediaType"},
                  {"language", "transcripts[].language"},
                  {"started", "conversationStartTime"},
                  {"agent", "participants[participantPurpose=agent].userId"},
                  {"team", "participants[participantPurpose=agent].teamId"}},
       .turns = {"transcripts[].phrases[]"},
       .order = TurnOrder::time,
       .text = "decoratedText | text",
       .role = "participantPurpose",
       .roles = {{"internal", Role::agent},
                 {"external", Role::customer},
                 {"ivr", Role::bot},
                 {"acd", Role::system},
                 {"voicemail", Role::system}},
       .start = "startTimeMs",
       .duration = "duration.milliseconds",
       .unit = TimeUnit::milliseconds,
       .words = {
           .list = "words[]", .text = "word", .start = "startTimeMs", .confidence = "confidence"}});
}

}  // namespace decant
