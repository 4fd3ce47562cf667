// The command line → plain values. CLI11's only door, with options/, where each command's options stand in a file of its own,
// from which --help and the manual are made.
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

struct TestOptions {
  std::vector<std::string> packs;  // files and folders; none: the compiled-in packs
  bool with_coverage = false;
  bool are_together = false;
  When colour = When::automatic;
};

struct ExplainOptions {
  std::string name;                 // of a rule or a pack; empty: a list of all
  std::vector<std::string> rules;   // pack files and folders
  std::optional<std::string> on;    // FILE[:TURN]
  std::optional<std::string> phrase;
  std::string input_format;         // empty: by content
  bool show_pii = false;
  When colour = When::automatic;
};

struct RulesOptions {
  std::vector<std::string> rules;  // pack files and folders
  std::string format = "text";
};

struct FormatsOptions {};

struct SchemaOptions {
  std::string of = "packs";  // or "scorecard"
};

// What is asked for that needs no command: print `text` (help, version, or what is wrong) and end with `status`.
struct EarlyEnd {
  int status = 0;
  std::string text;
};

using Options = std::variant<LintOptions, TestOptions, ExplainOptions, RulesOptions, FormatsOptions, SchemaOptions, EarlyEnd>;

Options read_options(int argc, const char* const* argv);

}  // namespace decant
