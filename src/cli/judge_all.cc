// paths → walk → read → parse → normalise → match → judge → score → report → exit status. The steps from read to score run in
// lint/batch, per conversation; here they are put together.
#include <cstdio>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/judging.h"
#include "cli/printing.h"
#include "cli/progress.h"
#include "cli/reports.h"
#include "report/timings_text.h"

namespace decant {

int judge_all(const LintOptions& options, const Prepared& with, Comparison* comparison) {
  OutputOptions common = output_options(options, with.rules);
  common.has_baseline |= comparison != nullptr;
  auto reports = Reports::open(options.report, options.gate, common);
  if (!reports) return fail(reports.errors());
  (*reports)->mark_with([known = with.baseline.get(), comparison](Verdict& verdict) {
    if (known) known->mark(verdict);
    if (comparison) comparison->mark(verdict);
  });

  std::vector<RuleTime> times(options.report.with_timings ? with.rules.book->rules.size() : 0);
  Progress progress(options.paths, {options.include, options.exclude});
  BatchOptions batch = batch_options(options, with);
  batch.times = times;
  batch.files_done = progress.files_done();
  Walk walk(options.paths, {options.include, options.exclude});
  (*reports)->begin();
  BatchEnd end = lint_batch(walk, *with.rules.book, with.rules.card, batch, **reports);
  progress.finish();
  if (comparison) end.summary.compared = comparison->result();
  (*reports)->end(end.summary, !end.was_stopped || was_interrupted());
  if (const Errors errors = (*reports)->finish(); !errors.empty()) return fail(errors);

  if (!end.was_stopped) tell_unused(*with.suppressions, with.baseline.get(), options.gate.baseline);
  if (options.report.with_timings) std::fputs(timings_text(*with.rules.book, times).c_str(), stderr);
  if (was_interrupted()) {
    fmt::print(stderr, "decant: interrupted; what was judged until then is printed\n");
    return status_incomplete;
  }
  return end.summary.errors ? status_incomplete : status_of(options.gate, end.summary);
}

}  // namespace decant
