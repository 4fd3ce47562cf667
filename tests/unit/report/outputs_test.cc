#include "report/outputs.h"

#include <doctest/doctest.h>
#include <simdjson.h>

#include "report/figures.h"
#include "report/sample_verdicts.h"
#include "text/width.h"

namespace decant {
namespace {

using simdjson::dom::element;

OutputOptions with_hash() {
  OutputOptions options;
  options.pack_hash = "abc123";
  return options;
}

TEST_CASE("every output is found by its name") {
  for (const OutputFormat& format : output_formats()) {
    CHECK(output_format_named(format.name) == &format);
    CHECK(!format.summary.empty());
  }
  CHECK(output_format_named("pdf") == nullptr);
}

TEST_CASE("no output lets control characters of strangers through") {
  for (const OutputFormat& format : output_formats()) {
    CAPTURE(format.name);
    const std::string text = report(format.name, with_hash(), sample());
    for (char c : text) CHECK((c == '\n' || static_cast<unsigned char>(c) >= ' '));
    CHECK(text.find("4111") == std::string::npos);
    CHECK(text.find("kim@") == std::string::npos);
  }
}

TEST_CASE("every output gives the same bytes for the same verdicts") {
  for (const OutputFormat& format : output_formats())
    CHECK(report(format.name, with_hash(), sample()) == report(format.name, with_hash(), sample()));
}

TEST_CASE("jsonl writes one canonical verdict a line") {
  const std::string text = report("jsonl", with_hash(), sample());
  const auto lines = lines_of(text);
  REQUIRE(lines.size() == 4);
  simdjson::dom::parser parser;
  element verdict = parser.parse(std::string(lines[0])).value();
  CHECK(std::string_view(verdict["path"]) == "calls/2026-03/dana-0304.txt");
  CHECK(std::string_view(verdict["id"]) == "");
  CHECK(verdict["customer"].error() == simdjson::NO_SUCH_FIELD);
  CHECK(lines[0].find(R"("score":{"total":64.3,"final":0.0,"critical":"fail","critical_impacts":["compliance"])") !=
        std::string_view::npos);
  CHECK(lines[0].find(R"({"weight":40,"lost":15,"faults":17,"credits":2,"applicable":true,"ledger":[{"rule":)") !=
        std::string_view::npos);
  element first = verdict["findings"].at(0).value();
  CHECK(uint64_t(first["turn"]) == 3);
  CHECK(double(first["start"]) == 14.2);
  CHECK(std::string_view(first["text"]) == "can't");
  CHECK(first["softened"].error() == simdjson::NO_SUCH_FIELD);
  CHECK(int64_t(verdict["findings"].at(2)["softened"]) == 50);
  CHECK(verdict["findings"].at(5)["turn"].value().is_null());
  CHECK(std::string_view(verdict["pack_hash"]) == "abc123");

  verdict = parser.parse(std::string(lines[1])).value();
  CHECK(std::string_view(verdict["score"]["unscored"]) == "7 agent words, the scorecard asks for 20");
  CHECK(std::string_view(verdict["customer"]) == "k**@*****.example");
  CHECK(verdict["findings"].at(0)["start"].value().is_null());
  verdict = parser.parse(std::string(lines[2])).value();
  CHECK(uint64_t(verdict["errors"].at(0)["line"]) == 3);
}

TEST_CASE("json is one document, with or without verdicts") {
  simdjson::dom::parser parser;
  std::string text = report("json", with_hash(), sample());
  element document = parser.parse(text).value();
  CHECK(simdjson::dom::array(document["verdicts"]).size() == 4);
  CHECK(uint64_t(document["summary"]["faults"]["warning"]) == 4);
  CHECK(std::string_view(document["summary"]["rules"].at(0)["rule"]) == "can't/<script>alert(1)</script>");
  CHECK(double(document["summary"]["mean_final"]) == 50.0);
  text = report("json", with_hash(), {});
  document = parser.parse(text).value();
  CHECK(simdjson::dom::array(document["verdicts"]).size() == 0);
  CHECK(document["summary"]["mean_final"].value().is_null());
}

TEST_CASE("text stays inside its columns") {
  for (int width : {40, 53, 60, 72, 80, 100, 120, 200}) {
    OutputOptions options;
    options.width = width;
    const std::string text = report("text", options, sample());
    for (std::string_view line : lines_of(text)) {
      CAPTURE(line);
      CHECK(display_width(line) <= width);
      CHECK(!line.ends_with(' '));
    }
  }
}

TEST_CASE("text in colour says the same as text without, but for the signs around the hit") {
  OutputOptions options;
  options.width = 4000;  // no line breaks: the signs take room
  std::string plain = report("text", options, sample());
  options.colour = true;
  std::string coloured = report("text", options, sample());
  for (const std::string_view sign : {"›", "‹"})
    for (std::size_t at; (at = plain.find(sign)) != std::string::npos;) plain.erase(at, sign.size());
  for (std::size_t at; (at = coloured.find('\x1B')) != std::string::npos;)
    coloured.erase(at, coloured.find('m', at) + 1 - at);
  CHECK(coloured == plain);
}

TEST_CASE("text shows quote, place, points and better words") {
  OutputOptions options;
  options.width = 100;
  const std::string text = report("text", options, sample());
  for (const char* part :
       {"“I'm afraid we ›can't‹ change that before the next bill.”", "    0:14  ", " 1:02:05  ",
        "instead: “Here is what I can do for you today: …”",
        "cant-vocabulary/flat-refusal · agent, turn 4 · calls/2026-03/dana-0304.txt:4:9\n",
        "softened 50 %  −3\n", "+2\n",
        "cap reached  0\n", "nowhere in the conversation", "score  64.3 = 100 × (1 − 25 ÷ 70)",
        "lost 15 of 40 in No-can-do: 17 taken, 2 given back", "unscored  7 agent words", "not read",
        "card **** **** **** 1111"}) {
    CAPTURE(part);
    CHECK(text.find(part) != std::string::npos);
  }
  CHECK(text.find("lee-0305") == std::string::npos);  // nothing was found there
  options.show_pii = true;
  CHECK(report("text", options, sample()).find("4111 1111 1111 1111") != std::string::npos);
}

TEST_CASE("a run without findings is one plain line") {
  Sample clean = sample();
  clean.verdicts.erase(clean.verdicts.begin(), clean.verdicts.begin() + 3);
  clean.summary = {};
  clean.summary.add(clean.verdicts[0]);
  clean.summary.files = 1;
  CHECK(report("text", {}, clean) == "Nothing found: 1 conversation · 1 file · 12 turns · 300 agent words\n");
  CHECK(report("text", {}, {}) == "No conversations to read: 0 conversations · 0 files · 0 turns · 0 agent words\n");
}

TEST_CASE("reasons that differ in a number are told as one") {
  Sample many;
  many.summary.conversations = 3;
  many.summary.unscored = {{"3 agent words, the scorecard asks for 20", 1},
                           {"17 agent words, the scorecard asks for 20", 2},
                           {"no agent turns", 1}};
  const std::string text = report("text", {}, many);
  CHECK(text.find("unscored  3: 3 to 17 agent words, the scorecard asks for 20\n") != std::string::npos);
  CHECK(text.find("unscored  1: no agent turns\n") != std::string::npos);
}

TEST_CASE("numbers are written as people read them") {
  CHECK(with_commas(0) == "0");
  CHECK(with_commas(999) == "999");
  CHECK(with_commas(1234567) == "1,234,567");
  CHECK(counted(1, "turn") == "1 turn");
  CHECK(counted(2, "turn") == "2 turns");
  CHECK(clock_time(59.99) == "0:59");
  CHECK(clock_time(3600) == "1:00:00");
  CHECK(clock_time(no_time) == "");
  CHECK(signed_points(FindingType::fault, Points{1'500'000}) == "−1.5");
  CHECK(signed_points(FindingType::credit, Points::whole(2)) == "+2");
  CHECK(signed_points(FindingType::fault, {}) == "0");
}

}  // namespace
}  // namespace decant
