#include <doctest/doctest.h>
#include <fmt/format.h>

#include "reading.h"

namespace decant {
namespace {

// "word@seconds" for each word with a time.
Lines word_times(const Reading& reading) {
  const Transcript& transcript = reading.transcripts.at(0);
  Lines out;
  for (const WordTime& word : transcript.word_times) {
    const std::string_view rest = std::string_view(transcript.words).substr(word.at);
    out.push_back(fmt::format("{}@{:.4g}", rest.substr(0, rest.find_first_of(" \n")), word.start));
  }
  return out;
}

std::string utterance(std::string_view text, std::string_view words) {
  return fmt::format(R"({{"results": {{"utterances": [{{"start": 1, "end": 5, "transcript": "{}", "words": [{}]}}]}}}})", text, words);
}

TEST_CASE("words keep their times, wherever they stand in the text") {
  const Reading reading = read_as("json", utterance("Well, I can\\u2019t. I can wait!",
                                                    R"({"word": "well", "start": 1.0, "confidence": 0.5}, {"word": "i", "start": 1.5},
 {"word": "nonsense", "start": 1.6}, {"punctuated_word": "can\u2019t.", "start": 2}, {"word": "wait", "start": 4.5, "confidence": 7})"));
  CHECK(word_times(reading) == Lines{"Well,@1", "I@1.5", "can’t.@2", "wait!@4.5"});
  const Transcript& transcript = reading.transcripts[0];
  CHECK(transcript.word_times[0].confidence == 0.5f);
  CHECK(transcript.word_times[3].confidence == 1.0f);
}

TEST_CASE("the time of a place is that of its word, else in proportion") {
  const Reading reading = read_as("json", utterance("one two", R"({"word": "one", "start": 1.25})"));
  const Transcript& transcript = reading.transcripts.at(0);
  const Turn& turn = transcript.turns.at(0);
  CHECK(time_at(transcript, turn, turn.text.begin) == 1.25);
  CHECK(time_at(transcript, turn, turn.text.begin + 2) == 1.25);
  CHECK(time_at(transcript, turn, turn.text.begin + 4) == doctest::Approx(1 + 4 * 4.0 / 7));
}

std::string tagged(std::initializer_list<std::tuple<std::string_view, double, double, int>> words) {
  std::string list;
  for (const auto& [word, start, end, speaker] : words)
    list += fmt::format(R"({}{{"word": "{}", "startTime": "{}s", "endTime": "{}s", "speakerTag": {}}})", list.empty() ? "" : ", ", word,
                        start, end, speaker);
  return R"({"results": [{"alternatives": [{"words": [)" + list + "]}]}]}";
}

TEST_CASE("a word of somebody else without a pause does not cut a sentence in two") {
  CHECK(read_as("json", tagged({{"I", 0, 0.2, 1}, {"can't", 0.25, 0.5, 1}, {"mhm", 0.4, 0.6, 2}, {"do", 0.55, 0.7, 1}, {"that", 0.7, 1, 1}}))
            .turns() == Lines{"unknown 1: I can't do that", "unknown 2: mhm"});
  CHECK(read_as("json", tagged({{"Okay", 0, 0.4, 1}, {"yes", 0.5, 0.8, 2}, {"name", 0.9, 1.2, 1}})).turns() ==
        Lines{"unknown 1: Okay", "unknown 2: yes", "unknown 1: name"});
}

TEST_CASE("a turn of words goes from its first to its last, with the place of each") {
  const Reading reading = read_as("json", tagged({{"I", 0.5, 0.7, 1}, {"can't", 0.8, 1.25, 1}}));
  const Turn& turn = reading.transcripts.at(0).turns.at(0);
  CHECK(turn.start == 0.5);
  CHECK(turn.end == 1.25);
  CHECK(word_times(reading) == Lines{"I@0.5", "can't@0.8"});
  CHECK(reading.source("can't", 0) == "can't");
  CHECK(reading.source("I can't", 0).starts_with("I\", \"startTime\""));
}

TEST_CASE("words without an order of their own are put in order of time, punctuation behind its word") {
  const Reading reading = read_as("json", R"({"results": {"channel_labels": {"channels": [
 {"channel_label": "ch_0", "items": [{"start_time": "0.1", "end_time": "0.4", "alternatives": [{"content": "Hi"}], "type": "pronunciation"},
  {"alternatives": [{"content": "."}], "type": "punctuation"},
  {"start_time": "2.0", "end_time": "2.4", "alternatives": [{"content": "Name"}], "type": "pronunciation"},
  {"alternatives": [{"content": "?"}], "type": "punctuation"}]},
 {"channel_label": "ch_1", "items": [{"start_time": "1.0", "end_time": "1.4", "alternatives": [{"content": "Yes"}], "type": "pronunciation"},
  {"alternatives": [{"content": "!"}], "type": "punctuation"}]}]}}})");
  CHECK(reading.turns() == Lines{"unknown ch_0: Hi.", "unknown ch_1: Yes!", "unknown ch_0: Name?"});
}

}  // namespace
}  // namespace decant
