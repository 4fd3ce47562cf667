#include <doctest/doctest.h>

#include "reading.h"

namespace decant {
namespace {

TEST_CASE("csv: rows are turns, grouped by conversation even when mixed") {
  const Reading reading =
      read_as("csv",
              "Call ID,Role,Speaker,Start,Text,Team,Tier\r\n"
              "a,agent,Ines,0,\"Hello, you\",Returns,gold\r\n"
              "b,customer,Bo,0:05,Hi,Sales,\r\n"
              "a,customer,Kai,2.5,\"He said \"\"no\"\"\nto me\",Returns,gold\r\n");
  REQUIRE(reading.errors.empty());
  REQUIRE(reading.transcripts.size() == 2);
  CHECK(reading.transcripts[0].id == "a");
  CHECK(reading.transcripts[0].team == "Returns");
  CHECK(reading.transcripts[0].meta ==
        std::vector<std::pair<std::string, std::string>>{{"Tier", "gold"}});
  CHECK(reading.turns(0) == Lines{"agent Ines: Hello, you", "customer Kai: He said \"no\"\nto me"});
  CHECK(reading.turns(1) == Lines{"customer Bo: Hi"});
  CHECK(reading.source("said \"no\"", 1) == "said \"\"no\"\"");
  CHECK(reading.place(0, 0) == "2:17");
  CHECK(reading.transcripts[1].first_line == 3);
  CHECK(reading.transcripts[0].turns[1].start == 2.5);
  CHECK(reading.transcripts[1].turns[0].start == 5);
}

TEST_CASE("csv: separators, headers in other languages and Excel's first line") {
  struct {
    std::string_view text;
  } const rows[] = {
      {"Gespr\xC3\xA4"
       "chs-ID;Sprecher;Zeit;Text\nx;Agent;00:03;Hallo, du\n"},
      {"conversation_id\tauthor\ttimestamp\tmessage\nx\tAgent\t00:03\tHallo, du\n"},
      {"ticket|sender|time|body\nx|Agent|00:03|Hallo, du\n"},
      {"sep=;\r\nid;speaker;start;utterance\r\nx;Agent;00:03;Hallo, du\r\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(recognised(row.text) == "csv");
    const Reading reading = read_as("csv", row.text);
    REQUIRE(reading.transcripts.size() == 1);
    CHECK(reading.transcripts[0].id == "x");
    CHECK(reading.turns() == Lines{"agent Agent: Hallo, du"});
    CHECK(reading.transcripts[0].turns[0].start == 3);
  }
}

TEST_CASE("csv: a faulty row is an error with its place, and the rest is read") {
  const Reading reading = read_as("csv",
                                  "id,role,text\n"
                                  "a,agent,one\n"
                                  "a,agent,two, and more\n"
                                  "a,agent\n"
                                  "a,agent,\"x\" y\n"
                                  "a,agent,three,,\n"
                                  "a,agent,\"never closed\n");
  CHECK(reading.turns() == Lines{"agent: one", "agent: three"});
  REQUIRE(reading.errors.size() == 4);
  CHECK(reading.errors[0].place == Place{"sample", 3, 1});
  CHECK(reading.errors[0].what == "the row has 4 cells, the header 3");
  CHECK(reading.errors[1].what == "the row has 2 cells, the header 3");
  CHECK(reading.errors[2].place == Place{"sample", 5, 13});
  CHECK(reading.errors[3].place == Place{"sample", 7, 9});
}

TEST_CASE("csv: a header without text names the columns it has") {
  const std::string text = "id,role,when\na,agent,1\nb,agent,2\n";
  CHECK(recognised(text) == "csv");
  const Reading reading = read_as("csv", text);
  CHECK(reading.transcripts.empty());
  REQUIRE(reading.errors.size() == 1);
  CHECK(reading.errors[0].what == "no column holds the text; the columns are id, role, when");
}

TEST_CASE("csv: without a column for the speaker roles are unknown, with a warning") {
  const Reading reading = read_as("csv", "id,timestamp,text\na,1,one\na,2,two\n");
  CHECK(reading.turns() == Lines{"unknown: one", "unknown: two"});
  CHECK(reading.transcripts[0].warnings == Lines{"no column says who speaks"});
}

TEST_CASE("csv: names of the agent and the customer tell roles") {
  const Reading reading = read_as(
      "csv", "id,agent,customer,speaker,text\na,Ines Dahl,Bo,Ines,one\na,Ines Dahl,Bo,Bo,two\n");
  CHECK(reading.turns() == Lines{"agent Ines: one", "customer Bo: two"});
}

TEST_CASE("csv: a cell may hold all of a conversation") {
  const Reading reading = read_as("csv",
                                  "conversation_id,agent,transcript\n"
                                  "a,ines,\"Agent: Say \"\"when\"\".\nCustomer: When.\"\n"
                                  "b,ines,\"Agent: Bye.\"\n");
  REQUIRE(reading.transcripts.size() == 2);
  CHECK(reading.turns(0) == Lines{"agent Agent: Say \"when\".", "customer Customer: When."});
  CHECK(reading.source("\"when\"", 0) == "\"\"when\"\"");
  CHECK(reading.place(1, 0) == "3:11");
  CHECK(reading.transcripts[0].agent == "ines");
  CHECK(reading.turns(1) == Lines{"agent Agent: Bye."});
}

TEST_CASE("csv: canned replies are scripts that an agent says") {
  const Reading reading = read_as("csv", "id,title,body\n7,late,\"Dear {name},\nsorry.\"\n");
  REQUIRE(reading.transcripts.size() == 1);
  CHECK(reading.transcripts[0].channel == "script");
  CHECK(reading.transcripts[0].id == "7");
  CHECK(reading.turns() == Lines{"agent: Dear {name},\nsorry."});
}

TEST_CASE("csv: posts are joined to threads in order of time") {
  const Reading reading =
      read_as("csv",
              "tweet_id,author_id,inbound,created_at,text,in_response_to_tweet_id\n"
              "3,Brand,False,Tue Jan 07 10:05:00 +0000 2031,@9 we can,1\n"
              "1,9,True,Tue Jan 07 10:00:00 +0000 2031,@Brand can you?,\n"
              "5,8,True,Tue Jan 07 10:00:00 +0000 2031,other,\n");
  REQUIRE(reading.transcripts.size() == 2);
  CHECK(reading.turns(0) == Lines{"customer 9: @Brand can you?", "agent Brand: @9 we can"});
  CHECK(reading.place(0, 0) == "3:41");
  CHECK(reading.place(1, 0) == "2:46");
  CHECK(reading.transcripts[0].turns[1].start == 300);
  CHECK(reading.transcripts[0].channel == "social");
  CHECK(reading.transcripts[0].id == "1");
}

TEST_CASE("csv: a file of open quotes takes no quadratic time") {
  std::string text = "id,role,text\n";
  for (int i = 0; i < 200'000; ++i) text += "a,agent,\"\"\"\n";
  const Reading reading = read_as("csv", text + "\"");
  CHECK_FALSE(reading.errors.empty());
}

}  // namespace
}  // namespace decant
