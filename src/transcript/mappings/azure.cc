// Azure AI Speech: batch and fast transcription.
#include "transcript/mappings/rows.h"

namespace decant {

void add_azure_mappings(std::vector<Mapping>& rows) {
  // nBest are readings of the same speech, the best one first. Channels follow each other.
  rows.push_back({.name = "azure-batch",
                  .title = "Azure batch transcription",
                  .recognise = {"recognizedPhrases[].nBest[0].display"},
                  .fields = {{"channel", "=call"}},
                  .turns = {"recognizedPhrases[]"},
                  .leave_out = {{.when = {"recognitionStatus!=Success", "!nBest[0].display"}}},
                  .order = TurnOrder::time,
                  .text = "nBest[0].display",
                  .speaker = "speaker | channel",
                  .start = "offset",
                  .duration = "duration",
                  .unit = TimeUnit::ticks,
                  .words = {.list = "nBest[0].displayWords[] | nBest[0].words[]",
                            .text = "displayText | word",
                            .start = "offset",
                            .confidence = "confidence"}});
  rows.push_back(
      {.name = "azure-fast",
       .title = "Azure fast transcription",
       .recognise = {"phrases[].text", "phrases[].offsetMilliseconds | phrases[].offsetInMs"},
       .fields = {{"channel", "=call"}, {"language", "phrases[].locale"}},
       .turns = {"phrases[]"},
       .order = TurnOrder::time,
       .text = "text",
       .speaker = "speaker | channel",
       .start = "offsetMilliseconds | offsetInMs",
       .duration = "durationMilliseconds | durationInMs",
       .unit = TimeUnit::milliseconds,
       .words = {.list = "words[]", .text = "text", .start = "offsetMilliseconds | offsetInMs"}});
}

}  // namespace decant
