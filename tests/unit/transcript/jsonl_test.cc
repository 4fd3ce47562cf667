#include <doctest/doctest.h>

#include "reading.h"

namespace decant {
namespace {

TEST_CASE("jsonl: every line is a conversation with its own places") {
  const Reading reading =
      read_as("jsonl",
              "{\"id\": \"a\", \"turns\": [{\"role\": \"agent\", \"text\": \"One.\"}]}\r\n"
              "\n"
              "  {\"id\": \"b\", \"turns\": [{\"role\": \"agent\", \"text\": \"Tw\\u006f.\"}]}",
              21);
  REQUIRE(reading.errors.empty());
  REQUIRE(reading.transcripts.size() == 2);
  CHECK(reading.transcripts[0].first_line == 21);
  CHECK(reading.transcripts[1].first_line == 23);
  CHECK(reading.transcripts[1].first_column == 3);
  CHECK(reading.turns(1) == Lines{"agent: Two."});
  CHECK(reading.place(0, 0) == "21:50");
  CHECK(reading.place(0, 1) == "23:52");
  CHECK(reading.source("Two.", 0, 1) == "Tw\\u006f.");
}

TEST_CASE("jsonl: a bad line is an error at its place, and the others are read") {
  const Reading reading =
      read_as("jsonl", "{\"turns\": []}\n{\"turns\": [}\n{\"chat\": 1}\n{\"turns\": []}\n", 5);
  CHECK(reading.transcripts.size() == 2);
  REQUIRE(reading.errors.size() == 2);
  CHECK(reading.errors[0].place == Place{"sample", 6, 12});
  CHECK(reading.errors[0].source_line == "{\"turns\": [}");
  CHECK(reading.errors[1].place == Place{"sample", 7, 1});
}

TEST_CASE("jsonl is recognised by lines that start with a brace") {
  CHECK(recognised("{\"turns\": []}\n{\"turns\": []}\n") == "jsonl");
  CHECK(recognised("\n{\"turns\": []}\n\n{\"turns\": []}\n") == "jsonl");
  CHECK(recognised("{\"turns\": []}\n") == "json");
  CHECK(format_named("jsonl")->cut("one\ntwo\nthr") == 8);
  const std::string long_line =
      "{\"id\": \"a\", \"turns\": [{\"text\": \"" + std::string(70'000, 'x');
  CHECK(recognise_format(long_line, false)->name == "jsonl");
}

TEST_CASE("jsonl: a line of several megabytes is no problem") {
  std::string line = "{\"turns\": [";
  for (int i = 0; i < 50'000; ++i)
    line += "{\"role\": \"agent\", \"text\": \"words \\\"and\\\" more words\"},";
  line.back() = ']';
  const Reading reading = read_as("jsonl", line + "}\n{\"turns\": []}\n");
  REQUIRE(reading.transcripts.size() == 2);
  CHECK(reading.transcripts[0].turns.size() == 50'000);
  CHECK(reading.transcripts[1].first_line == 2);
}

TEST_CASE("jsonl: a line that is no JSON does not take the others with it") {
  constexpr std::string_view text = "{\"turns\": [{\"text\": \"a\"}]}\nno JSON\n7\n{\"turns\": [{\"text\": \"b\"}]}\n";
  CHECK(recognised(text) == "jsonl");
  const Reading reading = read_as("jsonl", text);
  CHECK(reading.transcripts.size() == 2);
  REQUIRE(reading.errors.size() == 2);
  CHECK(reading.errors[0].place.line == 2);
  CHECK(reading.errors[1].place.line == 3);
  // One value over several lines is no JSONL, however it is laid out.
  CHECK(recognised("{\"meta\": {\"a\": 1}\n, \"turns\": [{\"text\": \"a\"}]}\n") == "json");
  CHECK(recognised("[{\"turns\": [{\"text\": \"a\"}]}\n, {\"turns\": []}\n]\n") == "json");
}

}  // namespace
}  // namespace decant
