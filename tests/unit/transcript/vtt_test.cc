#include <doctest/doctest.h>

#include "reading.h"

namespace decant {
namespace {

TEST_CASE("vtt: voice tags name speakers, classes their roles, and turns run over cues") {
  const Reading reading = read_as(
      "vtt",
      "WEBVTT - call\nKind: captions\nLanguage: en\n\n"
      "NOTE nothing\nto see\n\nSTYLE\n::cue { color: red }\n\n"
      "first\n00:01.000 --> 00:02.000 align:start\n<v.agent.loud Ines>Tea &amp; <i>cake</i>?\n\n"
      "00:02.500 --> 00:03.000\n<v.agent Ines>Or\ncoffee?</v>\n\n"
      "01:00:03.000 --> 01:00:04.000\n<v.customer Bo &lt;x&gt;>Tea &#233;.\n");
  REQUIRE(reading.errors.empty());
  CHECK(reading.turns() ==
        Lines{"agent Ines: Tea & cake? Or coffee?", "customer Bo <x>: Tea \xC3\xA9."});
  const Transcript& transcript = reading.transcripts.at(0);
  CHECK(transcript.language == "en");
  CHECK(transcript.turns[0].start == 1);
  CHECK(transcript.turns[0].end == 3);
  CHECK(transcript.turns[1].start == 3603);
  CHECK(reading.source("& cake", 0) == "&amp; <i>cake");
  CHECK(reading.source("Or coffee", 0) == "Or\ncoffee");
}

TEST_CASE("vtt: names before the words, CRLF, and cues without a name") {
  const Reading reading =
      read_as("vtt",
              "WEBVTT\r\n\r\n1\r\n00:00:00.000 --> 00:00:01.000\r\nInes Dahl: Hello: you\r\n\r\n"
              "2\r\n00:00:01.000 --> 00:00:02.000\r\nthere.\r\n\r\n"
              "3\r\n00:00:02.000 --> 00:00:03.000\r\nBo Lund: Hi.\r\n\r\n"
              "4\r\n00:00:03.000 --> 00:00:04.000\r\nInes Dahl: Yes?\r\n");
  CHECK(reading.turns() == Lines{"unknown Ines Dahl: Hello: you there.", "unknown Bo Lund: Hi.",
                                 "unknown Ines Dahl: Yes?"});
  CHECK(reading.place(0) == "5:12");
  CHECK(reading.transcripts[0].turns[0].end == 2);
}

TEST_CASE("vtt: a name in brackets on its own line, but no sounds") {
  const Reading reading = read_as("vtt",
                                  "WEBVTT\n\n00:00.000 --> 00:01.000\n(Ines Dahl)\nHello.\n\n"
                                  "00:01.000 --> 00:02.000\n(Laughs)\nSorry.\n\n"
                                  "00:02.000 --> 00:03.000\n(Customer)\nHi.\n");
  CHECK(reading.turns() ==
        Lines{"unknown Ines Dahl: Hello. (Laughs) Sorry.", "customer Customer: Hi."});
}

TEST_CASE("vtt: one cue can hold two voices") {
  const Reading reading =
      read_as("vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\n<v Agent>Hi.</v> <v Caller>Hello.</v>\n");
  CHECK(reading.turns().size() == 2);
  CHECK(reading.turns()[1] == "customer Caller: Hello.");
}

TEST_CASE("vtt: without names every cue is a turn, with a warning") {
  const Reading reading =
      read_as("vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nHi.\n\n00:01.000 --> 00:02.000\nHello.\n");
  CHECK(reading.turns() == Lines{"unknown: Hi.", "unknown: Hello."});
  CHECK(reading.transcripts[0].warnings.size() == 1);
}

TEST_CASE("vtt: a block that is no cue is an error, and the rest is read") {
  const Reading reading =
      read_as("vtt", "WEBVTT\n\nwhat\nis this\n\n00:01.000 --> 00:02.000\n<v Agent>Hi.\n");
  REQUIRE(reading.errors.size() == 1);
  CHECK(reading.errors[0].place == Place{"sample", 3, 1});
  CHECK(reading.turns() == Lines{"agent Agent: Hi."});
}

TEST_CASE("vtt: times end a note that no empty line ends") {
  const Reading reading = read_as("vtt", "WEBVTT\n\nNOTE <v Agent>no\nAgent: no\n00:01.000 --> 00:02.000\n<v Agent>Hi.\n");
  CHECK(reading.errors.empty());
  CHECK(reading.turns() == Lines{"agent Agent: Hi."});
}

TEST_CASE("vtt is recognised by its signature alone") {
  CHECK(recognised("WEBVTT\n\n") == "vtt");
  CHECK(recognised("\xEF\xBB\xBFWEBVTT - title\n") == "vtt");
  CHECK(recognised("WEBVTTX\n") == "text");
}

}  // namespace
}  // namespace decant
