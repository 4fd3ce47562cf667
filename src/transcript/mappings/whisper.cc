// OpenAI Whisper, and WhisperX, which adds speakers to it.
#include "transcript/mappings/rows.h"

namespace decant {

void add_whisper_mappings(std::vector<Mapping>& rows) {
  const WordList words{.list = "words[]",
                       .text = "word",
                       .start = "start",
                       .end = "end",
                       .confidence = "score | probability"};
  // Whisper makes words up where nobody speaks; the limits are those of its own authors.
  rows.push_back(
      {.name = "whisper",
       .title = "OpenAI Whisper",
       .recognise = {"segments[].avg_logprob", "segments[].text"},
       .fields = {{"channel", "=call"}, {"language", "language"}},
       .turns = {"segments[]"},
       .leave_out = {{.when = {"no_speech_prob>0.6", "avg_logprob<-1"}, .what = "silent segment"}},
       .text = "text",
       .speaker = "speaker",
       .start = "start",
       .end = "end",
       .words = words});
  Mapping whisperx{
      .name = "whisperx",
      .title = "WhisperX",
      .recognise = {"segments[].text", "segments[].speaker | segments[].words[].score"},
      .unless = {"segments[].avg_logprob"},
      .fields = {{"channel", "=call"}, {"language", "language"}},
      .turns = {"segments[]"},
      .text = "text",
      .speaker = "speaker",
      .start = "start",
      .end = "end",
      .words = words};
  whisperx.words.speaker = "speaker";
  rows.push_back(std::move(whisperx));
}

}  // namespace decant
