// The command line → plain values. CLI11's only door, with options/, where each command's options stand in a file of its own,
// from which --help and the manual are made.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "cli/report_options.h"
#include "transcript/known_roles.h"

namespace decant {

// How files are to be read, and who speaks in them.
struct InputOptions {
  std::string format;   // empty: by content
  std::string mapping;  // a file; empty: none
  std::vector<std::string> agent_speakers;
  std::vector<ChannelRole> channel_map;
  std::string roster;   // a file; empty: none
};

struct LintOptions {
  std::vector<std::string> paths;
  ReportOptions report;
  GateOptions gate;
  SelectionOptions selection;
  ProjectOptions project;
  bool only_shows_files = false;     // and judges none
  std::vector<std::string> include, exclude;
  InputOptions input;
  std::vector<std::string> rules;    // pack files and folders
  std::string scorecard;             // empty: the built-in one
  int jobs = 0;                      // 0: as many as are good for this machine
  std::string engine;                // "naive": the oracle, for tests
  std::set<std::string> given;       // names of options that stood on the line: they outweigh the configuration
};

struct DiffOptions {
  LintOptions lint;  // its paths: before and after, or what to look at
  std::string git;   // a revision
  std::vector<std::string> rules_base, rules_head;  // pack files and folders, "built-in"
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
  InputOptions input;
  bool show_pii = false;
  When colour = When::automatic;
};

struct RulesOptions {
  std::vector<std::string> rules;  // pack files and folders
  std::string format = "text";
};

struct FormatsOptions {
  std::vector<std::string> paths;  // none: a list of the formats
  InputOptions input;
};

struct ConvertOptions {
  std::vector<std::string> paths;
  std::vector<std::string> include, exclude;
  InputOptions input;
  std::string to = "jsonl";
  std::string output;  // empty: standard output
  bool is_redacted = false;
};

struct ConfigOptions {
  std::string config;  // empty: the closest one
  bool is_isolated = false;
};

struct SchemaOptions {
  std::string of = "packs";  // or "scorecard", or "config"
};

// What is asked for that needs no command: print `text` (help, version, or what is wrong) and end with `status`.
struct EarlyEnd {
  int status = 0;
  std::string text;
};

struct EvalOptions {
  std::string labels;
  std::vector<std::string> paths;
  std::string map;                 // empty: the labels of the built-in packs
  std::vector<std::string> rules;  // pack files and folders
  InputOptions input;
  std::string format = "text";
  bool show_pii = false;
  When colour = When::automatic;
};

using Options = std::variant<LintOptions, DiffOptions, TestOptions, ExplainOptions, RulesOptions, FormatsOptions, ConvertOptions, EvalOptions,
                             SchemaOptions, ConfigOptions, EarlyEnd>;

Options read_options(int argc, const char* const* argv);

}  // namespace decant
