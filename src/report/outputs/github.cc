// Annotations of GitHub's workflow runs: a command a finding, which puts the message beside its line in a change. Whatever
// strangers wrote is escaped, so that it can neither end the command nor begin another one.
#include <fmt/format.h>

#include "report/masked.h"
#include "report/outputs.h"
#include "report/terminal.h"

namespace decant {
namespace {

// Line ends survive as escapes, so that a path with one still names its file; other controls are made harmless.
std::string escaped(std::string_view text, bool is_property) {
  std::string out;
  std::size_t plain = 0;
  const auto keep = [&](std::size_t end) { append_harmless(text.substr(plain, end - plain), out); };
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string_view escape;
    switch (text[i]) {
      case '%': escape = "%25"; break;
      case '\r': escape = "%0D"; break;
      case '\n': escape = "%0A"; break;
      case ':': escape = is_property ? "%3A" : ""; break;
      case ',': escape = is_property ? "%2C" : ""; break;
      default: break;
    }
    if (escape.empty()) continue;
    keep(i);
    out += escape;
    plain = i + 1;
  }
  keep(text.size());
  return out;
}

std::string_view command_of(const Finding& finding) {
  if (finding.type != FindingType::fault || finding.is_trial) return "notice";
  switch (finding.severity) {
    case Severity::advice: return "notice";
    case Severity::warning: return "warning";
    case Severity::error:
    case Severity::critical: break;
  }
  return "error";
}

class GithubOutput final : public Output {
 public:
  explicit GithubOutput(const OutputOptions& options) : show_pii_(options.show_pii) {}

  void conversation(const Verdict& verdict, std::string& out) const override {
    for (const Error& error : verdict.errors)
      out += fmt::format("::error file={}{},title=not read::{}\n", escaped(verdict.path, true),
                         error.place.line ? fmt::format(",line={}", error.place.line) : "", escaped(shown(error.what, show_pii_), false));
    for (const Finding& finding : verdict.findings)
      if (finding.is_news()) write(finding, verdict, out);
  }

  std::string end(const Summary&) const override { return {}; }

 private:
  void write(const Finding& finding, const Verdict& verdict, std::string& out) const {
    const Rule& rule = *finding.rule;
    out += fmt::format("::{} file={}", command_of(finding), escaped(verdict.path, true));
    if (finding.turn) {
      const EditorRegion& region = finding.region;
      out += fmt::format(",line={},endLine={}", region.line, region.end_line);
      // GitHub takes columns only where line and endLine are the same.
      if (region.line == region.end_line) out += fmt::format(",col={},endColumn={}", region.column, region.end_column);
    }
    std::string message = rule.message;
    if (finding.turn) message += fmt::format(": “{}”", shown_words(finding, show_pii_).text);
    if (!rule.say_instead.empty() && finding.type == FindingType::fault) message += fmt::format("\nInstead: “{}”", rule.say_instead.front());
    out += fmt::format(",title={}::{}\n", escaped(rule.name, true), escaped(message, false));
  }

  const bool show_pii_;
};

}  // namespace

std::unique_ptr<Output> github_output(const OutputOptions& options) { return std::make_unique<GithubOutput>(options); }

}  // namespace decant
