// GitLab's code quality report: one JSON list of findings that fail or would fail; GitLab compares it with that of the target
// branch by fingerprint. Credits and notes are no findings of this kind.
#include <algorithm>

#include <fmt/format.h>

#include "json/writer.h"
#include "report/masked.h"
#include "report/outputs.h"

namespace decant {
namespace {

std::string_view severity_of(const Finding& finding) {
  if (finding.is_trial) return "info";
  switch (finding.severity) {
    case Severity::advice: return "info";
    case Severity::warning: return "minor";
    case Severity::error: return "major";
    case Severity::critical: break;
  }
  return "critical";
}

class GitlabOutput final : public Output {
 public:
  explicit GitlabOutput(const OutputOptions& options) : show_pii_(options.show_pii) {}

  std::string begin() const override { return "[\n"; }
  std::string_view between() const override { return ",\n"; }
  std::string end(const Summary&) const override { return "\n]\n"; }

  void conversation(const Verdict& verdict, std::string& out) const override {
    for (const Error& error : verdict.errors)
      write(shown("not read: " + error.what, show_pii_), "decant/not-read", "not read " + verdict.path, "major", verdict.path,
            std::max(error.place.line, 1u), out);
    for (const Finding& finding : verdict.findings) {
      if (!finding.is_news() || finding.type != FindingType::fault) continue;
      std::string description = finding.rule->message;
      if (finding.turn) description += fmt::format(": “{}”", shown_words(finding, show_pii_).text);
      write(description, finding.rule->name, finding.fingerprint, severity_of(finding), verdict.path,
            finding.turn ? finding.at.line : 1, out);
    }
  }

 private:
  static void write(std::string_view description, std::string_view rule, std::string_view fingerprint, std::string_view severity,
                    std::string_view path, uint32_t line, std::string& out) {
    if (!out.empty()) out += ",\n";
    json::Writer writer(out);
    // The path as GitLab knows it: from the top of the repository.
    if (path.starts_with("./")) path.remove_prefix(2);
    writer.begin_object().member("description", description).member("check_name", rule);
    writer.member("fingerprint", fingerprint).member("severity", severity);
    writer.key("location").begin_object().member("path", path);
    writer.key("lines").begin_object().member("begin", line).end_object().end_object().end_object();
  }

  const bool show_pii_;
};

}  // namespace

std::unique_ptr<Output> gitlab_output(const OutputOptions& options) { return std::make_unique<GitlabOutput>(options); }

}  // namespace decant
