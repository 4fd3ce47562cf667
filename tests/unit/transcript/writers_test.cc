// What is written reads back to the same turns.
#include "transcript/writers.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "reading.h"
#include "transcript/assign_roles.h"

namespace decant {
namespace {

// Role and words of each turn; white space as one space, because text has one line a turn.
std::vector<std::string> said(const Transcript& transcript, bool is_loose) {
  std::vector<std::string> out;
  for (const Turn& turn : transcript.turns) {
    std::string text;
    for (const char c : transcript.text(turn)) {
      const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!is_loose || !is_space)
        text += c;
      else if (!text.empty() && text.back() != ' ')
        text += ' ';
    }
    while (is_loose && text.ends_with(' ')) text.pop_back();
    out.push_back(std::string(name(turn.role)) + ": " + text);
  }
  return out;
}

std::string written(const Transcript& transcript, std::string_view form) {
  std::string out;
  transcript_writer_named(form)->write(transcript, out);
  return out;
}

// "word@start-end:confidence" for each word with a time.
std::vector<std::string> timed_words(const Transcript& transcript) {
  std::vector<std::string> out;
  for (const WordTime& word : transcript.word_times)
    out.push_back(fmt::format("{}@{:.3f}-{:.3f}:{}", word.at, word.start, word.end, word.confidence));
  return out;
}

void check_round_trip(const Transcript& transcript) {
  for (const std::string_view form : {"jsonl", "text", "vcon"}) {
    CAPTURE(form);
    const std::string text = written(transcript, form);
    CHECK(written(transcript, form) == text);
    CHECK(recognised(text) == (form == "text" ? "text" : "json"));
    const Reading back = read_as(form == "text" ? "text" : "json", text);
    REQUIRE(back.errors.empty());
    REQUIRE(back.transcripts.size() == 1);
    const Transcript& again = back.transcripts[0];
    const bool is_loose = form == "text";
    CHECK(said(again, is_loose) == said(transcript, is_loose));
    if (is_loose) continue;
    if (form == "jsonl") CHECK(timed_words(again) == timed_words(transcript));
    CHECK(again.channel == (form == "vcon" && transcript.channel.empty() ? "chat" : transcript.channel));
    CHECK(again.started == transcript.started);
    if (!transcript.agent.empty()) CHECK(again.agent == transcript.agent);
    CHECK(again.case_id == transcript.case_id);
    for (std::size_t i = 0; i < again.turns.size(); ++i) {
      CHECK(again.turns[i].speaker == transcript.turns[i].speaker);
      CHECK(std::isnan(again.turns[i].start) == std::isnan(transcript.turns[i].start));
      if (!std::isnan(again.turns[i].start))
        CHECK(again.turns[i].start == doctest::Approx(transcript.turns[i].start).epsilon(0.001));
    }
  }
}

TEST_CASE("what is awkward in one form comes back from each") {
  for (const std::string_view json : {
           R"j({"id": "a \"b\"", "channel": "call", "started": "2026-05-01T10:00:00Z", "agent": "Mara", "case": "B-1",
               "turns": [{"role": "agent", "speaker": "Mara", "start": 1.5, "end": 2.25, "text": "Note: one\ntwo"},
                         {"role": "customer", "speaker": "Customer", "start": 3, "text": "10:30 is fine. <b> & \u2028"},
                         {"role": "bot", "speaker": "Quay: Helper (beta)", "start": 4.125, "text": "*** hm ***"},
                         {"role": "system", "text": "Tom left"},
                         {"role": "unknown", "speaker": "SPEAKER_01", "start": 5, "text": "Agent: no, me"},
                         {"role": "supervisor", "speaker": "Bo", "start": 3700, "text": "- one\n\n- two"}]})j",
           R"j({"turns": [{"role": "agent", "text": "Hello."}, {"role": "customer", "text": "10:30"},
                         {"role": "unknown", "text": "Hm."}]})j"}) {
    const Reading reading = read_as("json", json);
    REQUIRE(reading.transcripts.size() == 1);
    check_round_trip(reading.transcripts[0]);
  }
}

TEST_CASE("words come back with their times and confidences, whichever of them have any") {
  const Reading reading = read_as("json", R"j({"turns": [
    {"role": "agent", "start": 1, "end": 9, "text": "The plums, the\npears \u2014 the r\u00e9sum\u00e9 and twenty-nine more",
     "words": [{"text": "the", "start": 1.25, "end": 1.5, "confidence": 0.875}, {"text": "plums"}, {"text": "the"},
               {"word": "pears", "start": "00:03", "confidence": 0.1}, {"text": "R\u00e9sum\u00e9", "start_ms": 4500},
               {"text": "twenty", "start": 5}, {"text": "-nine", "start": 5.5, "end": 6}]},
    {"role": "customer", "text": "the the the", "words": [{"text": "the", "start": 7}, {"text": "the"}, {"text": "the", "start": 8}]},
    {"role": "customer", "text": "three of them", "words": 3}]})j");
  REQUIRE(reading.transcripts.size() == 1);
  const std::vector<std::string> expected = {"0@1.250-1.500:0.875", "15@3.000-nan:0.1", "29@4.500-nan:1", "42@5.000-nan:1",
                                             "48@5.500-6.000:1",    "59@7.000-nan:1",   "67@8.000-nan:1"};
  CHECK(timed_words(reading.transcripts[0]) == expected);
  check_round_trip(reading.transcripts[0]);
}

TEST_CASE("a list of words that is none is told with its place, and so is a word that was not said") {
  const auto error = [](std::string_view words) {
    const Reading reading = read_as("json", "{\"turns\": [{\"text\": \"one two\", \"words\": " + std::string(words) + "}]}");
    return reading.errors.size() != 1 ? std::string("no error") : fmt::format("{}: {}", reading.errors[0].place.column, reading.errors[0].what);
  };
  CHECK(error(R"([{"text": "one", "start": "soon"}])") == "67: the start of a word is not a time");
  CHECK(error(R"([{"start": 1}])") == "42: a word has no \"text\"");
  CHECK(error(R"(["one"])") == "42: a word has no \"text\"");
  const Reading reading = read_as("json", R"({"turns": [{"text": "one two", "words": [{"text": "nine", "start": 1}, {"text": "two", "start": 2}]}]})");
  REQUIRE(reading.transcripts.size() == 1);
  CHECK(reading.transcripts[0].word_times.size() == 1);
  CHECK(reading.transcripts[0].warnings == std::vector<std::string>{"1 word under \"words\" not found in the text of the turn, and left out"});
}

TEST_CASE("a vCon's name is its content's") {
  const Reading one = read_as("json", R"({"turns": [{"role": "agent", "text": "One."}]})");
  const Reading two = read_as("json", R"({"turns": [{"role": "agent", "text": "Two."}]})");
  const std::string first = written(one.transcripts[0], "vcon");
  const std::string uuid = first.substr(first.find("uuid") + 7, 36);
  CHECK(uuid[14] == '8');
  CHECK(std::string("89ab").find(uuid[19]) != std::string::npos);
  CHECK(written(two.transcripts[0], "vcon").find(uuid) == std::string::npos);
}

// All files below a folder that some format knows.
void check_folder(const std::filesystem::path& folder) {
  if (!std::filesystem::exists(folder)) {
    MESSAGE("skipped: no samples in ", folder.string());
    return;
  }
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
    const std::string format = recognised(bytes);
    if (format == "none") continue;
    Reading reading = read_as(format, bytes);
    CAPTURE(entry.path().string());
    for (Transcript& transcript : reading.transcripts) {
      assign_roles(transcript, {});
      check_round_trip(transcript);
    }
  }
}

TEST_CASE("every example comes back from each form") {
  check_folder(std::filesystem::path(DECANT_SOURCE_DIR) / "examples" / "conversations");
  const char* const shared = std::getenv("DECANT_SHARED");
  check_folder((shared != nullptr ? std::filesystem::path(shared)
                                  : std::filesystem::path(DECANT_SOURCE_DIR) / ".." / "shared") / "formats");
}

}  // namespace
}  // namespace decant
