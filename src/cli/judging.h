// What the commands that judge many conversations have in common: the rules that are wanted, what is to be left alone, and what
// a run that is over comes to.
#pragma once

#include <memory>

#include "base/result.h"
#include "cli/load_reading.h"
#include "cli/load_rules.h"
#include "cli/options.h"
#include "lint/batch.h"
#include "lint/comparison.h"
#include "lint/suppressions.h"
#include "report/baseline.h"

namespace decant {

// The first SIGINT ends a run with what was done, a second one ends decant at once. A closed pipe is no signal.
void heed_interrupts();
bool was_interrupted();

// The packs and the scorecard, with those rules switched off that were not selected.
Result<RulesInForce> rules_for(const LintOptions& options);

// What is asked for by table and configuration; comments in files are found when they are read.
Result<std::unique_ptr<Suppressions>> suppressions_for(const LintOptions& options);

// Null if there is none.
Result<std::unique_ptr<Baseline>> baseline_for(const GateOptions& gate);

// What is judged with, checked whole before anything is judged.
struct Prepared {
  RulesInForce rules;
  std::unique_ptr<Suppressions> suppressions;
  std::unique_ptr<Baseline> baseline;
  LoadedReading reading;
};
Result<Prepared> prepare(const LintOptions& options);

// Tells the errors of what was to be judged with, and returns the status for them.
int refuse(const Errors& errors);

// Judges all that `options` name, writes the reports and returns the exit status. `comparison`: what it is compared with; may
// be null.
int judge_all(const LintOptions& options, const Prepared& with, Comparison* comparison);

OutputOptions output_options(const LintOptions& options, const RulesInForce& rules);
BatchOptions batch_options(const LintOptions& options, const Prepared& with);

// Tells on standard error what of the suppressions and the baseline matched nothing.
void tell_unused(const Suppressions& suppressions, const Baseline* baseline, const std::string& baseline_path);

// The exit status of a run by what was found; reading errors outweigh it.
int status_of(const GateOptions& gate, const Summary& summary);

}  // namespace decant
