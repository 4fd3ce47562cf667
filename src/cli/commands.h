// The commands. Each returns the exit status: 0 nothing at or above the failing level, 1 something, 2 not all that was asked
// for could be done.
#pragma once

#include "cli/options.h"

namespace decant {

inline constexpr int status_clean = 0;
inline constexpr int status_findings = 1;
inline constexpr int status_incomplete = 2;

int run_command(int argc, const char* const* argv);

int lint_command(const LintOptions& options);
int diff_command(const DiffOptions& options);
int test_command(const TestOptions& options);
int explain_command(const ExplainOptions& options);
int rules_command(const RulesOptions& options);
int formats_command(const FormatsOptions& options);
int convert_command(const ConvertOptions& options);
int eval_command(const EvalOptions& options);
int schema_command(const SchemaOptions& options);
int config_command(const ConfigOptions& options);

}  // namespace decant
