#include <doctest/doctest.h>

#include "reading.h"

namespace decant {
namespace {

// "line:column id: text" for each reply.
Lines replies(const Reading& reading) {
  Lines out;
  for (std::size_t i = 0; i < reading.transcripts.size(); ++i)
    for (std::size_t turn = 0; turn < reading.transcripts[i].turns.size(); ++turn)
      out.push_back(reading.place(turn, i) + ' ' + reading.transcripts[i].id + ": " + std::string(reading.transcripts[i].text(reading.transcripts[i].turns[turn])));
  return out;
}

Lines errors(std::string_view text) {
  Lines out;
  for (const Error& error : read_as("replies", text).errors) out.push_back(std::to_string(error.place.line) + ':' + std::to_string(error.place.column) + ": " + error.what);
  return out;
}

TEST_CASE("a list of titles and texts is canned replies") {
  constexpr std::string_view text = "- title: Late\n  text: \"We\\u2019re sorry, {{name}}.\"\n  tags: [post, wet]\n- shortcut: wet\n  body: >\n    Dry\n    it.\n";
  CHECK(recognised(text) == "replies");
  const Reading reading = read_as("replies", text);
  CHECK(replies(reading) == Lines{"2:10 Late: We\xE2\x80\x99re sorry, {{name}}.", "6:5 wet: Dry it."});
  CHECK(reading.source("re sorry", 0) == "re sorry");
  CHECK(reading.source("We\xE2\x80\x99re", 0) == "We\\u2019re");
  CHECK(reading.transcripts[0].channel == "script");
  CHECK(reading.transcripts[0].turns[0].role == Role::agent);
}

TEST_CASE("replies stand under a word for them, in groups, and the head is said of all") {
  constexpr std::string_view text =
      "# the team's macros\nchannel: chat\nowner: post\nmust_say: [Sorry for the wait]\nmacros:\n  late: We are sorry about the delay.\n  parcels:\n"
      "    wet: |\n      Dry it.\n\n      Then call.\n    lost:\n      title: Lost\n      channel: email\n      reply: [One., Two.]\n";
  CHECK(recognised(text) == "replies");
  const Reading reading = read_as("replies", text);
  CHECK(replies(reading) == Lines{"6:9 late: We are sorry about the delay.", "9:7 parcels/wet: Dry it.\n\nThen call.", "15:15 Lost: One.", "15:21 Lost: Two."});
  CHECK(reading.transcripts[0].channel == "chat");
  CHECK(reading.transcripts[2].channel == "email");
  for (const Transcript& transcript : reading.transcripts) CHECK(transcript.must_say == Lines{"Sorry for the wait"});
}

TEST_CASE("names with texts in quotes or blocks are replies") {
  CHECK(recognised("late: |\n  We are sorry.\nwet: \"Dry it now.\"\n") == "replies");
  CHECK(recognised("channel: chat\nlate: 'We are sorry.'\n") == "replies");
  CHECK(recognised("replies:\n  - We are sorry about it.\n") == "replies");
}

TEST_CASE("other YAML and what looks like it is no list of replies") {
  for (const std::string_view text : {"Dana: Good morning, what can I do?\nPat: My plums are late.\n", "Agent: \"Good morning to you.\"\nCustomer: 'My plums are late.'\n",
                                      "- Agent: Good morning to you.\n- Customer: My plums are late.\n", "pack: p\nversion: 1.0.0\nrules:\n  - id: a\n    message: says a\n    text: b\n",
                                      "fail_on: warning\nformat: [text]\n", "mapping: m\nturns: a[]\ntext: body\n", "agents:\n  names: [Dana]\n", "name: app\nversion: \"1\"\n",
                                      "services:\n  web:\n    image: nginx\n    command: run it all now\n", "- role: agent\n  name: Dana\n  text: Good morning.\n",
                                      "templates:\n  path: a/b\n", "# A script\n\n- Say hello.\n- Say {name}.\n"})
    CHECK_MESSAGE(recognised(text) != "replies", text);
}

TEST_CASE("what is wrong with a reply is told at its place, and the others are read") {
  CHECK(errors("macros:\n  - title: Late\n  - title: Wet\n    text: Dry.\n") == Lines{"2:5: a reply has no text"});
  CHECK(errors("macros:\n  - title: Late\n    text: {a: b}\n") == Lines{"3:11: text must be a list of texts, this is a map"});
  CHECK(errors("late:\nwet: 'Dry.'\n") == Lines{"1:1: the reply late has no text"});
  CHECK(errors("just a text\n") == Lines{"1:1: canned replies are a list or a map"});
  CHECK(errors("macros:\nversion: 2\n") == Lines{"1:1: there is nothing under \"macros\""});
  CHECK(errors("late: 'We\n") == Lines{"1:7: this quote is never closed"});
  CHECK(errors("late: a\nlate: b\n") == Lines{"2:1: the key \"late\" stands here twice"});
  CHECK(read_as("replies", "macros:\n  - title: Late\n  - title: Wet\n    text: Dry.\n").transcripts.size() == 1);
}

TEST_CASE("a comment above a reply is about all of it, and about no other") {
  const Reading reading = read_as("replies", "replies:\n  # decant:ignore durian: asked for\n  - title: Late\n    text: |\n      One.\n      Two.\n  - title: Wet\n    text: Dry. # decant:ignore plum: old\n");
  REQUIRE(reading.transcripts.size() == 2);
  REQUIRE(reading.transcripts[0].ignores.size() == 1);
  CHECK(reading.transcripts[0].ignores[0].first_line == 3);
  CHECK(reading.transcripts[0].ignores[0].last_line == 6);
  REQUIRE(reading.transcripts[1].ignores.size() == 1);
  CHECK(reading.transcripts[1].ignores[0].rules == Lines{"plum"});
  CHECK(replies(reading)[1] == "8:11 Wet: Dry.");
}

}  // namespace
}  // namespace decant
