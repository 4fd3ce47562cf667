// An evaluation for people: the figures with the intervals they are known to, then every disagreement, to be read.
#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/evaluations.h"
#include "report/terminal.h"
#include "text/width.h"

namespace decant {
namespace {

constexpr int indent = 2;

// "0.92 (0.88–0.95)", or dashes.
std::string share(const Share& of) {
  if (!of.value()) return fmt::format("{:<18}", "  –");
  return fmt::format("{:.2f} ({:.2f}–{:.2f})", *of.value(), of.low(), of.high()) + "  ";
}

std::string number(std::optional<double> value) { return value ? fmt::format("{:.2f}", *value) : "   –"; }

class EvaluationText {
 public:
  EvaluationText(const Evaluation& evaluation, const Sheet& sheet) : evaluation_(evaluation), sheet_(sheet) {}

  std::string write() {
    line(fmt::format("{} graded {}", evaluation_.graded, evaluation_.graded == 1 ? "place" : "places"), Ink::strong);
    int left_out = 0;
    for (const EvaluatedRow& row : evaluation_.totals) left_out += row.left_out;
    if (left_out) line(fmt::format("{} borderline {} left out", left_out, left_out == 1 ? "decision is" : "decisions are"));
    for (const auto* rows : {&evaluation_.totals, &evaluation_.packs, &evaluation_.keys, &evaluation_.rules})
      for (const EvaluatedRow& row : *rows) name_width_ = std::max(name_width_, display_width(row.name));
    name_width_ = std::min(name_width_, 44);
    table("in all", evaluation_.totals, true);
    table("packs", evaluation_.packs, true);
    table("labels", evaluation_.keys, true);
    table("rules", evaluation_.rules, false);
    kappas();
    disagreements(false, "false alarm", "false alarms");
    disagreements(true, "miss", "misses");
    return std::move(out_);
  }

 private:
  void line(std::string_view text, Ink ink = Ink::plain) {
    Passage(text, ink).print(sheet_, out_);
    out_ += '\n';
  }

  void table(std::string_view title, const std::vector<EvaluatedRow>& rows, bool has_recall) {
    const auto says_nothing = [](const EvaluatedRow& row) {
      return row.agreement.true_positives + row.agreement.false_positives + row.agreement.misses == 0;
    };
    if (std::ranges::all_of(rows, says_nothing)) return;
    out_ += '\n';
    Passage head(fmt::format("{:<{}}", title, name_width_ + indent), Ink::strong);
    head.add(fmt::format("  {:>5} {:>5} {:>6}  ", "right", "false", has_recall ? "missed" : ""), Ink::faint);
    head.add(has_recall ? fmt::format("{:<18}{:<18}  F1", "precision", "recall") : "precision", Ink::faint);
    head.print(sheet_, out_);
    out_ += '\n';
    for (const EvaluatedRow& row : rows) {
      if (says_nothing(row)) continue;
      const Agreement& of = row.agreement;
      std::string name = row.name;
      if (row.type == FindingType::credit && title != "in all") name += " +";
      out_.append(indent, ' ');
      append_harmless(name, out_);
      out_.append(static_cast<std::size_t>(std::max(0, name_width_ - display_width(name))), ' ');
      out_ += fmt::format("  {:>5} {:>5} {:>6}  {}", of.true_positives, of.false_positives, has_recall ? fmt::to_string(of.misses) : "",
                          share(of.precision()));
      if (has_recall) out_ += share(of.recall()) + number(of.f1());
      while (out_.ends_with(' ')) out_.pop_back();
      out_ += '\n';
    }
  }

  void kappas() {
    if (evaluation_.kappas.empty()) return;
    out_ += '\n';
    line("Cohen's kappa", Ink::strong);
    const auto name = [](const std::string& grader) { return grader.empty() ? std::string("the grader") : grader; };
    for (const KappaRow& row : evaluation_.kappas)
      Passage(fmt::format("{} and {}: {} over {} decision{}", name(row.first), name(row.second), number(row.kappa), row.decisions,
                          row.decisions == 1 ? "" : "s"))
          .print_wrapped(sheet_, 0, indent, out_);
  }

  void disagreements(bool are_misses, std::string_view one_of_them, std::string_view many) {
    const auto count = std::ranges::count(evaluation_.disagreements, are_misses, &Disagreement::is_miss);
    if (!count) return;
    out_ += '\n';
    line(fmt::format("{} {}", count, count == 1 ? one_of_them : many), Ink::strong);
    for (const Disagreement& one : evaluation_.disagreements) {
      if (one.is_miss != are_misses) continue;
      out_ += '\n';
      out_.append(indent, ' ');
      Passage head(are_misses ? fmt::format("{} ({})", one.name, fmt::join(one.keys, ", ")) : fmt::format("{}", fmt::join(one.rules, ", ")),
                   one.type == FindingType::credit ? Ink::good : Ink::warning);
      head.add(fmt::format(" · {} · {}", one.conversation, one.turn ? fmt::format("turn {}", *one.turn + 1) : "the conversation"));
      head.print_wrapped(sheet_, indent, 2 * indent, out_);
      if (!one.text.empty()) {
        out_.append(2 * indent, ' ');
        Passage("“" + one.text + "”").print_wrapped(sheet_, 2 * indent, 2 * indent + 1, out_);
      }
      out_.append(2 * indent, ' ');
      append_harmless(one.path, out_);
      if (!are_misses && !one.rules.empty() && !one.text.empty()) out_ += fmt::format(":{}:{}", one.at.line, one.at.column);
      out_ += fmt::format(" · {}:{}\n", one.label.path, one.label.line);
    }
  }

  const Evaluation& evaluation_;
  const Sheet& sheet_;
  std::string out_;
  int name_width_ = 0;
};

}  // namespace

std::string evaluation_text(const Evaluation& evaluation, const Sheet& sheet) { return EvaluationText(evaluation, sheet).write(); }

}  // namespace decant
