#include "report/statistics.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "lint/average.h"
#include "report/figures.h"
#include "report/text_table.h"

namespace decant {
namespace {

constexpr double tenth = 10;  // scores are summed in tenths

std::optional<Average> average_score(const GroupTotal& total) {
  if (total.scored == 0) return std::nullopt;
  return average_of(total.scored, static_cast<double>(total.score_sum) / tenth, static_cast<double>(total.score_squares) / (tenth * tenth));
}

// "82.4", in all sorts of rounding the same.
std::string tenths(double value) { return fmt::format("{:.1f}", std::floor(value * 10 + 0.5) / 10); }

std::string text_of(const std::optional<Average>& average) { return average ? tenths(average->mean) : "–"; }
std::string margin_of(const std::optional<Average>& average) { return average && average->margin ? "± " + tenths(*average->margin) : "–"; }

// Findings per 100 agent words, to hundredths: rules are rarer than faults as a whole.
std::string density(uint64_t findings, uint64_t words) {
  if (words == 0) return "–";
  const uint64_t hundredths = (findings * 20'000 + words) / (2 * words);
  return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

// The average of the averages, each group counting once.
std::optional<Average> average_over(const std::map<std::string, GroupTotal>& groups) {
  std::vector<double> means;
  for (const auto& [name, total] : groups)
    if (const auto average = average_score(total); average && !name.empty()) means.push_back(average->mean);
  if (means.empty()) return std::nullopt;
  return average_of(means);
}

void write_rules(const Summary& summary, const Sheet& sheet, std::string& out) {
  using Entry = std::pair<const Rule*, RuleTotal>;
  std::vector<Entry> rules(summary.rules.begin(), summary.rules.end());
  std::ranges::sort(rules, [](const Entry& a, const Entry& b) {
    if (a.second.findings != b.second.findings) return a.second.findings > b.second.findings;
    return a.first->name < b.first->name;
  });
  std::vector<TableRow> rows{{"rule", "findings", "convs", "per 100 words", "points"}};
  for (const auto& [rule, total] : rules)
    rows.push_back({rule->name + (rule->is_trial ? " (on trial)" : ""), with_commas(total.findings), with_commas(total.conversations),
                    density(total.findings, summary.agent_words), rule->type == FindingType::note ? "" : signed_points(rule->type, total.points)});
  write_table(rows, sheet, out);
}

void write_group(std::string_view name, const std::map<std::string, GroupTotal>& groups, const Sheet& sheet, std::string& out) {
  std::vector<TableRow> rows{{std::string(name), "convs", "faults", "per 100 words", "points", "score", "95 %", "n"}};
  for (const auto& [group, total] : groups) {
    const auto average = average_score(total);
    rows.push_back({group.empty() ? "(unknown)" : group, with_commas(total.conversations), with_commas(total.findings),
                    density(total.findings, total.agent_words), signed_points(FindingType::fault, total.points), text_of(average), margin_of(average),
                    with_commas(total.scored)});
  }
  out += '\n';
  write_table(rows, sheet, out);
  const auto over = average_over(groups);
  if (!over || over->count < 2) return;
  out += "  ";
  Passage(fmt::format("mean over {} {}s: {} {}", with_commas(over->count), name, tenths(over->mean), margin_of(over)), Ink::faint).print(sheet, out);
  out += '\n';
}

void write_average(const std::optional<Average>& average, json::Writer& writer) {
  writer.key("mean_final");
  if (average) writer.raw(tenths(average->mean));
  else writer.null();
  writer.key("margin");
  if (average && average->margin) writer.raw(tenths(*average->margin));
  else writer.null();
}

}  // namespace

void write_statistics(const Summary& summary, const Sheet& sheet, std::string& out) {
  if (summary.conversations == 0) return;
  out += '\n';
  write_rules(summary, sheet, out);
  for (std::size_t i = 0; i < group_names.size(); ++i) write_group(group_names[i], summary.groups[i], sheet, out);
}

void write_statistics(const Summary& summary, json::Writer& writer) {
  writer.begin_object();
  for (std::size_t i = 0; i < group_names.size(); ++i) {
    writer.key(fmt::format("{}s", group_names[i])).begin_array();
    for (const auto& [name, total] : summary.groups[i]) {
      writer.begin_object().member("name", name).member("conversations", total.conversations).member("agent_words", total.agent_words);
      writer.member("faults", total.findings).member("points", total.points).member("scored", total.scored);
      write_average(average_score(total), writer);
      writer.end_object();
    }
    writer.end_array();
  }
  writer.end_object();
}

}  // namespace decant
