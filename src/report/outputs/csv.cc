// Tables for spreadsheets, in long form, so that they can be sorted and pivoted: a row a finding, or a row a conversation.
#include <fmt/format.h>

#include "report/csv_row.h"
#include "report/masked.h"
#include "report/outputs.h"
#include "report/terminal.h"

namespace decant {
namespace {

std::string seconds(double value) { return value >= 0 ? fmt::format("{:.3f}", value) : ""; }

void write_names(const Verdict& verdict, bool show_pii, CsvRow& row) {
  row.text(verdict.path).text(verdict.id).text(verdict.channel).text(verdict.agent).text(verdict.team);
  row.text(shown(verdict.customer, show_pii)).text(verdict.case_id).text(verdict.started);
}

constexpr std::string_view names = "path,id,channel,agent,team,customer,case,started";

std::string joined(const std::vector<Error>& errors, bool show_pii) {
  std::string out;
  for (const Error& error : errors) out += (out.empty() ? "" : "; ") + shown(error.what, show_pii);
  return out;
}

class FindingsCsv final : public Output {
 public:
  explicit FindingsCsv(const OutputOptions& options) : show_pii_(options.show_pii) {}

  std::string begin() const override {
    return fmt::format("{},rule,type,severity,impact,owner,role,turn,start,line,column,text,message,detail,points,softened,trial,status,why,say_instead,fingerprint\n", names);
  }
  std::string end(const Summary&) const override { return {}; }

  void conversation(const Verdict& verdict, std::string& out) const override {
    for (const Error& error : verdict.errors) {
      CsvRow row(out);
      write_names(verdict, show_pii_, row);
      row.plain("").plain("error");
      for (int i = 0; i < 6; ++i) row.plain("");
      row.plain(error.place.line ? std::to_string(error.place.line) : "").plain(error.place.column ? std::to_string(error.place.column) : "");
      row.plain("").text(shown(error.what, show_pii_));
      for (int i = 0; i < 8; ++i) row.plain("");
      row.finish();
    }
    for (const Finding& finding : verdict.findings) write(finding, verdict, out);
  }

 private:
  void write(const Finding& finding, const Verdict& verdict, std::string& out) const {
    const Rule& rule = *finding.rule;
    CsvRow row(out);
    write_names(verdict, show_pii_, row);
    row.text(rule.name).plain(name(finding.type)).plain(name(finding.severity)).plain(name(rule.impact)).plain(name(rule.owner));
    if (finding.turn)
      row.plain(name(finding.role)).number(*finding.turn + 1).plain(seconds(finding.start)).number(finding.at.line).number(finding.at.column)
          .text(shown_words(finding, show_pii_).text);
    else
      row.plain("").plain("").plain("").plain("").plain("").plain("");
    row.text(rule.message).text(finding.detail).plain(to_string(finding.points)).number(static_cast<uint64_t>(finding.softened));
    row.plain(finding.is_trial ? "yes" : "no").plain(finding.suppressed ? "suppressed" : finding.is_known ? "known" : "new");
    row.text(finding.suppressed ? finding.suppressed->why : "").text(rule.say_instead.empty() ? "" : rule.say_instead.front());
    row.text(finding.fingerprint).finish();
  }

  const bool show_pii_;
};

class ConversationsCsv final : public Output {
 public:
  explicit ConversationsCsv(const OutputOptions& options) : show_pii_(options.show_pii) {}

  std::string begin() const override {
    return fmt::format("{},language,turns,agent_words,total,final,undisputed,before,critical,band,pass,unscored,critical_faults,errors,warnings,advice,"
                       "credits,notes,trial,suppressed,known,faults_per_100_words,not_read\n", names);
  }
  std::string end(const Summary&) const override { return {}; }

  void conversation(const Verdict& verdict, std::string& out) const override {
    const Score& score = verdict.score;
    const bool is_scored = score.is_scored() && verdict.errors.empty();
    Summary sums;
    sums.add(verdict);
    uint64_t faults = 0, known = 0;
    for (uint64_t count : sums.faults) faults += count;
    for (uint64_t count : sums.known) known += count;
    const auto tenths = [](const std::optional<Points>& points) { return points ? to_tenths(*points) : std::string(); };
    const auto scored = [is_scored](std::string value) { return is_scored ? value : std::string(); };
    CsvRow row(out);
    write_names(verdict, show_pii_, row);
    row.text(verdict.language).number(static_cast<uint64_t>(verdict.turns)).number(static_cast<uint64_t>(score.agent_words));
    row.plain(scored(to_tenths(score.total))).plain(scored(to_tenths(score.final_score))).plain(tenths(verdict.undisputed)).plain(tenths(verdict.before));
    bool is_critical = false;
    for (bool one : score.is_critical) is_critical |= one;
    row.plain(scored(is_critical ? "fail" : "pass")).text(scored(score.band)).plain(scored(score.is_pass ? "yes" : "no"));
    row.text(verdict.errors.empty() ? score.unscored : "");
    for (std::size_t i = sums.faults.size(); i-- > 0;) row.number(sums.faults[i]);
    row.number(sums.credits).number(sums.notes).number(sums.trial).number(sums.suppressed_in_all()).number(known);
    row.plain(score.agent_words > 0 ? to_tenths({static_cast<int64_t>(faults) * 100'000'000 / score.agent_words}) : "");
    row.text(joined(verdict.errors, show_pii_)).finish();
  }

 private:
  const bool show_pii_;
};

}  // namespace

std::unique_ptr<Output> csv_output(const OutputOptions& options) { return std::make_unique<FindingsCsv>(options); }
std::unique_ptr<Output> csv_conversations_output(const OutputOptions& options) { return std::make_unique<ConversationsCsv>(options); }

}  // namespace decant
