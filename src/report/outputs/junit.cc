// JUnit's XML, which every CI system shows: a suite for each conversation, a test case for each finding. A fault from the
// failing level on is a failure; a conversation without any is one passed test case.
#include <algorithm>

#include <fmt/format.h>

#include "report/masked.h"
#include "report/outputs.h"
#include "report/terminal.h"

namespace decant {
namespace {

std::string xml(std::string_view text) {
  std::string out;
  const std::string safe = harmless(text);
  for (std::size_t i = 0; i < safe.size(); ++i) {
    switch (safe[i]) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&apos;"; break;
      case '\xEF':
        // U+FFFE and U+FFFF are characters that XML does not know.
        if (const std::string_view next = std::string_view(safe).substr(i, 3); next == "\xEF\xBF\xBE" || next == "\xEF\xBF\xBF") {
          out += "\xEF\xBF\xBD";
          i += 2;
          break;
        }
        [[fallthrough]];
      default: out += safe[i];
    }
  }
  return out;
}

class JunitOutput final : public Output {
 public:
  explicit JunitOutput(const OutputOptions& options) : options_(options) {}

  std::string begin() const override { return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"decant\">\n"; }
  std::string end(const Summary&) const override { return "</testsuites>\n"; }

  void conversation(const Verdict& verdict, std::string& out) const override {
    std::string cases;
    std::size_t tests = 0, failures = 0;
    for (const Error& error : verdict.errors) {
      ++tests;
      cases += fmt::format("    <testcase classname=\"{}\" name=\"is read\">\n      <error type=\"not read\" message=\"{}\"/>\n    </testcase>\n",
                           xml(verdict.path), xml(shown(error.what, options_.show_pii)));
    }
    for (const Finding& finding : verdict.findings) {
      if (!finding.is_news() || finding.type != FindingType::fault || finding.is_trial) continue;
      ++tests;
      const bool is_failure = options_.fail_on && finding.severity >= *options_.fail_on;
      failures += is_failure;
      write(finding, verdict, is_failure, cases);
    }
    const std::string name = verdict.id.empty() ? verdict.path : verdict.path + " #" + verdict.id;
    if (tests == 0) {
      tests = 1;
      cases = fmt::format("    <testcase classname=\"{}\" name=\"nothing found\"/>\n", xml(verdict.path));
    }
    out += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"0\">\n{}  </testsuite>\n", xml(name), tests,
                       failures, verdict.errors.size(), cases);
  }

 private:
  void write(const Finding& finding, const Verdict& verdict, bool is_failure, std::string& out) const {
    const Rule& rule = *finding.rule;
    const std::string place = finding.turn ? fmt::format(" at {}:{}", finding.at.line, finding.at.column) : "";
    out += fmt::format("    <testcase classname=\"{}\" name=\"{}{}\">\n", xml(verdict.path), xml(rule.name), place);
    std::string words = fmt::format("{}{}{}", verdict.path, finding.turn ? fmt::format(":{}:{}", finding.at.line, finding.at.column) : "",
                                    finding.turn ? fmt::format(": “{}”", shown_words(finding, options_.show_pii).quote) : "");
    if (!rule.say_instead.empty()) words += fmt::format("; instead: “{}”", rule.say_instead.front());
    const std::string_view tag = is_failure ? "failure" : "system-out";
    const std::string facts = is_failure ? fmt::format(" type=\"{}\" message=\"{}\"", name(finding.severity), xml(rule.message)) : "";
    out += fmt::format("      <{}{}>{}</{}>\n    </testcase>\n", tag, facts, xml(words), tag);
  }

  const OutputOptions options_;
};

}  // namespace

std::unique_ptr<Output> junit_output(const OutputOptions& options) { return std::make_unique<JunitOutput>(options); }

}  // namespace decant
