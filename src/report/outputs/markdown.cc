// A comment for a pull request: what is new, conversation by conversation, and by whom it can be mended. What strangers said
// stands in code spans, where it can neither call anybody, nor link, nor hold markup.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "report/figures.h"
#include "report/masked.h"
#include "report/outputs.h"
#include "report/terminal.h"
#include "text/width.h"

namespace decant {
namespace {

constexpr std::size_t most_rows = 20;  // of one conversation: services cut comments off
constexpr int widest_quote = 160;

// In a code span in a table.
std::string code(std::string_view text) {
  std::string out = "`";
  for (char c : harmless(text)) {
    if (c == '`') out += '\'';
    else if (c == '|') out += "\\|";
    else out += c;
  }
  if (out.size() == 1) out += ' ';
  return out + '`';
}

// Words of packs, as plain text.
std::string plain(std::string_view text) {
  std::string out;
  for (char c : harmless(text)) {
    if (c == '<') out += "&lt;";
    else if (c == '@') out += "&#64;";
    else if (c == '&') out += "&amp;";
    else if (std::string_view("\\`*_{}[]()#|>~").find(c) != std::string_view::npos) (out += '\\') += c;
    else out += c;
  }
  return out;
}

class MarkdownOutput final : public Output {
 public:
  explicit MarkdownOutput(const OutputOptions& options) : options_(options) {}

  std::string begin() const override { return "## decant\n\n"; }
  std::string_view between() const override { return "\n"; }

  void conversation(const Verdict& verdict, std::string& out) const override {
    std::string rows;
    std::size_t count = 0, faults = 0;
    for (const Error& error : verdict.errors) {
      ++count;
      rows += fmt::format("| **not read** | {} | | | |\n", code(shown(error.what, options_.show_pii)));
    }
    for (const Finding& finding : verdict.findings) {
      if (!finding.is_news()) continue;
      faults += finding.type == FindingType::fault;
      if (++count <= most_rows) write(finding, rows);
    }
    if (faults == 0 && verdict.errors.empty()) return;
    if (count > most_rows) rows += fmt::format("| | and {} more | | | |\n", count - most_rows);
    out += fmt::format("### {}{}\n\n{}", code(verdict.path), verdict.id.empty() ? "" : " #" + code(verdict.id), score_of(verdict));
    out += "| | what | said | where | who can mend it |\n|---|---|---|---|---|\n" + rows;
  }

  std::string end(const Summary& summary) const override {
    struct Sum {
      uint64_t findings = 0;
      std::size_t rules = 0;
    };
    std::array<Sum, owner_names.size()> owners{};
    uint64_t news = 0;
    for (const auto& [rule, total] : summary.rules) {
      if (rule->type != FindingType::fault || rule->is_trial || total.findings == total.known) continue;
      Sum& sum = owners[static_cast<std::size_t>(rule->owner)];
      sum.findings += total.findings - total.known;
      ++sum.rules;
      news += total.findings - total.known;
    }
    std::string out;
    if (news == 0 && summary.errors == 0) out += options_.has_baseline ? "Nothing got worse." : "Nothing found.";
    if (news > 0) {
      out += "\n### By whom it can be mended\n\n| who | findings | rules |\n|---|---:|---:|\n";
      for (std::size_t i = 0; i < owners.size(); ++i)
        if (owners[i].findings) out += fmt::format("| {} | {} | {} |\n", owner_names[i], owners[i].findings, owners[i].rules);
    }
    out += fmt::format("\n{}, {} scored", counted(summary.conversations, "conversation"), with_commas(summary.scored));
    if (summary.scored) out += fmt::format(", mean {} of 100", to_tenths({summary.score_sum.micro / static_cast<int64_t>(summary.scored)}));
    uint64_t known = 0;
    for (uint64_t count : summary.known) known += count;
    if (summary.compared) out += fmt::format("; {} gone", with_commas(summary.compared->gone.size()));
    if (known) out += fmt::format("; {} known before", with_commas(known));
    if (const uint64_t count = summary.suppressed_in_all()) out += fmt::format("; {} suppressed", with_commas(count));
    if (summary.errors) out += fmt::format("; **{} not read**", with_commas(summary.errors));
    return out + "\n";
  }

 private:
  static std::string score_of(const Verdict& verdict) {
    if (!verdict.errors.empty()) return "";
    const Score& score = verdict.score;
    if (!score.is_scored()) return fmt::format("unscored: {}\n\n", plain(score.unscored));
    std::string out = fmt::format("{} of 100", to_tenths(score.final_score));
    if (verdict.before) out += fmt::format(", was {}", to_tenths(*verdict.before));
    return out + (score.is_pass ? ", pass\n\n" : ", **fail**\n\n");
  }

  void write(const Finding& finding, std::string& out) const {
    const Rule& rule = *finding.rule;
    const std::string points = finding.type == FindingType::note || finding.is_trial ? "" : " " + signed_points(finding.type, finding.points);
    out += fmt::format("| {}{} | {} ({})", label_of(finding), points, plain(rule.message), code(rule.name));
    if (!rule.say_instead.empty() && finding.type == FindingType::fault) out += fmt::format("<br>instead: “{}”", plain(rule.say_instead.front()));
    if (finding.turn)
      out += fmt::format(" | {} | line {} | ", code(shortened(harmless(shown_words(finding, options_.show_pii).text), widest_quote)), finding.at.line);
    else
      out += " | | | ";
    out += fmt::format("{} |\n", finding.type == FindingType::fault ? name(rule.owner) : "");
  }

  const OutputOptions options_;
};

}  // namespace

std::unique_ptr<Output> markdown_output(const OutputOptions& options) { return std::make_unique<MarkdownOutput>(options); }

}  // namespace decant
