// The outputs that other programs read, over the same verdicts as those for people.
#include <algorithm>

#include <doctest/doctest.h>
#include <simdjson.h>

#include "report/outputs.h"
#include "report/sample_verdicts.h"

namespace decant {
namespace {

using simdjson::dom::element;

OutputOptions with_packs(const Sample& over) {
  OutputOptions options;
  options.packs = over.packs;
  return options;
}

std::string report_in(std::string_view format, const Sample& over) { return report(format, with_packs(over), over); }

// One finding of the ordinary conversation is suppressed, one disputed, one known.
Sample set_aside() {
  Sample out = sample();
  std::vector<Finding>& findings = out.verdicts[0].findings;
  findings[0].suppressed = Suppressed{SuppressedBy::comment, "", "quoted from the law"};
  findings[1].suppressed = Suppressed{SuppressedBy::dispute, "Lee", "=was agreed"};
  findings[2].is_known = true;
  out.summary = {};
  for (const Verdict& verdict : out.verdicts) out.summary.add(verdict);
  return out;
}

// The cells of a line of CSV.
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> out{""};
  bool is_quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"' && is_quoted && i + 1 < line.size() && line[i + 1] == '"') out.back() += line[++i];
    else if (line[i] == '"') is_quoted = !is_quoted;
    else if (line[i] == ',' && !is_quoted) out.emplace_back();
    else out.back() += line[i];
  }
  return out;
}

TEST_CASE("compact has a line a finding, with its place where it has one") {
  const std::string text = report_in("compact", sample());
  const auto lines = lines_of(text);
  REQUIRE(lines.size() == 10);
  CHECK(lines[0] == "calls/2026-03/dana-0304.txt:4:9: warning cant-vocabulary/flat-refusal says what cannot be done");
  CHECK(lines[3].find(": credit can-do/offers-an-option ") != std::string_view::npos);
  CHECK(lines[5] == "calls/2026-03/dana-0304.txt: critical compliance/recording-notice never says that the call is recorded");
  CHECK(lines[6].starts_with("exports/␛]0;title␇chat log.jsonl:1:120: advice can't/<script>"));
  CHECK(lines[9] == "exports/broken.json:3:14: not read: expected a comma or the end of the object");
}

TEST_CASE("compact, github, gitlab, junit and markdown leave out what fails nothing") {
  for (const char* format : {"compact", "github", "gitlab", "junit", "markdown"}) {
    CAPTURE(format);
    const std::string text = report_in(format, set_aside());
    CHECK(text.find("hides-behind-policy") == std::string::npos);
    CHECK(text.find("dana-0304.txt:4") == std::string::npos);
    CHECK(text.find("recording-notice") != std::string::npos);
  }
}

TEST_CASE("csv has as many cells in every row as in its first") {
  for (const char* format : {"csv", "csv-conversations"}) {
    const std::string text = report_in(format, sample());
    const auto lines = lines_of(text);
    const std::size_t columns = cells_of(lines[0]).size();
    for (std::string_view line : lines) {
      CAPTURE(line);
      CHECK(cells_of(line).size() == columns);
    }
    CHECK(lines.size() == (std::string_view(format) == "csv" ? 1 + 6 + 3 + 1 : 1 + 4));
  }
}

TEST_CASE("csv defuses what a spreadsheet would take for a formula") {
  const std::string text = report_in("csv", set_aside());
  CHECK(text.find(",'=was agreed,") != std::string::npos);
  CHECK(text.find("\"'=HYPERLINK(\"\"http://brand.example\"\")\"") != std::string::npos);
  for (const char* words : {"+49 30", "-1", "@sum", " =1", "＝1", "\"=1"}) {
    Sample one = sample();
    one.verdicts.resize(1);
    one.verdicts[0].team = words;
    const std::string table = report_in("csv-conversations", one);
    CHECK(cells_of(lines_of(table)[1])[4] == std::string("'") + words);
  }
}

TEST_CASE("csv tells what was set aside and why") {
  const std::string text = report_in("csv", set_aside());
  const auto lines = lines_of(text);
  const auto header = cells_of(lines[0]);
  const auto column = [&](std::string_view name) { return static_cast<std::size_t>(std::ranges::find(header, name) - header.begin()); };
  CHECK(cells_of(lines[1])[column("status")] == "suppressed");
  CHECK(cells_of(lines[1])[column("why")] == "quoted from the law");
  CHECK(cells_of(lines[3])[column("status")] == "known");
  CHECK(cells_of(lines[4])[column("status")] == "new");
  CHECK(cells_of(lines[1])[column("turn")] == "4");
}

TEST_CASE("sarif has a result for every finding and every fault of reading, and every rule") {
  const Sample over = set_aside();
  OutputOptions options = with_packs(over);
  options.has_baseline = true;
  simdjson::dom::parser parser;
  const std::string text = report("sarif", options, over);
  element run = parser.parse(text).value()["runs"].at(0).value();
  CHECK(simdjson::dom::array(run["results"]).size() == 10);
  element first = run["results"].at(0).value();
  CHECK(std::string_view(first["level"]) == "warning");
  CHECK(std::string_view(first["suppressions"].at(0)["kind"]) == "inSource");
  CHECK(std::string_view(first["locations"].at(0)["physicalLocation"]["artifactLocation"]["uri"]) == "calls/2026-03/dana-0304.txt");
  CHECK(uint64_t(first["locations"].at(0)["physicalLocation"]["region"]["endColumn"]) == 14);
  CHECK(std::string_view(run["results"].at(1)["suppressions"].at(0)["justification"]) == "=was agreed (Lee)");
  CHECK(std::string_view(run["results"].at(2)["baselineState"]) == "unchanged");
  CHECK(std::string_view(run["results"].at(3)["kind"]) == "informational");
  CHECK(run["results"].at(5)["locations"].at(0)["physicalLocation"]["region"].error() == simdjson::NO_SUCH_FIELD);
  CHECK(std::string_view(run["results"].at(6)["locations"].at(0)["physicalLocation"]["artifactLocation"]["uri"]) ==
        "exports/%1B%5D0%3Btitle%07chat%0Alog.jsonl");
  CHECK(std::string_view(run["results"].at(9)["ruleId"]) == "decant/not-read");
  CHECK(simdjson::dom::array(run["tool"]["driver"]["rules"]).size() == over.packs.size() + 1);
  element rule = run["tool"]["driver"]["rules"].at(0).value();
  CHECK(std::string_view(rule["fullDescription"]["text"]) == "Customers know the limit; they want to hear what can be done.");
  CHECK(std::string_view(rule["help"]["text"]).find("Source: Five Ways to Lose a Customer") != std::string_view::npos);
}

TEST_CASE("sarif has no links and no placeholders of strangers") {
  Sample one = sample();
  one.verdicts.resize(1);
  one.verdicts[0].findings.resize(1);
  one.verdicts[0].findings[0].text = one.verdicts[0].findings[0].quote = "[pay](http://brand.example) {0}";
  const std::string text = report_in("sarif", one);
  CHECK(text.find("“[pay] (http://brand.example) { 0}”") != std::string::npos);
}

TEST_CASE("github's commands cannot be ended or begun by strangers") {
  Sample one = sample();
  one.verdicts.resize(1);
  Verdict& verdict = one.verdicts[0];
  verdict.path = "a,b:c%\n::error::d.txt";
  verdict.findings.resize(1);
  verdict.findings[0].text = verdict.findings[0].quote = "can't\r\n::error::gone";
  verdict.findings[0].mark = {0, 21};
  const std::string text = report_in("github", one);
  CHECK(text == "::warning file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3Ad.txt,line=4,endLine=4,col=9,endColumn=14,"
                "title=cant-vocabulary/flat-refusal::says what cannot be done: “can't%0D%0A::error::gone”"
                "%0AInstead: “Here is what I can do for you today: …”\n");
}

TEST_CASE("gitlab gets one list, also of nothing") {
  simdjson::dom::parser parser;
  const std::string text = report_in("gitlab", sample());
  element list = parser.parse(text).value();
  CHECK(simdjson::dom::array(list).size() == 8);
  CHECK(std::string_view(list.at(0)["severity"]) == "minor");
  CHECK(uint64_t(list.at(3)["location"]["lines"]["begin"]) == 1);
  CHECK(simdjson::dom::array(parser.parse(report_in("gitlab", {})).value()).size() == 0);
}

TEST_CASE("junit fails what fails the run") {
  Sample over = sample();
  OutputOptions options = with_packs(over);
  const std::string text = report("junit", options, over);
  CHECK(text.find("dana-0304.txt\" tests=\"4\" failures=\"4\" errors=\"0\"") != std::string::npos);
  CHECK(text.find("&lt;script&gt;") != std::string::npos);
  CHECK(text.find("<script") == std::string::npos);
  CHECK(text.find("name=\"nothing found\"/>") != std::string::npos);
  options.fail_on = Severity::critical;
  CHECK(report("junit", options, over).find("dana-0304.txt\" tests=\"4\" failures=\"1\" errors=\"0\"") != std::string::npos);
}

TEST_CASE("markdown holds no markup of strangers") {
  Sample one = sample();
  one.verdicts.resize(1);
  Verdict& verdict = one.verdicts[0];
  verdict.path = "`|<b>@kim.txt";
  verdict.findings.resize(1);
  const std::string text = report_in("markdown", one);
  CHECK(text.find("### `'\\|<b>@kim.txt`\n") != std::string::npos);
  CHECK(text.find("| warning −6 | says what cannot be done (`cant-vocabulary/flat-refusal`)<br>instead: “Here is what I can do for you today: …” "
                  "| `can't` | line 4 | agent |\n") != std::string::npos);
}

TEST_CASE("text shows both scores where a finding is disputed") {
  Sample over = set_aside();
  over.verdicts[0].undisputed = Points::whole(50);
  const std::string text = report("text", with_packs(over), over);
  CHECK(text.find("disputed  policy-shield/hides-behind-policy at line 8 by Lee: =was agreed\n") != std::string::npos);
  CHECK(text.find("50.0 if what is disputed held\n") != std::string::npos);
  CHECK(text.find("set aside  1 by comments, 1 disputed\n") != std::string::npos);
  CHECK(text.find("known  1 of these were there before\n") != std::string::npos);
}

TEST_CASE("text can be the findings alone, or the summary alone") {
  const Sample over = sample();
  OutputOptions options;
  const std::string whole = report("text", options, over);
  options.extent = Extent::findings;
  const std::string findings = report("text", options, over);
  options.extent = Extent::summary;
  const std::string summary = report("text", options, over);
  CHECK(whole == findings + "\n" + summary);
}

}  // namespace
}  // namespace decant
