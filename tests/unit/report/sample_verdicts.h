// Invented verdicts that every output is tested over: an ordinary conversation, one with hostile names and words, one
// without a score, one that could not be read and one in which nothing was found.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lint/summary.h"
#include "lint/verdict.h"
#include "report/outputs.h"

namespace decant {
// Names of its own: other tests have their samples and reports too.
inline namespace report_samples {

struct Sample {
  std::vector<RulePack> packs;  // one for each rule
  std::vector<Verdict> verdicts;
  Summary summary;
};

inline Finding found(const Rule& rule, uint32_t turn, double start, LineColumn at, std::string before,
                     std::string hit, std::string after) {
  Finding finding;
  finding.rule = &rule;
  finding.type = rule.type;
  finding.severity = rule.severity;
  finding.points = finding.due = rule.points;
  finding.turn = turn;
  finding.role = Role::agent;
  finding.start = start;
  finding.at = at;
  finding.length = static_cast<uint32_t>(hit.size());
  finding.region = {at.line, at.column, at.line, at.column + finding.length};
  finding.mark = {static_cast<uint32_t>(before.size()), static_cast<uint32_t>(before.size() + hit.size())};
  finding.quote = before + hit + after;
  finding.text = std::move(hit);
  finding.fingerprint = "00000000deadbeef";
  return finding;
}

inline Finding missing(const Rule& rule) {
  Finding finding;
  finding.rule = &rule;
  finding.type = rule.type;
  finding.severity = rule.severity;
  finding.points = finding.due = rule.points;
  finding.fingerprint = "00000000cafef00d";
  return finding;
}

inline Sample sample() {
  Sample out;
  out.packs.reserve(16);  // findings point into them
  const auto rule = [&out](std::string name, FindingType type, Severity severity, int64_t points,
                           std::string message, std::vector<std::string> say_instead) -> const Rule& {
    RulePack& pack = out.packs.emplace_back();
    pack.name = name.substr(0, name.find('/'));
    pack.why = "Customers know the limit; they want to hear what can be done.";
    pack.source = {"Five Ways to Lose a Customer", "Kim Doe", "2"};
    Rule& made = pack.rules.emplace_back();
    made.name = std::move(name);
    made.pack = pack.name;
    made.type = type;
    made.severity = severity;
    made.points = Points::whole(points);
    made.cap = Points::whole(2 * points);
    made.message = std::move(message);
    made.say_instead = std::move(say_instead);
    return made;
  };
  using enum FindingType;
  const Rule& refusal = rule("cant-vocabulary/flat-refusal", fault, Severity::warning, 6, "says what cannot be done",
                             {"Here is what I can do for you today: …", "What I can do is …"});
  const Rule& shield = rule("policy-shield/hides-behind-policy", fault, Severity::error, 8,
                            "gives the policy as the reason, not what it does for the customer",
                            {"I have looked at your order, and the quickest way to your money is a refund to the "
                             "card you paid with; shall I start it now?"});
  const Rule& disclosure = rule("compliance/recording-notice", fault, Severity::critical, 10,
                                "never says that the call is recorded", {"This call is recorded."});
  const Rule& offer = rule("can-do/offers-an-option", credit, Severity::advice, 2, "says what can be done", {});
  const Rule& wait = rule("effort/asks-to-hold", note, Severity::advice, 0, "asks the customer to hold", {});
  const Rule& hostile = rule("can't/<script>alert(1)</script>", fault, Severity::advice, 1,
                             "message with \x1B[31mred\x1B[0m and \xE2\x80\xAEturned\xE2\x80\xAC text",
                             {"=HYPERLINK(\"http://brand.example\")"});

  Verdict ordinary;
  ordinary.path = "calls/2026-03/dana-0304.txt";
  ordinary.channel = "call";
  ordinary.agent = "dana";
  ordinary.team = "billing";
  ordinary.started = "2026-03-04T15:02:10Z";
  ordinary.turns = 24;
  ordinary.findings = {
      found(refusal, 3, 14.2, {4, 9}, "I'm afraid we ", "can't", " change that before the next bill."),
      found(shield, 7, 61.75, {8, 31},
            "I do understand, and I have read the whole thread that you sent us on Monday, including the part "
            "about the courier, but unfortunately ",
            "our policy does not allow",
            " refunds after 30 days, whatever the reason was and whoever promised it to you on the phone, so the best "
            "that I could suggest is that you keep the shoes."),
      found(refusal, 9, 88, {10, 1}, "", "We can't", " do it twice, but what I can do is call the bank."),
      found(offer, 9, 91.5, {10, 31}, "We can't do it twice, but ", "what I can do", " is call the bank."),
      found(wait, 11, 3725, {12, 5}, "One moment, ", "please hold", " the line: card 4111 1111 1111 1111, right?"),
      missing(disclosure),
  };
  ordinary.findings[2].points = ordinary.findings[2].due = Points{3'000'000};
  ordinary.findings[2].softened = 50;
  ordinary.score.agent_words = 420;
  ordinary.score.total = Points{64'300'000};  // 100 × (1 − 25 / 70)
  ordinary.score.is_critical[static_cast<std::size_t>(Impact::compliance)] = true;
  ordinary.score.band = "needs coaching";
  ordinary.score.sections = {
      {.name = "No-can-do", .weight = Points::whole(40), .is_applicable = true, .faults = Points::whole(17),
       .credits = Points::whole(2), .lost = Points::whole(15),
       .ledger = {{&refusal, 2, Points::whole(9)}, {&shield, 1, Points::whole(8)}, {&offer, 1, Points::whole(2)}}},
      {.name = "Compliance", .weight = Points::whole(10), .is_applicable = true, .faults = Points::whole(10),
       .credits = {}, .lost = Points::whole(10), .ledger = {{&disclosure, 1, Points::whole(10)}}},
      {.name = "Courtesy", .weight = Points::whole(20), .is_applicable = true, .faults = {}, .credits = {}, .lost = {},
       .ledger = {}},
      {.name = "Promises", .weight = Points::whole(30), .is_applicable = false, .faults = {}, .credits = {}, .lost = {},
       .ledger = {}},
  };
  out.verdicts.push_back(ordinary);

  Verdict strange;
  strange.path = "exports/\x1B]0;title\x07" "chat\nlog.jsonl";
  strange.id = "c-\xE2\x80\xAE" "1\"\\";
  strange.channel = "chat";
  strange.agent = "</script><b>\t\xF0\x9F\x98\x80 \xE5\xAE\xA2\xE6\x9C\x8D";  // an emoji and two wide characters
  strange.customer = "kim@brand.example";
  strange.turns = 5;
  const std::string word(300, 'w');
  strange.findings = {
      found(hostile, 0, no_time, {1, 120}, "\x1B[2J\xC2\x9B" "5m " + word + ' ',
            "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB can't",  // joined with U+200D
            ' ' + word + "\xE2\x80\xA8 \xFF\xFE and my phone is 415-555-0123"),
      found(refusal, 2, no_time, {1, 340}, "申し訳ございませんが、", "ご返金はできません",
            "。お客様のご注文はすでに発送されておりますので、キャンセルを承ることができません。"
            "何卒ご了承くださいますようお願い申し上げます。"),
      found(refusal, 3, no_time, {1, 800}, "", word + ' ' + word, ""),
  };
  strange.findings[2].points = {};
  strange.score.agent_words = 7;
  strange.score.unscored = "7 agent words, the scorecard asks for 20";
  strange.warnings = {"took \"Speaker 1\" to be the agent; write to kim@brand.example \x1B[1m"};
  out.verdicts.push_back(strange);

  Verdict broken;
  broken.path = "exports/broken.json";
  broken.errors = {{.place = {.path = "exports/broken.json", .line = 3, .column = 14},
                    .what = "expected a comma or the end of the object",
                    .hint = "the file may have been cut off while it was copied",
                    .source_line = "{\"id\": \"c-9\" \"turns\": [\x1B[31m"}};
  out.verdicts.push_back(broken);

  Verdict clean;
  clean.path = "calls/2026-03/lee-0305.txt";
  clean.channel = "call";
  clean.agent = "lee";
  clean.turns = 12;
  clean.score.agent_words = 300;
  clean.score.total = clean.score.final_score = Points::whole(100);
  clean.score.is_pass = true;
  clean.score.band = "good";
  out.verdicts.push_back(clean);

  for (const Verdict& verdict : out.verdicts) out.summary.add(verdict);
  out.summary.files = 4;
  return out;
}

// The whole report over the sample, put together as the lint command does.
inline std::string report(std::string_view format, const OutputOptions& options, const Sample& over) {
  const std::unique_ptr<Output> output = output_format_named(format)->make(options);
  std::string out = output->begin();
  bool is_first = true;
  for (const Verdict& verdict : over.verdicts) {
    std::string piece;
    output->conversation(verdict, piece);
    if (piece.empty()) continue;
    if (!is_first) out += output->between();
    is_first = false;
    out += piece;
  }
  return out += output->end(over.summary);
}

inline std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace report_samples
}  // namespace decant
