// Documents that are cut off, of wrong types or nested wrongly: a placed error, or nothing lost, and never a crash.
#include <doctest/doctest.h>

#include "mapping_samples.h"
#include "reading.h"

namespace decant {
namespace {

std::string failure(const Reading& reading) {
  if (reading.errors.empty()) return "";
  const Error& error = reading.errors[0];
  return std::to_string(error.place.line) + ":" + std::to_string(error.place.column) + " " + error.what;
}

TEST_CASE("faults of a document are told at their place, with the shape it was read as") {
  const struct {
    std::string_view json, failure;
  } rows[] = {
      {R"({"entries": [{"text": "a", "role": "AGENT", "start_timestamp_usec": 1}, {"role": "AGENT"}]})", "1:73 a turn has no text"},
      {R"({"entries": [{"text": "a", "role": "AGENT", "start_timestamp_usec": 1}, {"text": 7}]})",
       "1:82 the text of a turn is a number, not a string"},
      {R"({"entries": [{"text": {"x": 1}, "role": "AGENT", "start_timestamp_usec": 1}]})",
       "1:23 the text of a turn is an object, not a string"},
      {R"({"entries": [{"text": "a", "role": "AGENT", "start_timestamp_usec": "soon"}]})", "1:69 start_timestamp_usec is not a time"},
      {R"({"entries": [{"text": "a", "role": "AGENT", "start_timestamp_usec": {}}]})", "1:69 start_timestamp_usec is not a time"},
      {R"({"entries": [{"text": "a", "role": "AGENT", "start_timestamp_usec": 1}, "b"]})", "1:73 a turn is a string, not an object"},
      {R"({"callTranscripts": [{"callId": "1", "transcript": [{"sentences": []}]},
 {"callId": "2"}]})",
       "2:2 the conversation has no transcript[]"},
      {R"({"recognizedPhrases": [{"nBest": [{"display": "a"}], "offset": "P1Y"}]})", "1:64 offset is not a time"},
      {R"({"conversationHistoryRecords": [{"messageRecords": [{"type": "TEXT_PLAIN", "sentBy": "Agent"}]}]})",
       "1:53 a turn has no messageData.msg.text"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.json);
    const Reading reading = read_as("json", row.json);
    CHECK(failure(reading) == row.failure);
    CHECK(reading.errors.at(0).hint.find("read as ") != std::string::npos);
  }
}

TEST_CASE("what is wrong with one conversation does not stop the others") {
  const Reading reading = read_as("json", R"({"callTranscripts": [{"callId": "1", "transcript": 3},
 {"callId": "2", "transcript": [{"speakerId": "1", "sentences": [{"text": "Hi", "start": 0, "end": 900}]}]}]})");
  CHECK(reading.errors.size() == 1);
  REQUIRE(reading.transcripts.size() == 1);
  CHECK(reading.transcripts[0].id == "2");
}

TEST_CASE("unknown JSON names its keys and where the known shapes are listed") {
  const Reading reading = read_as("json", R"({"Transcript": {"items": []}, "Version": 1})");
  REQUIRE(reading.errors.size() == 1);
  CHECK(reading.errors[0].what == "the conversation has no \"turns\", only Transcript, Version");
  CHECK(reading.errors[0].hint.find("decant formats") != std::string::npos);
}

TEST_CASE("times that go backwards are kept in order of the file and told") {
  const Reading reading = read_as("json", R"({"entries": [
 {"text": "a", "role": "AGENT", "start_timestamp_usec": 5000000}, {"text": "b", "role": "CUSTOMER", "start_timestamp_usec": 2000000}]})");
  CHECK(reading.turns() == Lines{"agent: a", "customer: b"});
  CHECK(reading.transcripts[0].warnings == Lines{"the times of 1 turn go backwards"});
}

TEST_CASE("roles nobody knows are told, and a missing speaker is no fault") {
  const Reading reading = read_as("json", R"({"entries": [{"text": "a", "role": "WIZARD", "start_timestamp_usec": 1}, {"text": "b"}]})");
  CHECK(reading.turns() == Lines{"unknown: a", "unknown: b"});
  CHECK(reading.transcripts[0].warnings.size() == 1);
}

TEST_CASE("gong's times may be seconds after all") {
  const auto start = [](std::string_view numbers) {
    return read_as("json", R"({"callTranscripts": [{"callId": "1", "transcript": [{"speakerId": "1", "sentences": [{"text":
 "one two three four five", )" + std::string(numbers) + "}]}]}]}").transcripts.at(0).turns.at(0);
  };
  CHECK(start(R"("start": 2000, "end": 4000)").start == 2);
  CHECK(start(R"("start": 2, "end": 4)").start == 2);
  CHECK(start(R"("start": 2.5, "end": 4.25)").end == 4.25);
}

bool holds_together(const Transcript& transcript) {
  uint32_t at = 0;
  for (const Turn& turn : transcript.turns) {
    if (turn.text.begin != at || turn.text.end >= transcript.words.size() || transcript.words[turn.text.end] != '\n') return false;
    at = turn.text.end + 1;
    const Span source = transcript.source.original(turn.text);
    if (source.begin > source.end || source.end > transcript.bytes.size()) return false;
  }
  for (std::size_t i = 0; i < transcript.word_times.size(); ++i)
    if (transcript.word_times[i].at >= at || (i > 0 && transcript.word_times[i].at < transcript.word_times[i - 1].at)) return false;
  return at == transcript.words.size();
}

void read_both(std::string_view text) {
  for (const std::string_view format : {"json", "jsonl", "turns"}) {
    const Reading reading = read_as(format, text);
    for (const Transcript& transcript : reading.transcripts) REQUIRE(holds_together(transcript));
    for (const Error& error : reading.errors) REQUIRE_FALSE(error.what.empty());
  }
}

TEST_CASE("samples may be cut off anywhere, and their parts dropped, doubled and changed") {
  uint32_t state = 7;
  const auto dice = [&](std::size_t sides) {
    state = state * 1664525 + 1013904223;
    return (state >> 8) % sides;
  };
  const std::string_view values[] = {"null", "true", "7", "-1e99", "\"\"", "\"x\"", "[]", "{}", "[[]]", "{\"text\": [\"a\", 1]}", "1e15"};
  for (const MappingSample& sample : mapping_samples()) {
    CAPTURE(sample.mapping);
    for (std::size_t i = 0; i < sample.json.size(); i += 3) read_both(sample.json.substr(0, i));
    for (int round = 0; round < 60; ++round) {
      std::string text(sample.json);
      for (std::size_t changes = 1 + dice(4); changes > 0; --changes) {
        // Behind a key, where a value starts.
        const std::size_t at = text.find(": ", dice(text.size()));
        if (at == std::string::npos) continue;
        std::size_t end = text.find_first_of(",]}", at);
        if (end == std::string::npos) end = text.size();
        switch (dice(3)) {
          case 0:
            text.replace(at + 2, end - at - 2, values[dice(std::size(values))]);
            break;
          case 1:
            text.insert(at + 2, "[");
            text.insert(std::min(end + 1, text.size()), "]");
            break;
          case 2:
            text[at > 3 ? at - 3 : 0] = 'Q';  // another key
            break;
        }
      }
      read_both(text);
    }
  }
}

}  // namespace
}  // namespace decant
