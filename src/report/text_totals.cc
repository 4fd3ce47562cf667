#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "report/figures.h"
#include "report/text_parts.h"
#include "report/text_table.h"
#include "text/width.h"

#include <fmt/format.h>

namespace decant {
namespace {

void write_line(std::string_view label, const Passage& passage, const Sheet& sheet, std::string& out) {
  write_gutter(label, Ink::faint, sheet, out);
  passage.print_wrapped(sheet, gutter, gutter, out);
}

uint64_t fault_count(const Summary& summary) {
  uint64_t sum = 0;
  for (uint64_t count : summary.faults) sum += count;
  return sum;
}

Points credit_points(const Summary& summary) {
  Points sum;
  for (const auto& [rule, total] : summary.rules)
    if (rule->type == FindingType::credit) sum += total.points;
  return sum;
}

Passage found(const Summary& summary) {
  Passage out;
  const auto add = [&out](const std::string& text, Ink ink) {
    if (!out.empty()) out.add(", ");
    out.add(text, ink);
  };
  const auto& faults = summary.faults;
  const auto of = [&faults](Severity severity) { return faults[static_cast<std::size_t>(severity)]; };
  if (of(Severity::critical)) add(with_commas(of(Severity::critical)) + " critical", Ink::critical);
  if (of(Severity::error)) add(counted(of(Severity::error), "error"), Ink::error);
  if (of(Severity::warning)) add(counted(of(Severity::warning), "warning"), Ink::warning);
  if (of(Severity::advice)) add(with_commas(of(Severity::advice)) + " advice", Ink::advice);
  if (summary.credits)
    add(fmt::format("{} (+{})", counted(summary.credits, "credit"), to_string(credit_points(summary))), Ink::good);
  if (summary.notes) add(counted(summary.notes, "note"), Ink::note);
  return out;
}

// Faults per 100 agent words, in tenths rounded half up: long and short conversations can be compared.
std::string density(const Summary& summary) {
  const uint64_t tenths = (fault_count(summary) * 2000 + summary.agent_words) / (2 * summary.agent_words);
  return fmt::format("{}.{} faults per 100 agent words", tenths / 10, tenths % 10);
}

std::vector<TableRow> worst_rules(const Summary& summary, std::size_t most, std::size_t& left_out) {
  using Entry = std::pair<const Rule*, RuleTotal>;
  std::vector<Entry> rules;
  for (const Entry entry : summary.rules)
    if (entry.first->type == FindingType::fault && !entry.first->is_trial) rules.push_back(entry);
  std::ranges::sort(rules, [](const Entry& a, const Entry& b) {
    if (a.second.points != b.second.points) return a.second.points > b.second.points;
    if (a.second.findings != b.second.findings) return a.second.findings > b.second.findings;
    return a.first->name < b.first->name;
  });
  left_out = rules.size() > most ? rules.size() - most : 0;
  rules.resize(rules.size() - left_out);
  std::vector<TableRow> rows;
  for (const auto& [rule, total] : rules)
    rows.push_back({rule->name, signed_points(FindingType::fault, total.points), with_commas(total.findings),
                    with_commas(total.conversations)});
  return rows;
}

void write_worst_rules(const Summary& summary, const Sheet& sheet, std::string& out) {
  constexpr int wide = 80;
  constexpr std::size_t most = 10;
  std::size_t left_out = 0;
  std::vector<TableRow> rows = worst_rules(summary, most, left_out);
  if (rows.empty()) return;
  rows.insert(rows.begin(), sheet.columns >= wide ? TableRow{"worst rules", "points", "findings", "conversations"}
                                                  : TableRow{"worst rules", "points", "found", "convs"});
  out += '\n';
  write_table(rows, sheet, out);
  if (left_out > 0) {
    out += "  ";
    Passage(fmt::format("and {} more", with_commas(left_out)), Ink::faint).print(sheet, out);
    out += '\n';
  }
  out += '\n';
}

// Reasons that differ only in the number they begin with, as one: "3 to 17 agent words, …".
struct Reason {
  uint64_t least = 0, most = 0;
  std::string rest;
  uint64_t count = 0;
  std::string text() const {
    if (rest.empty() || rest[0] != ' ') return rest;
    return least == most ? std::to_string(least) + rest : fmt::format("{} to {}{}", least, most, rest);
  }
};

std::vector<Reason> unscored_reasons(const Summary& summary) {
  std::map<std::string, Reason> reasons;
  for (const auto& [text, count] : summary.unscored) {
    std::size_t digits = 0;
    while (digits < text.size() && digits < 18 && text[digits] >= '0' && text[digits] <= '9') ++digits;
    if (digits == text.size() || text[digits] != ' ') digits = 0;
    const uint64_t number = digits ? std::stoull(text.substr(0, digits)) : 0;
    const std::string rest = text.substr(digits);
    const auto [found, is_new] = reasons.try_emplace(rest, Reason{number, number, rest, 0});
    Reason& reason = found->second;
    reason.least = std::min(reason.least, number);
    reason.most = std::max(reason.most, number);
    reason.count += count;
  }
  std::vector<Reason> out;
  for (auto& [rest, reason] : reasons) out.push_back(std::move(reason));
  std::ranges::stable_sort(out, std::greater{}, &Reason::count);
  return out;
}

void write_scores(const Summary& summary, const Sheet& sheet, std::string& out) {
  if (summary.scored > 0) {
    Passage line("mean ");
    line.add(to_tenths({summary.score_sum.micro / static_cast<int64_t>(summary.scored)}), Ink::strong);
    line.add(fmt::format(" of 100 over {}: ", counted(summary.scored, "conversation")));
    line.add(with_commas(summary.passed) + " pass", Ink::good).add(", ");
    const uint64_t failed = summary.scored - summary.passed;
    line.add(with_commas(failed) + " fail", failed > 0 ? Ink::error : Ink::plain);
    write_line("scores", line, sheet, out);
  }
  for (const Reason& reason : unscored_reasons(summary))
    write_line("unscored", Passage(with_commas(reason.count) + ": " + reason.text()), sheet, out);
}

// Conversations whose files do not say who is the agent.
Passage roles_of(const Summary& summary) {
  std::string text;
  if (summary.guessed_roles > 0) text = "guessed in " + counted(summary.guessed_roles, "conversation");
  if (summary.unknown_roles > 0)
    text += (text.empty() ? "unknown in " : ", unknown in ") + counted(summary.unknown_roles, "conversation");
  return Passage(text);
}

// What was found but fails nothing.
void write_set_aside(const Summary& summary, const Sheet& sheet, std::string& out) {
  if (summary.trial > 0) write_line("on trial", Passage(counted(summary.trial, "finding")), sheet, out);
  uint64_t known = 0;
  for (uint64_t count : summary.known) known += count;
  if (known > 0) write_line("known", Passage(with_commas(known) + " of these were there before"), sheet, out);
  std::string by;
  constexpr std::array<std::string_view, suppressed_by_count> words = {"by comments", "by the configuration", "disputed"};
  for (std::size_t i = 0; i < words.size(); ++i)
    if (summary.suppressed[i]) by += fmt::format("{}{} {}", by.empty() ? "" : ", ", with_commas(summary.suppressed[i]), words[i]);
  if (!by.empty()) write_line("set aside", Passage(by), sheet, out);
}

}  // namespace

void write_totals(const Summary& summary, const Sheet& sheet, std::string& out) {
  const std::string amount =
      counted(summary.conversations, "conversation") + " · " + counted(summary.files, "file");
  const std::string size = counted(summary.turns, "turn") + " · " + counted(summary.agent_words, "agent word");
  const bool has_found = !summary.rules.empty();
  const bool is_plain = !has_found && summary.repeated_lines.empty() && summary.errors == 0 && summary.unscored.empty() && summary.warnings == 0 && summary.suppressed_in_all() == 0 &&
                        summary.passed == summary.scored;
  if (is_plain) {
    const std::string text = summary.conversations == 0 ? "No conversations to read" : "Nothing found";
    Passage(fmt::format("{}: {} · {}", text, amount, size)).print_wrapped(sheet, 0, 2, out);
    return;
  }
  write_heading(Passage(amount, Ink::strong), Passage(size), Passage(), sheet, out);
  write_line("found", has_found ? found(summary) : Passage("nothing"), sheet, out);
  if (fault_count(summary) > 0 && summary.agent_words > 0) write_line("", Passage(density(summary)), sheet, out);
  write_set_aside(summary, sheet, out);
  write_worst_rules(summary, sheet, out);
  for (const RepeatedLine& repeated : summary.repeated_lines)
    write_line("canned", Passage(fmt::format("“{}” said {} by {} ({})", repeated.line, counted(repeated.times, "time"),
                                             counted(repeated.agents, "agent"), repeated.rule->name)), sheet, out);
  if (summary.forgotten_lines > 0)
    write_line("", Passage(counted(summary.forgotten_lines, "line") + " forgotten for want of room"), sheet, out);
  write_scores(summary, sheet, out);
  if (summary.guessed_roles + summary.unknown_roles > 0)
    write_line("roles", roles_of(summary), sheet, out);
  if (summary.errors > 0)
    write_line("not read", Passage(summary.errors == 1 ? "1 conversation or file" : with_commas(summary.errors) + " conversations or files", Ink::error), sheet, out);
  if (summary.warnings > 0)
    write_line("input", Passage(counted(summary.warnings, "thing") + " guessed or repaired"), sheet, out);
}

}  // namespace decant
