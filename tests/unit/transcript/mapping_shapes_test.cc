// Every JSON shape: recognised as itself and as nothing else, in a file of its own and in a line among others, and read to its
// turns.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "mapping_samples.h"
#include "reading.h"
#include "transcript/mappings.h"

namespace decant {
namespace {

std::string one_line(std::string_view json) {
  std::string out(json);
  std::ranges::replace(out, '\n', ' ');
  return out;
}

std::string times(const Reading& reading) {
  std::string out;
  for (const Turn& turn : reading.transcripts.at(0).turns)
    out += (out.empty() ? "" : " ") + (std::isnan(turn.start) ? std::string("-") : fmt::format("{:.6g}", turn.start));
  return out;
}

json::Document document(const std::string& padded, std::size_t size) {
  Result<json::Document> parsed = json::parse(std::string_view(padded).substr(0, size));
  REQUIRE(parsed.ok());
  return std::move(*parsed);
}

TEST_CASE("every row of the table has a sample, and its paths are paths") {
  for (const Mapping& mapping : mappings()) {
    CAPTURE(mapping.name);
    CHECK(std::ranges::any_of(mapping_samples(), [&](const MappingSample& sample) { return sample.mapping == mapping.name; }));
    CHECK(std::ranges::count(mappings(), mapping.name, &Mapping::name) == 1);
    CHECK_FALSE(mapping.title.empty());
    const auto check = [](const Path& path) {
      CAPTURE(path.text());
      CHECK_FALSE(path.fault().has_value());
    };
    for (const Path* path : {&mapping.conversations, &mapping.inside, &mapping.group, &mapping.text, &mapping.role,
                             &mapping.speaker, &mapping.person, &mapping.start, &mapping.end, &mapping.duration,
                             &mapping.confidence, &mapping.words.list, &mapping.words.text, &mapping.words.start,
                             &mapping.words.end, &mapping.words.confidence, &mapping.words.speaker})
      check(*path);
    for (const auto& paths : {mapping.recognise, mapping.unless, mapping.turns, mapping.more})
      for (const Path& path : paths) check(path);
    for (const auto& [field, path] : mapping.fields) check(path);
    for (const auto& conditions : {mapping.only, mapping.markup_when, mapping.glue})
      for (const Condition& condition : conditions) CHECK_FALSE(condition.fault().has_value());
    for (const LeaveOut& leave_out : mapping.leave_out)
      for (const Condition& condition : leave_out.when) CHECK_FALSE(condition.fault().has_value());
  }
}

TEST_CASE("a document is of one shape only") {
  for (const MappingSample& sample : mapping_samples()) {
    CAPTURE(sample.mapping);
    const std::string padded = std::string(sample.json) + std::string(block_padding, '\0');
    const json::Document parsed = document(padded, sample.json.size());
    for (const Mapping& mapping : mappings()) {
      CAPTURE(mapping.name);
      CHECK(is_of(mapping, parsed.root()) == (mapping.name == sample.mapping));
    }
    CHECK(companion_for(parsed.root(), {"export/file.json", {}}) == nullptr);
  }
}

TEST_CASE("a document of its own, and one a line, read to the same turns") {
  for (const MappingSample& sample : mapping_samples()) {
    CAPTURE(sample.mapping);
    const std::string line = one_line(sample.json);
    const std::string_view flat = sample.mapping == "message-lines" || sample.mapping == "convokit" ? "turns" : "";
    CHECK(recognised(sample.json) == (flat.empty() ? "json" : flat));
    CHECK(recognised(line + "\n" + line + "\n") == (flat.empty() ? "jsonl" : flat));
    for (const std::string& text : {std::string(sample.json), line}) {
      const Reading reading = read_as(text == line ? "jsonl" : "json", text);
      for (const Error& error : reading.errors) FAIL(describe(error));
      REQUIRE(reading.transcripts.size() == 1);
      CHECK(reading.turns() == Lines(sample.turns.begin(), sample.turns.end()));
      CHECK(times(reading) == sample.times);
    }
  }
}

TEST_CASE("a list of documents is a list of conversations") {
  for (const MappingSample& sample : mapping_samples()) {
    if (sample.json.starts_with('[')) continue;
    CAPTURE(sample.mapping);
    const Reading reading = read_as("json", "[" + std::string(sample.json) + ",\n" + std::string(sample.json) + "]");
    CHECK(reading.errors.empty());
    const bool is_flat = sample.mapping == "message-lines" || sample.mapping == "convokit";
    CHECK(reading.transcripts.size() == (is_flat ? 1 : 2));
  }
}

TEST_CASE("words of the file are found where they stand") {
  for (const MappingSample& sample : mapping_samples()) {
    CAPTURE(sample.mapping);
    const Reading reading = read_as("json", sample.json);
    REQUIRE(reading.transcripts.size() == 1);
    for (std::size_t i = 0; i < reading.transcripts[0].turns.size(); ++i) {
      const Transcript& transcript = reading.transcripts[0];
      const std::string_view text = transcript.text(transcript.turns[i]);
      const std::string word(text.substr(0, text.find_first_of(" \n,.!?\"'")));
      if (word == "@ines") continue;
      CHECK(reading.source(word, i) == word);
    }
  }
}

TEST_CASE("the turns of several conversations may stand between each other") {
  const Reading reading = read_as("turns", R"({"conversation_id": "a", "role": "user", "content": "1"}
{"conversation_id": "b", "role": "user", "content": "2"}

{"conversation_id": "a", "role": "assistant", "content": "3"}
{"conversation_id": "b", "role": "assistant"}
{"conversation_id": "b", "role": "assistant", "content": "5"}
not json
{"conversation_id": "c", "role": "system", "content": "6"}
)");
  REQUIRE(reading.transcripts.size() == 1);
  CHECK(reading.transcripts[0].id == "a");
  CHECK(reading.turns() == Lines{"customer: 1", "bot: 3"});
  CHECK(reading.place(1) == "4:59");
  REQUIRE(reading.errors.size() == 2);
  CHECK(reading.errors[0].place.line == 5);
  CHECK(reading.errors[0].what == "a turn has no content | text");
  CHECK(reading.errors[1].place.line == 7);
}

TEST_CASE("threads of a channel and chats of a download are conversations of their own") {
  const Reading slack = read_as("json", R"([
 {"type": "message", "user": "U1", "text": "a", "ts": "1935999001.0", "thread_ts": "1935999001.0"},
 {"type": "message", "user": "U2", "text": "b", "ts": "1935999002.0"},
 {"type": "message", "user": "U3", "text": "c", "ts": "1935999003.0", "thread_ts": "1935999001.0"}])");
  REQUIRE(slack.transcripts.size() == 2);
  CHECK(slack.turns(0) == Lines{"unknown U1: a", "unknown U3: c"});
  CHECK(slack.turns(1) == Lines{"unknown U2: b"});
  const Reading teams = read_as("json", R"({"@odata.nextLink": "https://x.example", "value": [
 {"messageType": "message", "chatId": "t-2", "createdDateTime": "2031-05-06T09:30:05Z", "body": {"contentType": "text", "content": "x"}},
 {"messageType": "message", "chatId": "t-1", "createdDateTime": "2031-05-06T09:30:04Z", "body": {"contentType": "text", "content": "y"}}]})");
  REQUIRE(teams.transcripts.size() == 2);
  CHECK(teams.transcripts[1].id == "t-1");
  CHECK(teams.transcripts[1].warnings == Lines{"the file is one page of several: what stands on the others is missing"});
}

TEST_CASE("what is left out is told with its count") {
  const Reading reading = read_as("json", R"({"comments": [
 {"author_id": 5, "body": "a", "public": false, "created_at": "2031-05-06T09:30:00Z"},
 {"author_id": 5, "body": "b", "public": false, "created_at": "2031-05-06T09:30:00Z"},
 {"author_id": 5, "body": "c", "public": true, "created_at": "2031-05-06T09:30:00Z"}]})");
  CHECK(reading.turns() == Lines{"unknown 5: c"});
  CHECK(reading.transcripts[0].warnings == Lines{"2 internal notes left out"});
}

TEST_CASE("a call's transcript inside another document may be typed text, and must be something known") {
  const std::string before = R"({"vcon": "0.4.0", "parties": [{"name": "Ines"}], "analysis": [{"type": "transcript", "body": )";
  CHECK(read_as("json", before + R"("Agent: Hello\nCustomer: Hi"}]})").turns() == Lines{"agent Agent: Hello", "customer Customer: Hi"});
  const Reading strange = read_as("json", before + R"({"lines": []}}]})");
  REQUIRE(strange.errors.size() == 1);
  CHECK(strange.errors[0].what == "the transcript is of a shape that decant does not know");
  CHECK(strange.errors[0].place.column == before.size() + 1);
}

}  // namespace
}  // namespace decant
