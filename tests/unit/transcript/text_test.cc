#include <doctest/doctest.h>

#include <cmath>

#include "reading.h"

namespace decant {
namespace {

TEST_CASE("text: labels start turns, and places are exact") {
  const Reading reading = read_as("text", "Agent: Good morning.\r\nCustomer: Hello there.\r\n");
  CHECK(reading.turns() == Lines{"agent Agent: Good morning.", "customer Customer: Hello there."});
  CHECK(reading.place(0) == "1:8");
  CHECK(reading.place(1) == "2:11");
  CHECK(reading.source("there", 1) == "there");
  CHECK(reading.transcripts[0].warnings.empty());
}

TEST_CASE("text: lines without a label go on with the turn") {
  const Reading reading = read_as("text",
                                  "Agent: First.\n"
                                  "Second.\n"
                                  "\n"
                                  "Third.\n"
                                  "Customer: Fine.\n");
  CHECK(reading.turns() ==
        Lines{"agent Agent: First.\nSecond.\nThird.", "customer Customer: Fine."});
  CHECK(reading.source("Second.\nThird", 0) == "Second.\n\nThird");
}

TEST_CASE("text: indented and wrapped lines are joined by a space") {
  const Reading hanging = read_as("text",
                                  "A:   The first line goes\n"
                                  "     on here.\n"
                                  "C:   Good.\n");
  CHECK(hanging.turns() == Lines{"agent A: The first line goes on here.", "customer C: Good."});
  const Reading wrapped = read_as("text",
                                  "Agent: this line was wrapped by an editor that has a limit of\n"
                                  "sixty characters or so, and therefore it goes on without an\n"
                                  "indent.\n"
                                  "Customer: Good.\n");
  CHECK(wrapped.turns(0)[0].find('\n') == std::string::npos);
  const Reading list = read_as("text", "Agent: Two things:\n  - one\n  - two\n");
  CHECK(list.turns() == Lines{"agent Agent: Two things:\n- one\n- two"});
}

TEST_CASE("text: a colon inside speech starts no turn") {
  const Reading reading = read_as("text",
                                  "Agent: Here is what I found.\n"
                                  "Order number: 4711\n"
                                  "Note: it ships on Monday.\n"
                                  "The point is: you will get it.\n"
                                  "Customer: One question: when?\n");
  CHECK(reading.turns() ==
        Lines{"agent Agent: Here is what I found.\nOrder number: 4711\nNote: it ships on Monday.\n"
              "The point is: you will get it.",
              "customer Customer: One question: when?"});
}

TEST_CASE("text: names that repeat are speakers, single ones are not among role words") {
  const Reading names =
      read_as("text", "Ines Dahl: Hi.\nBo: Hello.\nInes Dahl: How can I help?\nBo: It broke.\n");
  CHECK(names.turns() == Lines{"unknown Ines Dahl: Hi.", "unknown Bo: Hello.",
                               "unknown Ines Dahl: How can I help?", "unknown Bo: It broke."});
  const Reading once = read_as("text", "Ines: Hi.\nBo: Hello.\n");
  CHECK(once.turns() == Lines{"unknown Ines: Hi.", "unknown Bo: Hello."});
  const Reading mixed =
      read_as("text", "Agent: Your plan:\nGold Saver: 20 a month\nCustomer: Ok.\n");
  CHECK(mixed.turns() ==
        Lines{"agent Agent: Your plan:\nGold Saver: 20 a month", "customer Customer: Ok."});
}

TEST_CASE("text: everyday words that are roles too start no turn beside an agent and a customer") {
  const Reading speech =
      read_as("text", "Agent: You get:\nSupport: day and night\nContact: by mail\nCustomer: Ok.\n");
  CHECK(speech.turns() == Lines{"agent Agent: You get:\nSupport: day and night\nContact: by mail",
                                "customer Customer: Ok."});
  const Reading roles = read_as("text", "Support: Hi.\nUser: Hello.\n");
  CHECK(roles.turns() == Lines{"agent Support: Hi.", "customer User: Hello."});
}

TEST_CASE("text: A and C are initials only as a pair") {
  CHECK(read_as("text", "A: one\nC: two\n").turns() == Lines{"agent A: one", "customer C: two"});
  CHECK(read_as("text", "Agent: pick one\nA: blue\nB: red\n").turns() ==
        Lines{"agent Agent: pick one\nA: blue\nB: red"});
}

TEST_CASE("text: times in all their places") {
  struct {
    std::string_view name, text;
  } const rows[] = {
      {"brackets", "[00:02] AGENT: Hi.\n[01:07] CALLER: Hello.\n"},
      {"seconds with hours", "[0:00:02] AGENT: Hi.\n[0:01:07] CALLER: Hello.\n"},
      {"bare", "00:02 AGENT: Hi.\n01:07 CALLER: Hello.\n"},
      {"own line", "Agent  00:02\nHi.\n\nCaller  01:07\nHello.\n"},
      {"own line in brackets", "Agent [00:02]\nHi.\n\nCaller [01:07]\nHello.\n"},
      {"between label and colon", "Agent (00:02): Hi.\nCaller (01:07): Hello.\n"},
      {"with a dash", "00:00:02 - Agent: Hi.\n00:01:07 - Caller: Hello.\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const Reading reading = read_as("text", row.text);
    const std::vector<Turn>& turns = reading.transcripts.at(0).turns;
    REQUIRE(turns.size() == 2);
    CHECK(turns[0].role == Role::agent);
    CHECK(turns[1].role == Role::customer);
    CHECK(turns[0].start == 2);
    CHECK(turns[1].start == 67);
    CHECK(reading.transcripts[0].text(turns[1]) == "Hello.");
  }
}

TEST_CASE("text: times of day count from the first, over midnight too") {
  struct {
    std::string_view text;
    double second;
  } const rows[] = {
      {"(11:59:50 PM) Agent: Hi.\n(12:00:05 AM) Visitor: Hello.\n", 15},
      {"[14:02:10] Agent: Hi.\n[14:02:25] Visitor: Hello.\n", 15},
      {"[09:41] Agent: Hi.\n[09:43] Visitor: Hello.\n", 120},
      {"[2031-01-02 09:41:00] Agent: Hi.\n[2031-01-02 09:41:15] Visitor: Hello.\n", 15},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const Reading reading = read_as("text", row.text);
    REQUIRE(reading.transcripts.at(0).turns.size() == 2);
    CHECK(reading.transcripts[0].turns[0].start == 0);
    CHECK(reading.transcripts[0].turns[1].start == row.second);
  }
}

TEST_CASE("text: a time inside speech is speech") {
  const Reading reading =
      read_as("text", "Agent: When?\nCustomer: Let me see\n10:30 works\nsee you at 10:45\n");
  CHECK(reading.turns() == Lines{"agent Agent: When?",
                                 "customer Customer: Let me see\n10:30 works\nsee you at 10:45"});
}

TEST_CASE("text: events are system turns, and speech goes on after them") {
  const Reading reading = read_as("text",
                                  "Agent: One moment.\n"
                                  "*** on hold ***\n"
                                  "I am back.\n"
                                  "<call ended>\n");
  CHECK(reading.turns() == Lines{"agent Agent: One moment.", "system: on hold",
                                 "agent Agent: I am back.", "system: call ended"});
}

TEST_CASE("text: the head fills the fields") {
  const Reading block =
      read_as("text",
              "Call ID: k-77\nDate: 2031-05-06 09:30\nChannel: Phone\nAgent: Ines Dahl\n"
              "Customer: Bo Lund\nTeam: Returns\nTier: gold\n"
              "\n"
              "Ines: Hi.\nBo: Hello.\nInes: Yes?\nBo: No.\n");
  const Transcript& transcript = block.transcripts.at(0);
  CHECK(transcript.id == "k-77");
  CHECK(transcript.started == "2031-05-06T09:30:00Z");
  CHECK(transcript.channel == "call");
  CHECK(transcript.agent == "Ines Dahl");
  CHECK(transcript.customer == "Bo Lund");
  CHECK(transcript.team == "Returns");
  CHECK(transcript.meta == std::vector<std::pair<std::string, std::string>>{{"Tier", "gold"}});
  CHECK(block.turns()[0] == "agent Ines: Hi.");
  CHECK(block.turns()[1] == "customer Bo: Hello.");

  const Reading fenced = read_as("text", "---\nid: k-78\nlanguage: \"sv\"\n---\nAgent: Hej.\n");
  CHECK(fenced.transcripts.at(0).id == "k-78");
  CHECK(fenced.transcripts.at(0).language == "sv");
  CHECK(fenced.turns() == Lines{"agent Agent: Hej."});

  const Reading no_head = read_as("text", "Agent: Hello.\nCustomer: Hi.\n\nAgent: Yes?\n");
  CHECK(no_head.turns().size() == 3);
}

TEST_CASE("text: without labels all is one turn of nobody, with a warning") {
  const Reading reading = read_as("text", "We are sorry.\n\nPlease write again.\n");
  CHECK(reading.turns() == Lines{"unknown: We are sorry.\nPlease write again."});
  CHECK(reading.transcripts[0].warnings.size() == 1);
}

TEST_CASE("text: what stands before the first speaker is a system turn, with a warning") {
  const Reading reading =
      read_as("text", "Recorded in the morning\n\nAgent: Hi.\nCustomer: Hello.\n");
  CHECK(reading.turns() ==
        Lines{"system: Recorded in the morning", "agent Agent: Hi.", "customer Customer: Hello."});
  CHECK(reading.transcripts[0].warnings.size() == 1);
}

TEST_CASE("text: a label with nothing behind it is an empty turn with a place") {
  const Reading reading = read_as("text", "Agent: Hi.\nCustomer:\nAgent: Hello?\n");
  CHECK(reading.turns() == Lines{"agent Agent: Hi.", "customer Customer: ", "agent Agent: Hello?"});
  CHECK(reading.place(1) == "2:10");
}

TEST_CASE("text: an empty file is an error") {
  const Reading reading = read_as("text", " \n");
  CHECK(reading.transcripts.empty());
  CHECK(reading.errors.size() == 1);
}

TEST_CASE("text is recognised last of all") {
  CHECK(recognised("Agent: Hi.\nCustomer: Hello.\n") == "text");
  CHECK(recognised("Agent: Hi, you, there\nCustomer: Hello, you, too\n") == "text");
  CHECK(recognised("[00:12] Agent: Hi.\n[00:15] Customer: Hello.\n") == "text");
  CHECK(recognised("Hello, Bo\nThanks, bye\nSorry, no\n") == "text");
  CHECK(recognised("{name}, thank you for calling.\n") == "text");
  CHECK(recognised(std::string_view("MZ\0\0\1\2", 6)) == "none");
  CHECK(recognised(std::string(100, '\x02') + "text") == "none");
}

}  // namespace
}  // namespace decant
