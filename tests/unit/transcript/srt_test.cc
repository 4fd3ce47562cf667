#include <doctest/doctest.h>

#include "reading.h"

namespace decant {
namespace {

TEST_CASE("srt: names before the words") {
  const Reading reading =
      read_as("srt",
              "1\n00:00:00,500 --> 00:00:01,000\nAgent: Hi <i>there</i>\nand welcome.\n\n"
              "2\n00:00:01,000 --> 00:00:02,250\nCustomer: R&D, 1 < 2.\n");
  CHECK(reading.turns() ==
        Lines{"agent Agent: Hi there and welcome.", "customer Customer: R&D, 1 < 2."});
  CHECK(reading.transcripts[0].turns[0].start == 0.5);
  CHECK(reading.transcripts[0].turns[1].end == 2.25);
  CHECK(reading.place(1) == "8:11");
}

TEST_CASE("srt: a dash changes the speaker without saying who") {
  const Reading reading = read_as("srt",
                                  "1\n00:00:00,000 --> 00:00:01,000\n- Hi.\n- Hello.\n\n"
                                  "2\n00:00:01,000 --> 00:00:02,000\nHow are you?\n");
  CHECK(reading.turns() == Lines{"unknown: Hi.", "unknown: Hello. How are you?"});
}

TEST_CASE("srt: a caption without times is an error, and the rest is read") {
  const Reading reading =
      read_as("srt",
              "1\n00:00:00,000 --> 00:00:01,000\nAgent: Hi.\n\n2\nAgent: lost\n\n\n3\n"
              "00:00:02,000 --> 00:00:03,000\nAgent: Bye.\n");
  REQUIRE(reading.errors.size() == 1);
  CHECK(reading.errors[0].place == Place{"sample", 5, 1});
  CHECK(reading.turns() == Lines{"agent Agent: Hi. Bye."});
}

TEST_CASE("srt: a line of times ends the caption before, without an empty line too") {
  const Reading reading = read_as("srt",
                                  "1\n00:00:00,000 --> 00:00:01,000\nAgent: We have\n4\n2\n00:00:01,000 --> 00:00:02,000\nCustomer: Hi.\n"
                                  "00:00:02,000 --> 00:00:03,000\n3\n00:00:03,000 --> 00:00:04,000\nAgent: Bye.\n");
  CHECK(reading.turns() == Lines{"agent Agent: We have 4", "customer Customer: Hi.", "agent Agent: Bye."});
  CHECK(reading.transcripts[0].turns[2].start == 3);
}

TEST_CASE("srt is recognised by its first number and times") {
  CHECK(recognised("1\r\n00:00:00,000 --> 00:00:01,000\r\nHi.\r\n") == "srt");
  CHECK(recognised("\n\n1\n00:00:00,000 --> 00:00:01,000\nHi.\n") == "srt");
  CHECK(recognised("00:00:00,000 --> 00:00:01,000\nHi.\n") == "srt");
  CHECK(recognised("1\n00:99:00,000 --> 00:99:01,000\nHi.\n") == "srt");
  CHECK(recognised("1\nAgent: Hi.\nCustomer: Hello.\n") == "text");
}

}  // namespace
}  // namespace decant
