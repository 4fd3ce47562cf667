// The command line → plain values. CLI11's only door. Every option stands in one table per command, from which --help and the
// manual are made.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/points.h"
#include "rule/rule.h"

namespace decant {

enum class When { automatic, always, never };

struct LintOptions {
  std::vector<std::string> paths;
  std::vector<std::string> include, exclude;
  std::string input_format;          // empty: by content
  std::vector<std::string> rules;    // pack files and folders
  std::string scorecard;             // empty: the built-in one
  std::string format = "text";
  std::string output;                // empty: standard output
  std::optional<Severity> fail_on = Severity::warning;  // none: never
  std::optional<Points> min_score;
  int jobs = 0;                      // 0: as many as are good for this machine
  bool show_pii = false;
  bool is_isolated = false;
  When colour = When::automatic;
  std::string engine;                // "naive": the oracle, for tests
};

struct FormatsOptions {};

// What is asked for that needs no command: print `text` (help, version, or what is wrong) and end with `status`.
struct EarlyEnd {
  int status = 0;
  std::string text;
};

using Options = std::variant<LintOptions, FormatsOptions, EarlyEnd>;

Options read_options(int argc, const char* const* argv);

}  // namespace decant
