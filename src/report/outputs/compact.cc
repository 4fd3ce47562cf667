// One finding a line, as compilers print them, for editors' problem lists and for grep:
// "path:line:column: severity rule message". What is suppressed or known is left out.
#include <fmt/format.h>

#include "report/figures.h"
#include "report/masked.h"
#include "report/outputs.h"
#include "report/terminal.h"

namespace decant {
namespace {

std::string place_of(const std::string& path, uint32_t line, uint32_t column) {
  std::string out = harmless(path);
  if (line) out += fmt::format(":{}", line);
  if (line && column) out += fmt::format(":{}", column);
  return out;
}

class CompactOutput final : public Output {
 public:
  explicit CompactOutput(const OutputOptions& options) : show_pii_(options.show_pii) {}

  void conversation(const Verdict& verdict, std::string& out) const override {
    for (const Error& error : verdict.errors)
      out += fmt::format("{}: not read: {}\n", place_of(verdict.path, error.place.line, error.place.column), harmless(shown(error.what, show_pii_)));
    const std::string id = verdict.id.empty() ? "" : fmt::format(" [{}]", harmless(verdict.id));
    for (const Finding& finding : verdict.findings) {
      if (!finding.is_news()) continue;
      const std::string place = finding.turn ? place_of(verdict.path, finding.at.line, finding.at.column) : harmless(verdict.path);
      out += fmt::format("{}: {} {} {}{}{}\n", place, label_of(finding), harmless(finding.rule->name), harmless(finding.rule->message),
                         finding.is_trial ? " (on trial)" : "", id);
    }
  }

  std::string end(const Summary&) const override { return {}; }

 private:
  const bool show_pii_;
};

}  // namespace

std::unique_ptr<Output> compact_output(const OutputOptions& options) { return std::make_unique<CompactOutput>(options); }

}  // namespace decant
