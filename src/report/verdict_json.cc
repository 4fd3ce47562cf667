#include "report/verdict_json.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "report/comparison_text.h"
#include "report/masked.h"
#include "report/statistics.h"

namespace decant {
namespace {

void write_known(std::string_view key, std::string_view value, json::Writer& writer) {
  if (!value.empty()) writer.member(key, value);
}

void write_section(const SectionScore& section, json::Writer& writer) {
  writer.key(section.name).begin_object();
  writer.member("weight", section.weight).member("lost", section.lost);
  writer.member("faults", section.faults).member("credits", section.credits);
  writer.member("applicable", section.is_applicable);
  writer.key("ledger").begin_array();
  for (const LedgerLine& line : section.ledger) {
    writer.begin_object().member("rule", line.rule->name).member("hits", line.hits);
    writer.member("points", line.amount).end_object();
  }
  writer.end_array().end_object();
}

void write_score(const Score& score, json::Writer& writer) {
  writer.begin_object();
  if (!score.is_scored()) {
    writer.member("unscored", score.unscored).member("agent_words", score.agent_words).end_object();
    return;
  }
  const bool is_critical = std::ranges::find(score.is_critical, true) != score.is_critical.end();
  writer.key("total").tenths(score.total).key("final").tenths(score.final_score);
  writer.member("critical", is_critical ? "fail" : "pass");
  if (is_critical) {
    writer.key("critical_impacts").begin_array();
    for (std::size_t i = 0; i < score.is_critical.size(); ++i)
      if (score.is_critical[i]) writer.value(name(static_cast<Impact>(i)));
    writer.end_array();
  }
  writer.member("band", score.band).member("pass", score.is_pass);
  writer.member("agent_words", score.agent_words);
  writer.key("sections").begin_object();
  for (const SectionScore& section : score.sections) write_section(section, writer);
  writer.end_object().end_object();
}

void write_finding(const Finding& finding, bool show_pii, json::Writer& writer) {
  const Rule& rule = *finding.rule;
  writer.begin_object().member("rule", rule.name).member("type", name(finding.type));
  writer.member("severity", name(finding.severity)).member("impact", name(rule.impact));
  writer.member("owner", name(rule.owner));
  if (finding.turn) {
    writer.member("role", name(finding.role)).member("turn", *finding.turn);
    writer.key("start").seconds(finding.start);
    writer.member("line", finding.at.line).member("column", finding.at.column);
    writer.member("length", finding.length).member("text", shown_words(finding, show_pii).text);
  } else {
    // An omission has no place; the keys stay, so that every finding has the same.
    for (const char* key : {"role", "turn", "start", "line", "column", "length", "text"})
      writer.key(key).null();
  }
  writer.member("message", rule.message).member("points", finding.points);
  if (finding.softened > 0) writer.member("softened", finding.softened);
  if (finding.is_trial) writer.member("trial", true);
  if (finding.is_known) writer.member("known", true);
  if (finding.suppressed) {
    const Suppressed& suppressed = *finding.suppressed;
    writer.key("suppressed").begin_object().member("by", suppressed_by_names[static_cast<std::size_t>(suppressed.by)]);
    write_known("who", suppressed.who, writer);
    writer.member("why", suppressed.why).end_object();
  }
  if (!finding.detail.empty()) writer.member("detail", finding.detail);
  if (!finding.cues.empty()) {
    writer.key("cues").begin_array();
    for (const FindingCue& cue : finding.cues)
      writer.begin_object().member("name", cue.name).member("weight", cue.weight).end_object();
    writer.end_array();
  }
  writer.key("say_instead").begin_array();
  for (const std::string& text : rule.say_instead) writer.value(text);
  writer.end_array().member("fingerprint", finding.fingerprint).end_object();
}

void write_roles(const RolesNote& roles, bool show_pii, json::Writer& writer) {
  if (!roles.is_guessed && !roles.is_unknown) return;
  writer.key("roles").begin_object().member("guessed", roles.is_guessed);
  writer.member("unknown", roles.is_unknown).member("reason", shown(roles.reason, show_pii)).end_object();
}

}  // namespace

void write_verdict(const Verdict& verdict, const OutputOptions& options, json::Writer& writer) {
  writer.begin_object().member("path", verdict.path).member("id", verdict.id);
  writer.member("channel", verdict.channel).member("agent", verdict.agent);
  write_known("team", verdict.team, writer);
  write_known("customer", shown(verdict.customer, options.show_pii), writer);
  write_known("case", verdict.case_id, writer);
  write_known("language", verdict.language, writer);
  write_known("started", verdict.started, writer);
  writer.member("turns", verdict.turns).key("score");
  if (verdict.errors.empty()) {
    write_score(verdict.score, writer);
  } else {
    writer.begin_object().member("unscored", "could not be read").member("agent_words", 0).end_object();
  }
  if (verdict.undisputed) writer.key("undisputed").tenths(*verdict.undisputed);
  if (verdict.before) writer.key("before").tenths(*verdict.before);
  writer.key("findings").begin_array();
  for (const Finding& finding : verdict.findings) write_finding(finding, options.show_pii, writer);
  writer.end_array().key("errors").begin_array();
  for (const Error& error : verdict.errors) {
    writer.begin_object().member("line", error.place.line).member("column", error.place.column);
    writer.member("message", shown(error.what, options.show_pii));
    writer.member("hint", error.hint).end_object();
  }
  writer.end_array();
  write_roles(verdict.roles, options.show_pii, writer);
  writer.key("warnings").begin_array();
  for (const std::string& text : verdict.warnings) writer.value(shown(text, options.show_pii));
  writer.end_array().member("pack_hash", options.pack_hash).end_object();
}

void write_summary(const Summary& summary, const OutputOptions& options, json::Writer& writer) {
  writer.begin_object().member("files", summary.files);
  writer.member("conversations", summary.conversations).member("turns", summary.turns);
  writer.member("agent_words", summary.agent_words);
  writer.key("faults").begin_object();
  for (std::size_t i = summary.faults.size(); i-- > 0;)
    writer.member(name(static_cast<Severity>(i)), summary.faults[i]);
  writer.end_object().member("credits", summary.credits).member("notes", summary.notes);
  writer.member("trial", summary.trial);
  writer.key("known").value(std::accumulate(summary.known.begin(), summary.known.end(), uint64_t{0}));
  writer.key("suppressed").begin_object();
  for (std::size_t i = 0; i < summary.suppressed.size(); ++i) writer.member(suppressed_by_names[i], summary.suppressed[i]);
  writer.end_object();
  writer.member("scored", summary.scored).member("passed", summary.passed).key("mean_final");
  if (summary.scored > 0)
    writer.tenths({summary.score_sum.micro / static_cast<int64_t>(summary.scored)});
  else
    writer.null();
  writer.key("lowest_final");
  if (summary.lowest_score)
    writer.tenths(*summary.lowest_score);
  else
    writer.null();
  writer.key("unscored").begin_object();
  for (const auto& [reason, count] : summary.unscored) writer.member(reason, count);
  writer.end_object().member("errors", summary.errors).member("warnings", summary.warnings);
  writer.member("guessed_roles", summary.guessed_roles).member("unknown_roles", summary.unknown_roles);

  using Entry = std::pair<const Rule*, RuleTotal>;
  std::vector<Entry> rules(summary.rules.begin(), summary.rules.end());
  std::ranges::sort(rules, {}, [](const Entry& entry) -> const std::string& { return entry.first->name; });
  writer.key("rules").begin_array();
  for (const auto& [rule, total] : rules) {
    writer.begin_object().member("rule", rule->name).member("type", name(rule->type));
    writer.member("findings", total.findings).member("conversations", total.conversations);
    writer.member("points", total.points).end_object();
  }
  writer.end_array().key("repeated_lines").begin_array();
  for (const RepeatedLine& repeated : summary.repeated_lines)
    writer.begin_object().member("rule", repeated.rule->name).member("line", repeated.line)
        .member("agents", repeated.agents).member("times", repeated.times).end_object();
  writer.end_array().member("forgotten_lines", summary.forgotten_lines);
  if (summary.compared) {
    writer.key("compared");
    write_comparison(*summary.compared, options.show_pii, writer);
  }
  if (options.with_statistics) {
    writer.key("statistics");
    write_statistics(summary, writer);
  }
  writer.end_object();
}

}  // namespace decant
