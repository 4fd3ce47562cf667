// Research data sets, and sample applications whose files are about.
#include "transcript/mappings/rows.h"

namespace decant {

void add_corpus_mappings(std::vector<Mapping>& rows) {
  rows.push_back(
      {.name = "convokit",
       .title = "ConvoKit corpus, utterances",
       .recognise = {"conversation_id | root", "speaker | user", "text", "id"},
       .unless = {"role", "content"},
       .fields = {{"id", "conversation_id | root"}},
       .group = "conversation_id | root",
       .order = TurnOrder::time,
       .text = "text",
       .role = "meta.role",
       .speaker = "speaker | user",
       .person = "speaker | user",
       .sidecars = {{.files = {"speakers.json", "users.json"},
                     .people = {{.list = "*", .id = "@key", .role = "meta.role | role"}}}},
       .start = "timestamp"});
  // An action is what the agent clicked.
  rows.push_back({.name = "abcd",
                  .title = "ABCD data set",
                  .recognise = {"convo_id", "original[][1]"},
                  .fields = {{"id", "convo_id"},
                             {"channel", "=chat"},
                             {"customer", "scenario.personal.customer_name"},
                             {"flow", "scenario.flow"},
                             {"subflow", "scenario.subflow"}},
                  .turns = {"original[]"},
                  .text = "[1]",
                  .role = "[0]",
                  .roles = {{"action", Role::system}}});
  rows.push_back({.name = "harper-valley",
                  .title = "Gridspace-Stanford Harper Valley data set",
                  .recognise = {"[].speaker_role", "[].human_transcript | [].transcript"},
                  .fields = {{"channel", "=call"}},
                  .turns = {"[]"},
                  .text = "human_transcript | transcript",
                  .role = "speaker_role",
                  .start = "start_ms",
                  .duration = "duration_ms",
                  .unit = TimeUnit::milliseconds});
  rows.push_back({.name = "post-call-analytics",
                  .title = "Post-call analytics sample application for Transcribe",
                  .recognise = {"ConversationAnalytics", "SpeechSegments[].SegmentSpeaker"},
                  .fields = {{"channel", "=call"},
                             {"language", "ConversationAnalytics.LanguageCode"},
                             {"started", "ConversationAnalytics.ConversationTime"}},
                  .turns = {"SpeechSegments[]"},
                  .text = "DisplayText",
                  .speaker = "SegmentSpeaker",
                  .person = "SegmentSpeaker",
                  .people = {{.list = "ConversationAnalytics.SpeakerLabels[]",
                              .id = "Speaker",
                              .name = {"DisplayText"},
                              .role = "DisplayText"}},
                  .start = "SegmentStartTime",
                  .end = "SegmentEndTime",
                  .words = {.list = "WordConfidence[]",
                            .text = "Text",
                            .start = "StartTime",
                            .end = "EndTime",
                            .confidence = "Confidence"}});
}

}  // namespace decant
