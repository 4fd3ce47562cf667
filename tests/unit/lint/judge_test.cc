#include "lint/judge.h"

#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "unit/rule/books.h"
#include "unit/transcript/reading.h"

namespace decant {
namespace {

constexpr const char* lenient = "scorecard: s\nminimum_agent_words: 3\nsections:\n  - {name: all, weight: 100, rest: true}\n";

// A book of these rules (pack p), its scorecard, and whom to ask.
struct Court {
  Book book;
  Scorecard card;
  Judge judge;

  explicit Court(std::string_view rules, const std::string& scorecard = lenient)
      : book(read_book({pack_of("p", rules)})), card(read_card(book, scorecard)), judge(*book, card) {}

  Verdict on(std::string_view format, std::string_view text, uint32_t first_line = 1) {
    reading = read_as(format, text, first_line);
    REQUIRE(reading.transcripts.size() == 1);
    return judge.judge(reading.transcripts[0]);
  }
  Verdict on(std::string_view text) { return on("text", text); }

  Reading reading;
};

constexpr std::string_view refusal = "  - {id: no, kind: forbid, message: m, points: 5, find: \"we can't\"}\n";

// "turn@line:column+length text" of each finding.
std::vector<std::string> places(const Verdict& verdict) {
  std::vector<std::string> out;
  for (const Finding& f : verdict.findings)
    out.push_back((f.turn ? std::to_string(*f.turn) : "-") + '@' + std::to_string(f.at.line) + ':' + std::to_string(f.at.column) + '+' + std::to_string(f.length) + ' ' + f.text);
  return out;
}
using Places = std::vector<std::string>;

TEST_CASE("findings stand where the words stand in the file") {
  Court court(refusal);
  CHECK(places(court.on("Agent: Hello. We can't.\nCustomer: We can't?\nAgent: No, we  can’t\n")) == Places{"0@1:15+8 We can't", "2@3:12+11 we can’t"});
  CHECK(places(court.on("text", "Agent: um we, uh, can't\n", 41)) == Places{"0@41:11+13 we, uh, can't"});
  // Escapes of JSON are longer in the file than in the words.
  CHECK(places(court.on("jsonl", R"({"turns":[{"role":"agent","text":"\u00e9\n\"we can\u2019t\""}]})" "\n")) == Places{"0@1:45+13 we can’t"});
  CHECK(places(court.on("jsonl", R"({"turns":[{"role":"agent","text":"hello"},{"role":"agent","text":"😀 we can't"}]})" "\n")) == Places{"1@1:72+8 we can't"});
  const std::string vtt =
      "WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.000\n<v Agent Dana>I fear we\ncan't help\n\n2\n00:00:04.000 --> 00:00:06.000\n<v Customer Sam>we can't?\n";
  CHECK(places(court.on("vtt", vtt)) == Places{"0@5:22+8 we can't"});
}

TEST_CASE("the same places are found whatever the engine") {
  Court court(refusal);
  Judge naive(*court.book, court.card, {Scan::Engine::naive});
  const Verdict fast = court.on("Agent: We can't. We can not.\nBot: we cannot\n");
  const Verdict slow = naive.judge(court.reading.transcripts[0]);
  CHECK(places(fast).size() == 3);
  CHECK(places(fast) == places(slow));
}

TEST_CASE("a finding shows the words around it on one line") {
  Court court(refusal);
  const Verdict verdict = court.on("text", "Agent: Well,   sorry - we\tcan't do it\n");
  REQUIRE(verdict.findings.size() == 1);
  const Finding& found = verdict.findings[0];
  CHECK(found.quote.substr(found.mark.begin, found.mark.size()) == "we can't");
  CHECK(found.quote.find("sorry - we can't do it") != std::string::npos);

  std::string many(3000, 'x');
  for (std::size_t i = 0; i < many.size(); i += 10) many[i] = ' ';
  const Verdict wide = court.on("Agent: é" + many + " we can't " + many + "é\n");
  REQUIRE(wide.findings.size() == 1);
  const Finding& cut = wide.findings[0];
  CHECK(cut.quote.size() < 4200);
  CHECK(cut.quote.starts_with("…"));
  CHECK(cut.quote.ends_with("…"));
  CHECK(cut.quote.substr(cut.mark.begin, cut.mark.size()) == "we can't");
}

TEST_CASE("customers, systems and unknown speakers are not judged") {
  Court court(refusal);
  for (std::string_view role : {"customer", "system", "unknown"}) {
    CAPTURE(role);
    const std::string line = R"({"turns":[{"role":"agent","text":"hello, how are you"},{"role":")" + std::string(role) + R"(","text":"we can't"}]})" "\n";
    CHECK(court.on("jsonl", line).findings.empty());
  }
  for (std::string_view role : {"agent", "bot", "supervisor"}) {
    CAPTURE(role);
    CHECK(court.on("jsonl", R"({"turns":[{"role":")" + std::string(role) + R"(","text":"we can't"}]})" "\n").findings.size() == 1);
  }
  Court bots("  - {id: no, kind: forbid, message: m, points: 5, role: [bot], find: \"we can't\"}\n");
  CHECK(places(bots.on("Agent: we can't\nBot: we can't\n")) == Places{"1@2:6+8 we can't"});
}

TEST_CASE("a rule is n/a where its roles or channels are missing") {
  Court court(
      "  - {id: bots, kind: forbid, message: m, points: 5, role: [bot], find: \"we can't\"}\n"
      "  - {id: chats, kind: forbid, message: m, points: 5, channels: [chat], find: \"we can't\"}\n");
  const auto scored = [&](std::string_view channel) {
    return court.on("jsonl", R"({"channel":")" + std::string(channel) + R"(","turns":[{"role":"agent","text":"sorry, we can't"}]})" "\n");
  };
  CHECK(scored("chat").findings.size() == 1);
  CHECK(to_tenths(scored("chat").score.total) == "95.0");
  CHECK(scored("call").findings.empty());
  CHECK_FALSE(scored("call").score.is_scored());  // nothing applies
}

TEST_CASE("a fault counts for less when it is made good soon enough") {
  Court court("  - {id: no, kind: forbid, message: m, points: 5, find: \"we can't\", soften: {find: \"i can\", within: {turns: 1}, by: 40%}}\n");
  struct Row {
    std::string_view text;
    int softened;
    std::string_view points;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"Agent: We can't today\n", 0, "5"},
           {"Agent: We can't but I can try\n", 40, "3"},
           {"Agent: I can see; we can't\n", 40, "3"},
           {"Agent: We can't today\nAgent: I can try\n", 40, "3"},
           {"Agent: We can't today\nCustomer: Oh\nAgent: I can try\n", 40, "3"},
           {"Agent: We can't today\nCustomer: I can wait\nAgent: Sure\n", 0, "5"},
           {"Agent: We can't today\nAgent: Sorry\nAgent: I can try\n", 0, "5"},
           {"Agent: I can try\nAgent: We can't today\n", 0, "5"},
       }) {
    CAPTURE(row.text);
    const Verdict verdict = court.on(row.text);
    REQUIRE(verdict.findings.size() == 1);
    CHECK(verdict.findings[0].softened == row.softened);
    CHECK(to_string(verdict.findings[0].points) == row.points);
  }
}

TEST_CASE("why there is no score is said") {
  Court court(refusal);
  const auto unscored = [&](std::string_view text) { return court.on("jsonl", std::string(text) + "\n").score.unscored; };
  CHECK(unscored(R"({"turns":[{"role":"agent","text":"no"},{"role":"customer","text":"many words of a customer"}]})") == "1 agent word, the scorecard asks for 3");
  CHECK(unscored(R"({"turns":[{"role":"customer","text":"hello hello"}]})") == "no agent turns");
  CHECK(unscored(R"({"turns":[{"role":"unknown","text":"hello hello"}]})") == "no speaker is known to be the agent");
  CHECK(unscored(R"({"turns":[{"role":"agent","text":"one two three"}]})") == "");
  CHECK(unscored(R"({"turns":[{"role":"agent","text":"um one 😀 two uh"}]})") == "2 agent words, the scorecard asks for 3");
}

TEST_CASE("fingerprints tell the finding, not where it stands") {
  Court court(refusal);
  const auto prints = [&](std::string_view format, std::string_view text) {
    std::vector<std::string> out;
    for (const Finding& finding : court.on(format, text).findings) out.push_back(finding.fingerprint);
    return out;
  };
  const auto first = prints("text", "Agent: Sorry, we can't do it.\n");
  REQUIRE(first.size() == 1);
  CHECK(first[0].size() == 16);
  // Turns added elsewhere, lines moved, quotes curled
  CHECK(prints("text", "Customer: Hello?\n\nAgent: Sorry, we can't do it.\nCustomer: Oh\n") == first);
  CHECK(prints("text", "Agent: Sorry,  we can’t do it.\n") == first);
  // Another role, another text
  CHECK(prints("text", "Bot: Sorry, we can't do it.\n") != first);
  CHECK(prints("text", "Agent: Sorry, we can't do this.\n") != first);
  // Twice in one turn, and the same turn twice
  const auto twice = prints("text", "Agent: We can't, we can't.\nAgent: Ok\nAgent: We can't, we can't.\n");
  REQUIRE(twice.size() == 4);
  CHECK(std::set<std::string>(twice.begin(), twice.end()).size() == 4);
  CHECK(prints("text", "Agent: We can't, we can't.\nAgent: Ok\n") == std::vector<std::string>(twice.begin(), twice.begin() + 2));
}

TEST_CASE("the time of a finding lies inside its turn") {
  Court court(refusal);
  const auto start = [&](std::string_view turn) {
    const Verdict verdict = court.on("jsonl", R"({"turns":[)" + std::string(turn) + "]}\n");
    REQUIRE(verdict.findings.size() == 1);
    return verdict.findings[0].start;
  };
  CHECK(start(R"({"role":"agent","start":10,"end":20,"text":"we can't"})") == doctest::Approx(10));
  const double later = start(R"({"role":"agent","start":10,"end":20,"text":"one two three four five six we can't"})");
  CHECK(later > 14);
  CHECK(later < 20);
  CHECK(start(R"({"role":"agent","start":10,"text":"one two we can't"})") >= 10);
  CHECK(std::isnan(start(R"({"role":"agent","text":"we can't"})")));
}

TEST_CASE("findings come in the order of their places, then of their rules") {
  Court court(
      "  - {id: z, kind: forbid, message: m, points: 1, find: \"can't\"}\n"
      "  - {id: a, kind: forbid, message: m, points: 1, find: \"can't\"}\n"
      "  - {id: m, kind: forbid, message: m, points: 1, find: sorry}\n");
  std::vector<std::string> order;
  for (const Finding& finding : court.on("Agent: We can't. Sorry\nAgent: sorry\n").findings) order.push_back(finding.rule->name.substr(2) + std::to_string(finding.at.line));
  CHECK(order == std::vector<std::string>{"a1", "z1", "m1", "m2"});
}

TEST_CASE("a judge has no memory") {
  Court court(refusal);
  const Verdict first = court.on("Agent: Sorry, we can't do it.\n");
  court.on("Agent: We can't, we can't!\nBot: we can't\n");
  const Verdict again = court.on("Agent: Sorry, we can't do it.\n");
  CHECK(places(again) == places(first));
  CHECK(again.findings[0].fingerprint == first.findings[0].fingerprint);
  CHECK(again.score.total == first.score.total);
  CHECK(court.on("Agent: All is well with us\n").findings.empty());
}

}  // namespace
}  // namespace decant
