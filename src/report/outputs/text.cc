// The report for people: a block for each conversation in which something was found, then the summary. Conversations
// without findings print nothing; they count in the summary.
#include <algorithm>
#include <set>

#include "report/masked.h"
#include "report/outputs.h"
#include "report/text_parts.h"
#include "text/width.h"

namespace decant {
namespace {

constexpr int least_columns = 40;

Passage score_of(const Verdict& verdict) {
  const Score& score = verdict.score;
  if (!verdict.errors.empty()) return Passage("not read", Ink::error);
  if (!score.is_scored()) return Passage("unscored", Ink::faint);
  const Ink ink = score.is_pass ? Ink::good : Ink::error;
  Passage out(to_tenths(score.final_score), ink);
  out.add(" of 100");
  if (!score.band.empty()) out.add(" · ").add(score.band);
  out.add(" · ").add(score.is_pass ? "pass" : "fail", ink);
  return out;
}

void write_block_heading(const Verdict& verdict, const Sheet& sheet, std::string& out) {
  Passage left(verdict.path, Ink::strong);
  Passage more;
  const auto add_more = [&more](std::string_view text) {
    if (!more.empty()) more.add(" · ", Ink::faint);
    more.add(text);
  };
  if (!verdict.id.empty()) {
    Passage with_id = left;
    with_id.add(" #").add(verdict.id);
    if (with_id.width() <= sheet.columns) left = with_id;
    else add_more('#' + shortened(verdict.id, least_columns));
  }
  if (!verdict.channel.empty()) add_more(verdict.channel);
  if (!verdict.agent.empty()) add_more("agent " + verdict.agent);
  if (!verdict.team.empty()) add_more("team " + verdict.team);
  write_heading(left, more, score_of(verdict), sheet, out);
}

class TextOutput final : public Output {
 public:
  explicit TextOutput(const OutputOptions& options)
      : sheet_{std::max(options.width, least_columns), options.colour}, show_pii_(options.show_pii) {}

  void conversation(const Verdict& verdict, std::string& out) const override {
    if (verdict.findings.empty() && verdict.errors.empty() && verdict.warnings.empty()) return;
    write_block_heading(verdict, sheet_, out);
    for (const Error& error : verdict.errors) write_error(error, show_pii_, sheet_, out);
    for (const std::string& warning : verdict.warnings) {
      write_gutter("input", Ink::note, sheet_, out);
      Passage(shown(warning, show_pii_)).print_wrapped(sheet_, gutter, gutter, out);
    }
    std::set<const Rule*> explained;  // what to say instead is told once for each rule
    for (const Finding& finding : verdict.findings) {
      out += '\n';
      write_finding(finding, verdict, show_pii_, explained.insert(finding.rule).second, sheet_, out);
    }
    if (verdict.findings.empty()) return;
    out += '\n';
    write_ledger(verdict.score, sheet_, out);
  }

  std::string_view between() const override { return "\n"; }

  std::string end(const Summary& summary) const override {
    const bool has_blocks = !summary.rules.empty() || summary.errors > 0 || summary.warnings > 0;
    std::string out = has_blocks ? "\n" : "";
    write_totals(summary, sheet_, out);
    return out;
  }

 private:
  const Sheet sheet_;
  const bool show_pii_;
};

}  // namespace

std::unique_ptr<Output> text_output(const OutputOptions& options) {
  return std::make_unique<TextOutput>(options);
}

}  // namespace decant
