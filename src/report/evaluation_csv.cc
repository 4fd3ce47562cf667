// An evaluation for spreadsheets: a row for every total, pack, label and rule.
#include <fmt/format.h>

#include "report/csv_row.h"
#include "report/evaluations.h"

namespace decant {
namespace {

std::string number(std::optional<double> value) { return value ? fmt::format("{:.4f}", *value) : std::string(); }

void write_share(const Share& share, CsvRow& row) {
  row.plain(number(share.value()));
  row.plain(share.value() ? number(share.low()) : "").plain(share.value() ? number(share.high()) : "");
}

void write_rows(std::string_view what, const std::vector<EvaluatedRow>& rows, bool has_recall, std::string& out) {
  for (const EvaluatedRow& one : rows) {
    const Agreement& of = one.agreement;
    CsvRow row(out);
    row.plain(what).text(one.name).plain(name(one.type)).plain(fmt::to_string(of.true_positives)).plain(fmt::to_string(of.false_positives));
    row.plain(has_recall ? fmt::to_string(of.misses) : "").plain(fmt::to_string(one.left_out));
    write_share(of.precision(), row);
    write_share(has_recall ? of.recall() : Share{}, row);
    row.plain(has_recall ? number(of.f1()) : "").plain(has_recall ? number(of.kappa()) : "").finish();
  }
}

}  // namespace

std::string evaluation_csv(const Evaluation& evaluation, const Sheet&) {
  std::string out =
      "what,name,type,true_positives,false_positives,misses,left_out,precision,precision_low,precision_high,recall,recall_low,recall_high,f1,"
      "kappa\n";
  write_rows("total", evaluation.totals, true, out);
  write_rows("pack", evaluation.packs, true, out);
  write_rows("label", evaluation.keys, true, out);
  write_rows("rule", evaluation.rules, false, out);
  return out;
}

}  // namespace decant
