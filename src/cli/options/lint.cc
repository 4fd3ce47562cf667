#include "cli/options/rows.h"

namespace decant {

void add_judging(CLI::App& app, LintOptions& options) {
  add_rules(app, options.rules);
  app.add_option("--scorecard", options.scorecard, "A scorecard instead of the built-in one")->type_name("FILE");
  add_reports(app, options.report);
  add_gates(app, options.gate);
  add_selection(app, options.selection);
  add_globs(app, options.include, options.exclude);
  add_input(app, options.input);
  app.add_option("--jobs", options.jobs, "Workers; the output does not depend on it (default: by the machine)")
      ->type_name("N")->check(CLI::Range(1, 1024).description(""));
}

std::optional<EarlyEnd> finish_judging(const CLI::App& app, LintOptions& options) {
  if (const auto clash = clash_of(options.report)) return wrong(clash->what, clash->hint);
  for (const CLI::Option* option : app.get_options())
    if (option->count() > 0) options.given.insert("--" + option->get_single_name());
  return std::nullopt;
}

namespace {

std::function<Options()> add(CLI::App& app) {
  auto options = std::make_shared<LintOptions>();
  app.add_option("PATH", options->paths, "Files and folders of transcripts; - is standard input")->required()->type_name("");
  add_judging(app, *options);
  app.add_flag("--show-files", options->only_shows_files, "List the files that would be read, and read none");
  app.add_option("--engine", options->engine, "")->check(one_of({"fast", "naive"}))->group("");
  return [options, &app]() -> Options {
    if (auto end = finish_judging(app, *options)) return *end;
    return *options;
  };
}

}  // namespace

CommandRow lint_row() { return {"lint", "Findings and scores for conversations; the default job", add}; }

}  // namespace decant
