#include <doctest/doctest.h>

#include <cmath>

#include "reading.h"

namespace decant {
namespace {

std::string failure(const Reading& reading, std::size_t index = 0) {
  const Error& error = reading.errors.at(index);
  return std::to_string(error.place.line) + ":" + std::to_string(error.place.column) + " " +
         error.what;
}

TEST_CASE("json: a conversation with all its fields") {
  const Reading reading = read_as("json", R"({
  "id": "k-1", "channel": "VOICE", "language": "en", "started": "2031-05-06T09:30:00Z",
  "agent": "ines", "team": "returns", "customer": "bo", "case": "R-5", "source": "export",
  "meta": {"tier": "gold", "score": 4.5, "vip": true, "tags": ["a", "b"], "site": {"city": "Umeå"}, "none": null},
  "turns": [
    {"role": "agent", "speaker": "Ines", "start": 0.0, "end": 2.5, "text": "Hello."},
    {"role": "customer", "speaker": null, "start": null, "text": "It\nsays \"no\"."}
  ]
})");
  REQUIRE(reading.errors.empty());
  const Transcript& transcript = reading.transcripts.at(0);
  CHECK(transcript.id == "k-1");
  CHECK(transcript.channel == "call");
  CHECK(transcript.language == "en");
  CHECK(transcript.started == "2031-05-06T09:30:00Z");
  CHECK(transcript.agent == "ines");
  CHECK(transcript.team == "returns");
  CHECK(transcript.customer == "bo");
  CHECK(transcript.case_id == "R-5");
  CHECK(transcript.meta == std::vector<std::pair<std::string, std::string>>{{"source", "export"},
                                                                            {"tier", "gold"},
                                                                            {"score", "4.5"},
                                                                            {"vip", "true"},
                                                                            {"tags", "a, b"},
                                                                            {"site.city", "Umeå"}});
  CHECK(reading.turns() == Lines{"agent Ines: Hello.", "customer: It\nsays \"no\"."});
  CHECK(transcript.turns[0].end == 2.5);
  CHECK(std::isnan(transcript.turns[1].start));
  CHECK(reading.source("says \"no\"", 1) == R"(says \"no\")");
  CHECK(reading.place(0) == "6:77");
}

TEST_CASE("json: a list of conversations, of which a bad one does not stop the others") {
  const Reading reading =
      read_as("json",
              "[{\"id\": \"a\", \"turns\": []},\n {\"id\": \"b\", \"lines\": []}, 7,\n"
              " {\"id\": \"c\", \"turns\": [{\"role\": \"bot\", \"text\": \"Hi\"}]}]");
  REQUIRE(reading.transcripts.size() == 2);
  CHECK(reading.transcripts[0].id == "a");
  CHECK(reading.transcripts[1].id == "c");
  CHECK(reading.transcripts[1].first_line == 3);
  CHECK(reading.transcripts[1].first_column == 2);
  REQUIRE(reading.errors.size() == 2);
  CHECK(failure(reading, 0) == "2:2 the conversation has no \"turns\", only id, lines");
  CHECK(failure(reading, 1) == "2:28 expected a conversation but found a number");
}

TEST_CASE("json: what is wrong is told with its place") {
  struct {
    std::string_view text, failure;
  } const rows[] = {
      {R"({"turns": {}})", "1:11 \"turns\" is an object, not a list"},
      {R"({"turns": ["hi"]})", "1:12 a turn is a string, not an object"},
      {R"({"turns": [{"role": "agent"}]})", "1:12 a turn has no \"text\""},
      {R"({"turns": [{"text": 5}]})", "1:21 the text of a turn is a number, not a string"},
      {R"({"turns": [{"text": "a", "start": "soon"}]})", "1:35 the start of a turn is not a time"},
      {R"({"turns": [{"text": "a", "end": true}]})", "1:33 the end of a turn is not a time"},
      {R"({"turns": [{"text": "a"}]})"
       " x",
       "1:28 something follows the end of the JSON value"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const Reading reading = read_as("json", row.text);
    CHECK(reading.transcripts.empty());
    REQUIRE(reading.errors.size() == 1);
    CHECK(failure(reading) == row.failure);
    CHECK_FALSE(reading.errors[0].hint.empty());
  }
}

TEST_CASE("json: roles come from the role, else from the speaker, and strange ones are told") {
  const Reading reading = read_as("json", R"({"turns": [
    {"role": "END_USER", "text": "1"}, {"role": null, "speaker": "Rep 3", "text": "2"},
    {"speaker": "Bo", "text": "3"}, {"role": "wizard", "text": "4"}, {"role": "wizard", "text": "5"}]})");
  CHECK(reading.turns() ==
        Lines{"customer: 1", "agent Rep 3: 2", "unknown Bo: 3", "unknown: 4", "unknown: 5"});
  REQUIRE(reading.transcripts[0].warnings.size() == 1);
  CHECK(reading.transcripts[0].warnings[0].find("\"wizard\" of 2 turns") != std::string::npos);
}

TEST_CASE("json: times are numbers, digits, minutes or dates") {
  struct {
    std::string_view first, second;
    double seconds;
  } const rows[] = {
      {"\"start\": 1", "\"start\": 75.5", 75.5},
      {"\"start\": \"1\"", "\"start\": \"75.5\"", 75.5},
      {"\"start\": \"00:01\"", "\"start\": \"01:15.5\"", 75.5},
      {"\"start_ms\": 1000", "\"start_ms\": 75500", 75.5},
      {"\"time\": \"2031-05-06T09:30:00Z\"", "\"time\": \"2031-05-06T11:31:15.5+02:00\"", 75.5},
      {"\"ts\": 1930000000", "\"ts\": 1930000075.5", 75.5},
      {"\"ts\": 1930000000000", "\"ts\": 1930000075500", 75.5},
  };
  for (const auto& row : rows) {
    CAPTURE(row.second);
    const Reading reading =
        read_as("json", "{\"turns\": [{\"text\": \"a\", " + std::string(row.first) +
                            "}, {\"text\": \"b\", " + std::string(row.second) + "}]}");
    REQUIRE(reading.transcripts.size() == 1);
    CHECK(reading.transcripts[0].turns[1].start == doctest::Approx(row.seconds));
    CHECK(reading.transcripts[0].warnings.empty());
  }
}

TEST_CASE("json: times that go backwards are kept and told") {
  const Reading reading =
      read_as("json", R"({"turns": [{"text": "a", "start": -1}, {"text": "b", "start": 9},
    {"text": "c", "start": 4}]})");
  CHECK(reading.transcripts.at(0).warnings ==
        Lines{"the times of 1 turn lie before the conversation's start",
              "the times of 1 turn go backwards"});
}

TEST_CASE("json: empty turns stay and have a place") {
  const Reading reading = read_as(
      "json", R"({"turns": [{"role": "agent", "text": "a"}, {"role": "bot", "text": ""}]})");
  CHECK(reading.turns() == Lines{"agent: a", "bot: "});
  CHECK(reading.place(1) == "1:69");
}

TEST_CASE("json: channels are put in our words") {
  struct {
    std::string_view theirs, ours;
  } const rows[] = {{"voice", "call"},     {"Phone", "call"},     {"CALL", "call"},
                    {"mail", "email"},     {"Live Chat", "chat"}, {"SMS", "chat"},
                    {"messaging", "chat"}, {"twitter", "social"}, {"Kiosk", "kiosk"},
                    {"script", "script"}};
  for (const auto& row : rows) {
    CAPTURE(row.theirs);
    const Reading reading =
        read_as("json", "{\"channel\": \"" + std::string(row.theirs) + "\", \"turns\": []}");
    CHECK(reading.transcripts.at(0).channel == row.ours);
  }
}

TEST_CASE("json is recognised by its brackets and keys") {
  CHECK(recognised(R"({"id": "a", "turns": [{"text": "x"}]})") == "json");
  CHECK(recognised("[\n{\"id\": \"a\", \"turns\": []}\n]") == "json");
  CHECK(recognised("{\n  \"turns\": []\n}\n") == "json");
  CHECK(recognised("\xEF\xBB\xBF{\"turns\": []}") == "json");
}

}  // namespace
}  // namespace decant
