#include <doctest/doctest.h>

#include <algorithm>

#include "mapping_neighbours.h"
#include "transcript/read_mapping.h"

namespace decant {
namespace {

struct FromYaml {
  explicit FromYaml(std::string_view yaml) : document(std::move(*yaml::parse("m.yaml", std::string(yaml)))), result(read_mapping(document->root())) {}
  Lines failures() const {
    Lines out;
    if (result.ok()) return out;
    for (const Error& error : result.errors())
      out.push_back(std::to_string(error.place.line) + ":" + std::to_string(error.place.column) + " " + error.what);
    return out;
  }
  std::unique_ptr<yaml::Document> document;
  Result<Mapping> result;
};

constexpr std::string_view acme = R"(mapping: acme-desk
title: Acme Desk
recognise: ["tickets[].posts[].writer"]
unless: [chats]
conversations: tickets[]
fields: {id: number, channel: =email, team: queue, tier: customer.tier}
turns: posts[]
only: [state!=draft]
leave_out:
  - {when: [hidden=true], what: internal note}
  - {when: "kind=system*"}
order: time
text: body | html
markup: {as: html, when: [html]}
role: writer.kind
roles: {staff: agent, guest: customer}
role_when: [{when: writer.is_machine=true, role: bot}]
speaker: writer.id
person: writer.id
people: [{list: "people[]", id: id, name: [first, last], role: kind, roles: {boss: supervisor}}]
beside: [{files: [people.json, "../*staff*.json"], people: [{list: "*", id: "@key", role: kind, roles: {staff: agent}}]}]
start: at
duration: took
unit: milliseconds
words: {list: "tokens[]", text: t, start: from, confidence: p}
)";

TEST_CASE("a user's mapping reads a shape that nobody knows") {
  const FromYaml mapping(acme);
  CHECK(mapping.failures() == Lines{});
  REQUIRE(mapping.result.ok());
  const Beside reading = read_beside("json", R"({"tickets": [{"number": 7, "queue": "lamps", "customer": {"tier": "gold"},
 "people": [{"id": "u1", "first": "Ines", "last": "Lund", "kind": "boss"}],
 "posts": [
  {"writer": {"id": "u2", "kind": "guest"}, "body": "It broke.", "at": 4000, "took": 1500, "tokens": [{"t": "broke", "from": 4500, "p": 0.5}]},
  {"writer": {"id": "u1"}, "html": "<p>Oh &amp; no</p>", "at": 1000},
  {"writer": {"id": "u3"}, "body": "Hello", "at": 6000},
  {"writer": {"id": "u4", "kind": "staff", "is_machine": true}, "body": "Beep", "at": 7000},
  {"writer": {"id": "u5"}, "body": "x", "hidden": true}, {"writer": {"id": "u5"}, "body": "x", "state": "draft"},
  {"writer": {"id": "u5"}, "body": "x", "kind": "system-event"}]}]})",
                                     "t.json",
                                     [](std::string_view name) {
                                       return name == "people.json" ? Lines{R"({"u3": {"kind": "staff"}})"} : Lines{};
                                     },
                                     &*mapping.result);
  for (const Error& error : reading.errors) FAIL(describe(error));
  REQUIRE(reading.transcripts.size() == 1);
  const Transcript& transcript = reading.transcripts[0];
  CHECK(reading.turns() == Lines{"supervisor Ines Lund: Oh & no", "customer u2: It broke.", "agent u3: Hello", "bot u4: Beep"});
  CHECK(transcript.id == "7");
  CHECK(transcript.channel == "email");
  CHECK(transcript.team == "lamps");
  CHECK(transcript.meta == std::vector<std::pair<std::string, std::string>>{{"tier", "gold"}});
  CHECK(transcript.turns[1].start == 4);
  CHECK(transcript.turns[1].end == 5.5);
  CHECK(transcript.word_times.at(0).start == 4.5);
  CHECK(transcript.warnings == Lines{"1 internal note left out"});
}

TEST_CASE("a user's mapping comes before those that decant knows, even for its own shape") {
  const FromYaml mapping("mapping: mine\nrecognise: turns[].words\nturns: turns[]\ntext: words\nrole: =agent\n");
  REQUIRE(mapping.result.ok());
  CHECK(read_beside("jsonl", R"({"turns": [{"words": "Hi"}]})", "a.jsonl", {}, &*mapping.result).turns() == Lines{"agent: Hi"});
  CHECK(read_beside("jsonl", R"({"turns": [{"text": "Hi"}]})", "a.jsonl", {}, &*mapping.result).turns() == Lines{"unknown: Hi"});
}

TEST_CASE("everything that is wrong with a mapping is told at once, with its place") {
  const Lines failures = FromYaml(R"(mapping: x
recognise: [a..b]
turns: list[
text: {a: b}
markup: pdf
unit: minutes
order: random
roles: {staff: boss}
role_when: [{role: agent}]
leave_out: [{what: note}]
people: [{name: n}]
beside: [{files: [a/b.json, ../../c.json]}]
fields: {id: "a b"}
only: [n>many]
speeker: x
)").failures();
  const Lines wanted = {"15:1 unknown key \"speeker\" in a mapping", "2:15 recognise: a key is missing here",
                                 "13:17 the field id: \"b\" has no meaning here", "3:13 turns: the bracket is never closed",
                                 "14:9 only: a number must stand after < and >", "10:13 what is left out needs \"when\"",
                                 "9:13 role_when needs \"when\" and \"role\"", "8:16 unknown role \"boss\"",
                                 "11:10 people without \"list\"", "11:10 people without \"id\"",
                                 "12:19 a file beside the transcript must be named without a folder",
                                 "12:29 a file beside the transcript must be named without a folder", "5:9 unknown markup \"pdf\"",
                                 "7:8 unknown order \"random\"", "6:7 unknown unit \"minutes\"", "4:7 text must be a text, this is a map"};
  for (std::size_t i = 0; i < std::max(failures.size(), wanted.size()); ++i)
    CHECK((i < failures.size() ? failures[i] : "nothing") == (i < wanted.size() ? wanted[i] : "nothing"));
  CHECK(FromYaml("title: x\n").failures() == Lines{"1:1 the mapping has no \"mapping\"", "1:1 the mapping has no \"recognise\"",
                                                  "1:1 the mapping has no \"text\"", "1:1 the mapping has no \"turns\""});
  CHECK(FromYaml("- a\n").failures() == Lines{"1:1 a mapping must be a map of keys and values, this is a list"});
  CHECK(FromYaml("mapping: x\nrecognise: a\ntext: t\ngroup: g\nare_words: true\n").failures() ==
        Lines{"4:8 single words cannot be grouped"});
  for (const std::string_view rest : {"roles: a", "fields: a", "people: a", "words: a", "beside: a", "only: {a: b}", "markup: [a]"})
    CHECK_FALSE(FromYaml("mapping: x\nrecognise: a\nturns: t[]\ntext: t\n" + std::string(rest)).result.ok());
}

}  // namespace
}  // namespace decant
