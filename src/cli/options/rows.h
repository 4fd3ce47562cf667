// The commands' options, one file a command, and what they share. Every option stands once: --help and the manual are made
// from it.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/options.h"

namespace decant {

struct CommandRow {
  std::string_view name;
  std::string_view summary;  // one line, for --help and the manual
  // Adds the command's options; what it returns gives their values, once the line was parsed.
  std::function<Options()> (*add)(CLI::App& app);
};

CommandRow lint_row();
CommandRow diff_row();
CommandRow test_row();
CommandRow explain_row();
CommandRow rules_row();
CommandRow formats_row();
CommandRow convert_row();
CommandRow eval_row();
CommandRow schema_row();
CommandRow config_row();
CommandRow completions_row();

// All of them, in the order in which --help lists them.
std::span<const CommandRow> command_rows();

// A mistake on the command line, and what to do.
EarlyEnd wrong(std::string what, std::string hint);

// ---- values that several commands take ---------------------------------------------------------

// A value from a closed set; CLI11 prints what this returns, empty is good. Completions find the set in the validator's name.
CLI::Validator one_of(std::vector<std::string> allowed);

void add_rules(CLI::App& app, std::vector<std::string>& rules);
void add_input(CLI::App& app, InputOptions& input);
void add_globs(CLI::App& app, std::vector<std::string>& include, std::vector<std::string>& exclude);
void add_show_pii(CLI::App& app, bool& show_pii);
void add_colour(CLI::App& app, When& colour);

// ---- groups of options of the commands that judge conversations --------------------------------

// All but the paths; and what is left to be done when the line was parsed, or what is wrong with it.
void add_judging(CLI::App& app, LintOptions& options);
std::optional<EarlyEnd> finish_judging(const CLI::App& app, LintOptions& options);
void add_reports(CLI::App& app, ReportOptions& report);
void add_gates(CLI::App& app, GateOptions& gate);
void add_selection(CLI::App& app, SelectionOptions& selection);
void add_configuration(CLI::App& app, std::string& config, bool& is_isolated);

std::string names_of(const auto& rows) {
  std::vector<std::string_view> names;
  for (const auto& row : rows) names.push_back(row.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

std::vector<std::string> as_strings(const auto& rows) {
  std::vector<std::string> out;
  for (const auto& row : rows) out.push_back(std::string(row.name));
  return out;
}

}  // namespace decant
