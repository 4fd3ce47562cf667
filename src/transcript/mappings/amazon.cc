// Amazon: Connect Contact Lens, Transcribe and its call analytics.
#include "transcript/mappings/rows.h"

namespace decant {
namespace {

// Item lists of Transcribe: a word in alternatives[0], punctuation without a time and without a
// space before it.
Mapping items(std::string name, std::string title, Path turns, Path speaker) {
  return {.name = std::move(name),
          .title = std::move(title),
          .recognise = {},
          .fields = {{"id", "jobName"}, {"channel", "=call"}},
          .turns = {std::move(turns)},
          .order = TurnOrder::time,
          .text = "alternatives[0].content",
          .speaker = std::move(speaker),
          .start = "start_time",
          .end = "end_time",
          .are_words = true,
          .glue = {"type=punctuation"},
          .confidence = "alternatives[0].confidence"};
}

}  // namespace

void add_amazon_mappings(std::vector<Mapping>& rows) {
  const People participants{
      .list = "Participants[]", .id = "ParticipantId", .role = "ParticipantRole"};
  rows.push_back({.name = "contact-lens-call",
                  .title = "Amazon Connect Contact Lens, a call",
                  .recognise = {"Transcript[].BeginOffsetMillis", "Transcript[].ParticipantId",
                                "Participants[]"},
                  .unless = {"Transcript[].AbsoluteTime", "Transcript[].ParticipantRole"},
                  .fields = {{"id", "CustomerMetadata.ContactId"},
                             {"channel", "Channel"},
                             {"language", "LanguageCode"}},
                  .turns = {"Transcript[]"},
                  .text = "Content",
                  .person = "ParticipantId",
                  .people = {participants},
                  .start = "BeginOffsetMillis",
                  .end = "EndOffsetMillis",
                  .unit = TimeUnit::milliseconds});
  rows.push_back({.name = "contact-lens-chat",
                  .title = "Amazon Connect Contact Lens, a chat",
                  .recognise = {"Transcript[].AbsoluteTime", "Transcript[].ContentType"},
                  .fields = {{"id", "CustomerMetadata.ContactId"},
                             {"channel", "Channel"},
                             {"language", "LanguageCode"}},
                  .turns = {"Transcript[]"},
                  .leave_out = {{.when = {"Type=EVENT"}},
                                {.when = {"Type=ATTACHMENT", "!Content"}, .what = "attachment"}},
                  .text = "Content",
                  .role = "ParticipantRole",
                  .speaker = "DisplayName",
                  .person = "ParticipantId",
                  .people = {participants},
                  .start = "AbsoluteTime"});
  rows.push_back({.name = "transcribe-call-analytics",
                  .title = "Amazon Transcribe Call Analytics",
                  .recognise = {"Transcript[].ParticipantRole", "Transcript[].BeginOffsetMillis"},
                  .unless = {"Transcript[].AbsoluteTime"},
                  .fields = {{"id", "JobName"}, {"channel", "=call"}, {"language", "LanguageCode"}},
                  .turns = {"Transcript[]"},
                  .text = "Content",
                  .role = "ParticipantRole",
                  .start = "BeginOffsetMillis",
                  .end = "EndOffsetMillis",
                  .unit = TimeUnit::milliseconds,
                  .words = {.list = "Items[]",
                            .text = "Content",
                            .start = "BeginOffsetMillis",
                            .end = "EndOffsetMillis",
                            .confidence = "Confidence"}});

  Mapping speakers = items("transcribe-speakers", "Amazon Transcribe with speaker labels",
                           "results.items[]", "speaker_label");
  speakers.recognise = {"results.items[].alternatives[].content",
                        "results.speaker_labels.segments"};
  speakers.unless = {"results.channel_labels"};
  rows.push_back(std::move(speakers));

  // The channels hold each word once; `results.items` repeats them all.
  Mapping channels = items("transcribe-channels", "Amazon Transcribe with channel labels",
                           "results.channel_labels.channels[].items[]", "^.channel_label");
  channels.recognise = {"results.channel_labels.channels[].items[].alternatives[].content"};
  rows.push_back(std::move(channels));

  Mapping plain = items("transcribe", "Amazon Transcribe without labels", "results.items[]", {});
  plain.recognise = {"results.items[].alternatives[].content"};
  plain.unless = {"results.speaker_labels.segments", "results.channel_labels"};
  rows.push_back(std::move(plain));
}

}  // namespace decant
