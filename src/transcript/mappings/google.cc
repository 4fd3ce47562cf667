// Google: Conversational Insights (CCAI) and Speech-to-Text.
#include "transcript/mappings/rows.h"

namespace decant {

void add_google_mappings(std::vector<Mapping>& rows) {
  rows.push_back(
      {.name = "ccai-upload",
       .title = "Google Conversational Insights, a file to upload",
       .recognise = {"entries[].text", "entries[].role", "entries[].start_timestamp_usec"},
       .turns = {"entries[]"},
       .text = "text",
       .role = "role",
       .speaker = "user_id",
       .start = "start_timestamp_usec",
       .unit = TimeUnit::microseconds});
  rows.push_back({.name = "ccai-conversation",
                  .title = "Google Conversational Insights, a conversation resource",
                  .recognise = {"transcript.transcriptSegments[].text"},
                  .fields = {{"id", "name"},
                             {"channel", "medium"},
                             {"language", "languageCode"},
                             {"started", "startTime"},
                             {"agent", "agentId"}},
                  .turns = {"transcript.transcriptSegments[]"},
                  .text = "text",
                  .role = "segmentParticipant.role",
                  .speaker = "segmentParticipant.userId",
                  .start = "messageTime | words[0].startOffset",
                  .words = {.list = "words[]",
                            .text = "word",
                            .start = "startOffset",
                            .end = "endOffset",
                            .confidence = "confidence"}});
  // The last result repeats the words of all others, with the speakers.
  rows.push_back({.name = "google-speech-speakers",
                  .title = "Google Speech-to-Text with speakers",
                  .recognise = {"results[-1].alternatives[0].words[].speakerTag | "
                                "results[-1].alternatives[0].words[].speakerLabel"},
                  .fields = {{"channel", "=call"}, {"language", "results[].languageCode"}},
                  .turns = {"results[-1].alternatives[0].words[]"},
                  .text = "word",
                  .speaker = "speakerLabel | speakerTag",
                  .start = "startTime | startOffset",
                  .end = "endTime | endOffset",
                  .are_words = true,
                  .confidence = "confidence"});
  rows.push_back({.name = "google-speech",
                  .title = "Google Speech-to-Text without speakers",
                  .recognise = {"results[].alternatives[0].transcript"},
                  .unless = {"results[-1].alternatives[0].words[].speakerTag",
                             "results[-1].alternatives[0].words[].speakerLabel"},
                  .fields = {{"channel", "=call"}, {"language", "results[].languageCode"}},
                  .turns = {"results[]"},
                  .only = {"alternatives[0]"},
                  .text = "alternatives[0].transcript",
                  .speaker = "channelTag",
                  .start = "alternatives[0].words[].startTime",
                  .end = "resultEndTime",
                  .words = {.list = "alternatives[0].words[]",
                            .text = "word",
                            .start = "startTime",
                            .end = "endTime",
                            .confidence = "confidence"}});
}

}  // namespace decant
