// The command line → plain values. CLI11's only door, with options/, where each command's options stand in a file of its own,
// from which --help and the manual are made.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/points.h"
#include "rule/rule.h"
#include "transcript/known_roles.h"

namespace decant {

enum class When { automatic, always, never };

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
  std::vector<std::string> include, exclude;
  InputOptions input;
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

struct SchemaOptions {
  std::string of = "packs";  // or "scorecard"
};

// What is asked for that needs no command: print `text` (help, version, or what is wrong) and end with `status`.
struct EarlyEnd {
  int status = 0;
  std::string text;
};

using Options = std::variant<LintOptions, TestOptions, ExplainOptions, RulesOptions, FormatsOptions, ConvertOptions, SchemaOptions, EarlyEnd>;

Options read_options(int argc, const char* const* argv);

}  // namespace decant
