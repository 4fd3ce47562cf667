// Every reader against inputs that are cut off, cut up and scrambled: it may refuse them, but what
// it hands out must hold together.
#include <doctest/doctest.h>

#include "reading.h"

namespace decant {
namespace {

constexpr std::string_view samples[] = {
    "Call ID: 7\nDate: 2031-05-06\n\n[00:01] Agent: Hello\n  and wel\xC3\xA9"
    "come.\n*** hold ***\n(3:02 PM) Bo: Note: no.\n"
    "A: x\nC: y\nSpeaker 1  00:00:12\n- list\n\nmore <call ended>\n<end>\n",
    "---\nid: 9\n---\n**Agent:** a\n**Customer**: b\n",
    R"({"id": "a", "meta": {"x": [1, {"y": null}]}, "turns": [{"role": "agent", "speaker": "A", "start": 1.5, "end": "00:03",)"
    R"( "text": "a\u00e9\ud83d\ude00\n\"b\""}, {"role": 3, "text": ""}]})",
    "{\"turns\": [{\"text\": \"a\"}]}\n{\"turns\": [{\"text\": \"b\\n\", \"ts\": "
    "\"2031-05-06T09:30:00Z\"}]}\r\n\n",
    "id,role,speaker,time,text\r\na,agent,Ines,00:01,\"x "
    "\"\"y\"\"\nz\"\r\nb,customer,,3,\r\na,bot,,,q\r\n",
    "id,transcript\na,\"Agent: \"\"x\"\"\nCustomer: y\"\n",
    "tweet_id,author_id,inbound,created_at,text,in_response_to_tweet_id\n1,a,True,x,t,2\n2,b,False,"
    "y,\"u\",1\n",
    "WEBVTT\nLanguage: en\n\nNOTE x\n\n1\n00:01.000 --> 00:02.000 a:b\n<v.agent Ines>Hi &amp; "
    "&#x41; <i>you</i></v> <v Bo>o\n\n"
    "00:02.000 --> 00:03.000\n(Bo Lund)\n- Hello\n- Ines: x\n",
    "1\n00:00:00,000 --> 00:00:01,000\n- a {\\an8}<i>b\n- Agent: c\n\n2\n00:00:01,000 --> "
    "00:00:02,000\nd\n",
    "channel: chat\nmacros:\n  - title: a\n    text: \"x\\u00e9\\\n      y \\\" z\"\n  - text: |\n      one\n\n       two\n"
    "  # decant:ignore a/b: c\n  - {name: b, body: 'it''s'}\n",
};

bool holds_together(const Transcript& transcript) {
  uint32_t at = 0;
  for (const Turn& turn : transcript.turns) {
    if (turn.text.begin != at || turn.text.end < at || turn.text.end >= transcript.words.size())
      return false;
    if (transcript.words[turn.text.end] != '\n') return false;
    at = turn.text.end + 1;
    const Span source = transcript.source.original(turn.text);
    if (source.begin > source.end || source.end > transcript.bytes.size()) return false;
  }
  if (transcript.turns.empty()) return transcript.words.empty();
  const Span last = transcript.source.original(transcript.turns.back().text);
  return at == transcript.words.size() &&
         locate(transcript, last.end).line >= transcript.first_line;
}

void check(const Reading& reading) {
  for (const Transcript& transcript : reading.transcripts) REQUIRE(holds_together(transcript));
  for (const Error& error : reading.errors) REQUIRE_FALSE(error.what.empty());
}

void read_with_all(std::string_view text) {
  recognise_format(text, true);
  for (const Format& format : formats()) check(read_as(format.name, text));
}

// A generator of our own, so that every run sees the same inputs everywhere.
struct Dice {
  uint32_t state = 12345;
  std::size_t operator()(std::size_t sides) {
    state = state * 1664525 + 1013904223;
    return (state >> 8) % sides;
  }
};

TEST_CASE("readers take every prefix and suffix of every sample") {
  for (std::string_view sample : samples)
    for (std::size_t i = 0; i <= sample.size(); ++i) {
      read_with_all(sample.substr(0, i));
      read_with_all(sample.substr(i));
    }
}

TEST_CASE("readers take scrambled samples") {
  constexpr std::string_view bytes = "\n\r\t \",;:|{}[]()<>*-\\&#0129aAC_.\xC3\xA9";
  Dice dice;
  for (int round = 0; round < 300; ++round)
    for (std::string_view sample : samples) {
      std::string text(sample);
      for (std::size_t changes = 1 + dice(6); changes > 0; --changes) {
        const std::size_t at = dice(text.size());
        switch (dice(4)) {
          case 0:
            text[at] = bytes[dice(bytes.size())];
            break;
          case 1:
            text.erase(at, 1 + dice(4));
            break;
          case 2:
            text.insert(at, 1, bytes[dice(bytes.size())]);
            break;
          case 3: {
            const std::size_t from = dice(text.size());
            text.insert(at, text.substr(from, dice(24)));
            break;
          }
        }
        if (text.empty()) text = "x";
      }
      read_with_all(text);
    }
}

TEST_CASE("readers take long runs of one thing in linear time") {
  for (std::string_view piece : {"a",
                                 " ",
                                 "\n",
                                 "\"",
                                 "<",
                                 "<v",
                                 "&",
                                 "Agent: ",
                                 "Agent:\n",
                                 "A: x\n",
                                 "[00:01] ",
                                 "[[",
                                 "{",
                                 "{\"a\":",
                                 "\\",
                                 "- \n",
                                 "*** a ***\nb\n",
                                 "x: y\n",
                                 "1\n00:00:00,000 --> 00:00:01,000\n",
                                 "<x>",
                                 "(A\n",
                                 "a,b\n",
                                 "\"\"\"\n",
                                 "---\n"}) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < 200'000) text += piece;
    read_with_all(text);
    read_with_all("WEBVTT\n\n00:01.000 --> 00:02.000\n" + text);
    read_with_all("id,role,text\n" + text);
    read_with_all("{\"turns\": [{\"text\": \"" + text + "\"}]}");
  }
}

}  // namespace
}  // namespace decant
