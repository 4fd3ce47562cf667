// What is asked for beyond the findings themselves: where reports go, what fails a run, and which rules and findings count. Plain
// values; the commands that judge conversations share them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/points.h"
#include "cli/project_options.h"
#include "report/outputs.h"
#include "rule/rule.h"

namespace decant {

enum class When { automatic, always, never };

struct ReportTarget {
  std::string format;
  std::string path;  // empty: standard output
};

struct ReportOptions {
  std::vector<ReportTarget> targets;  // none: text
  std::string output;                 // where the one without a file goes; empty: standard output
  Extent extent = Extent::all;
  bool with_statistics = false;
  bool with_timings = false;
  bool show_pii = false;
  When colour = When::automatic;
};

// What is wrong with the reports taken together, such as two for one file; nullopt: nothing.
std::optional<Error> clash_of(const ReportOptions& report);

struct GateOptions {
  std::optional<Severity> fail_on = Severity::warning;  // none: never
  std::optional<Points> min_score;
  std::array<std::optional<uint64_t>, severity_count> most_findings;
  std::string baseline;
  std::string write_baseline;
};

struct SelectionOptions {
  std::vector<NamedRules> select, ignore;
  std::string overrides;                    // a table of disputed findings
  bool with_comments = true;                // obey decant:ignore in files
  std::string config;                       // empty: the closest one
  bool is_isolated = false;
};

}  // namespace decant
