// The report for people: a block for each conversation in which something was found, then the summary. Conversations
// without findings print nothing; they count in the summary.
#include <algorithm>
#include <set>

#include "report/comparison_text.h"
#include "report/masked.h"
#include "report/outputs.h"
#include "report/statistics.h"
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

bool is_disputed(const Finding& finding) { return finding.suppressed && finding.suppressed->by == SuppressedBy::dispute; }

// Whether there is anything to be told of it.
bool has_block(const Verdict& verdict) {
  return !verdict.errors.empty() || !verdict.warnings.empty() ||
         std::ranges::any_of(verdict.findings, [](const Finding& finding) { return finding.is_news() || is_disputed(finding); });
}

void write_dispute(const Finding& finding, const Sheet& sheet, std::string& out) {
  write_gutter("disputed", Ink::faint, sheet, out);
  Passage text(finding.rule->name);
  if (finding.turn) text.add(" at line " + std::to_string(finding.at.line));
  text.add(" by ").add(finding.suppressed->who).add(": ").add(finding.suppressed->why);
  text.print_wrapped(sheet, gutter, gutter, out);
}

// What the score would be or was.
void write_other_scores(const Verdict& verdict, const Sheet& sheet, std::string& out) {
  const auto write = [&](const std::optional<Points>& score, std::string_view when) {
    if (!score) return;
    write_gutter("", Ink::plain, sheet, out);
    Passage(to_tenths(*score)).add(" ").add(when).print_wrapped(sheet, gutter, gutter, out);
  };
  write(verdict.undisputed, "if what is disputed held");
  write(verdict.before, "before the change");
}

class TextOutput final : public Output {
 public:
  explicit TextOutput(const OutputOptions& options)
      : sheet_{std::max(options.width, least_columns), options.colour}, show_pii_(options.show_pii), extent_(options.extent), with_statistics_(options.with_statistics) {}

  void conversation(const Verdict& verdict, std::string& out) const override {
    if (extent_ == Extent::summary || !has_block(verdict)) return;
    write_block_heading(verdict, sheet_, out);
    for (const Error& error : verdict.errors) write_error(error, show_pii_, sheet_, out);
    for (const std::string& warning : verdict.warnings) {
      write_gutter("input", Ink::note, sheet_, out);
      Passage(shown(warning, show_pii_)).print_wrapped(sheet_, gutter, gutter, out);
    }
    std::set<const Rule*> explained;  // what to say instead is told once for each rule
    bool has_findings = false;
    for (const Finding& finding : verdict.findings) {
      if (!finding.is_news()) continue;
      out += '\n';
      write_finding(finding, verdict, show_pii_, explained.insert(finding.rule).second, sheet_, out);
      has_findings = true;
    }
    for (const Finding& finding : verdict.findings)
      if (is_disputed(finding)) {
        if (!has_findings) out += '\n';
        write_dispute(finding, sheet_, out);
        has_findings = true;
      }
    if (!has_findings) return;
    out += '\n';
    write_ledger(verdict.score, sheet_, out);
    write_other_scores(verdict, sheet_, out);
  }

  std::string_view between() const override { return "\n"; }

  std::string end(const Summary& summary) const override {
    if (extent_ == Extent::findings) return {};
    uint64_t news = summary.suppressed[static_cast<std::size_t>(SuppressedBy::dispute)];
    for (const auto& [rule, total] : summary.rules) news += total.findings - total.known;
    const bool has_blocks = extent_ == Extent::all && (news > 0 || summary.errors > 0 || summary.warnings > 0);
    std::string out = has_blocks ? "\n" : "";
    write_totals(summary, sheet_, out);
    if (summary.compared) write_comparison(*summary.compared, show_pii_, sheet_, out);
    if (with_statistics_) write_statistics(summary, sheet_, out);
    return out;
  }

 private:
  const Sheet sheet_;
  const bool show_pii_;
  const Extent extent_;
  const bool with_statistics_;
};

}  // namespace

std::unique_ptr<Output> text_output(const OutputOptions& options) {
  return std::make_unique<TextOutput>(options);
}

}  // namespace decant
