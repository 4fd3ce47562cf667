// Sales and meeting tools.
#include "transcript/mappings/rows.h"

namespace decant {

void add_meeting_mappings(std::vector<Mapping>& rows) {
  // Its times are milliseconds, but one published description says seconds.
  rows.push_back({.name = "gong",
                  .title = "Gong call transcripts",
                  .recognise = {"callTranscripts[].transcript[].sentences"},
                  .conversations = "callTranscripts[]",
                  .fields = {{"id", "callId"}, {"channel", "=call"}},
                  .more = {"^.records.cursor"},
                  .turns = {"transcript[]"},
                  .text = "sentences[].text",
                  .speaker = "speakerId",
                  .person = "speakerId",
                  .sidecars = {{.files = {"*parties*.json", "*extensive*.json", "calls.json"},
                                .people = {{.list = "calls[].parties[]",
                                            .id = "speakerId",
                                            .name = {"name"},
                                            .role = "affiliation",
                                            .roles = {{"Internal", Role::agent},
                                                      {"External", Role::customer}}}}}},
                  .start = "sentences[].start",
                  .end = "sentences[].end",
                  .unit = TimeUnit::guess});
}

}  // namespace decant
