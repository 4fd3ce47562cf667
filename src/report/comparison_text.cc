#include "report/comparison_text.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "report/figures.h"
#include "report/masked.h"
#include "report/text_parts.h"
#include "report/text_table.h"

namespace decant {
namespace {

constexpr std::size_t most_samples = 3;  // of what is gone, for each rule

std::string mean(Points sum, uint64_t count) { return to_tenths({sum.micro / static_cast<int64_t>(count)}); }

void write_rules(const Compared& compared, const Sheet& sheet, std::string& out) {
  std::vector<TableRow> rows{{"rule", "before", "after", "added", "gone"}};
  for (const auto& [rule, change] : compared.rules)
    if (change.added || change.gone)
      rows.push_back({rule, with_commas(change.before), with_commas(change.after), with_commas(change.added), with_commas(change.gone)});
  if (rows.size() == 1) return;
  out += '\n';
  write_table(rows, sheet, out);
}

void write_gone(const Compared& compared, bool show_pii, const Sheet& sheet, std::string& out) {
  std::map<std::string, std::size_t> told;
  bool is_first = true;
  for (const GoneFinding& finding : compared.gone) {
    if (++told[finding.rule] > most_samples) continue;
    if (is_first) out += '\n';
    is_first = false;
    write_gutter("gone", Ink::good, sheet, out);
    Passage text(finding.rule);
    if (!finding.text.empty()) text.add(" “").add(shown(finding.text, show_pii)).add("”");
    text.add(" ").add(finding.path, Ink::faint);
    if (finding.line) text.add(fmt::format(":{}", finding.line), Ink::faint);
    text.print_wrapped(sheet, gutter, gutter, out);
  }
  for (const auto& [rule, count] : told) {
    if (count <= most_samples) continue;
    write_gutter("", Ink::plain, sheet, out);
    Passage(fmt::format("and {} more of {}", with_commas(count - most_samples), rule), Ink::faint).print_wrapped(sheet, gutter, gutter, out);
  }
}

}  // namespace

void write_comparison(const Compared& compared, bool show_pii, const Sheet& sheet, std::string& out) {
  out += '\n';
  write_gutter("change", Ink::faint, sheet, out);
  Passage line(with_commas(compared.added) + " added", compared.added ? Ink::error : Ink::plain);
  line.add(fmt::format(", {} kept, ", with_commas(compared.kept))).add(with_commas(compared.gone.size()) + " gone", Ink::good);
  line.print_wrapped(sheet, gutter, gutter, out);
  if (compared.scored_in_both) {
    write_gutter("", Ink::plain, sheet, out);
    Passage(fmt::format("mean score {} before, {} after, over {} in both", mean(compared.before_sum, compared.scored_in_both),
                        mean(compared.after_sum, compared.scored_in_both), counted(compared.scored_in_both, "conversation")))
        .print_wrapped(sheet, gutter, gutter, out);
  }
  write_rules(compared, sheet, out);
  write_gone(compared, show_pii, sheet, out);
}

void write_comparison(const Compared& compared, bool show_pii, json::Writer& writer) {
  writer.begin_object().member("added", compared.added).member("kept", compared.kept);
  writer.member("scored_in_both", compared.scored_in_both);
  for (const auto& [key, sum] : {std::pair("mean_before", compared.before_sum), std::pair("mean_after", compared.after_sum)}) {
    writer.key(key);
    if (compared.scored_in_both) writer.tenths({sum.micro / static_cast<int64_t>(compared.scored_in_both)});
    else writer.null();
  }
  writer.key("rules").begin_array();
  for (const auto& [rule, change] : compared.rules)
    writer.begin_object().member("rule", rule).member("before", change.before).member("after", change.after).member("added", change.added)
        .member("gone", change.gone).end_object();
  writer.end_array().key("gone").begin_array();
  for (const GoneFinding& finding : compared.gone)
    writer.begin_object().member("rule", finding.rule).member("type", name(finding.type)).member("severity", name(finding.severity))
        .member("path", finding.path).member("line", finding.line).member("text", shown(finding.text, show_pii)).end_object();
  writer.end_array().end_object();
}

}  // namespace decant
