#include "cli/options/rows.h"
#include "report/outputs.h"

namespace decant {
namespace {

struct Words {
  LintOptions options;
  std::string fail_on = "warning";
  std::string min_score;
};

Options values(const Words& words) {
  LintOptions options = words.options;
  options.fail_on = severity_named(words.fail_on);  // "never" is none of them
  if (!words.min_score.empty()) options.min_score = points_from(words.min_score);
  return options;
}

std::function<Options()> add(CLI::App& app) {
  auto words = std::make_shared<Words>();
  LintOptions& options = words->options;
  app.add_option("PATH", options.paths, "Files and folders of transcripts; - is standard input")->required()->type_name("");
  add_rules(app, options.rules);
  app.add_option("--scorecard", options.scorecard, "A scorecard instead of the built-in one")->type_name("FILE");
  app.add_option("--format", options.format, "What to write: " + names_of(output_formats()))
      ->type_name("FORMAT")->check(one_of(as_strings(output_formats())))->capture_default_str();
  app.add_option("-o,--output", options.output, "Write to FILE, as a whole or not at all, instead of standard output")
      ->type_name("FILE");
  std::vector<std::string> levels(severity_names.begin(), severity_names.end());
  levels.push_back("never");
  app.add_option("--fail-on", words->fail_on,
                 fmt::format("Exit with 1 if there is a fault this severe or worse: {}", fmt::join(levels, ", ")))
      ->type_name("LEVEL")->check(one_of(levels))->capture_default_str();
  app.add_option("--min-score", words->min_score, "Exit with 1 if a conversation's final score is under N (0 to 100)")
      ->type_name("N")->check(CLI::Validator(
          [](std::string& value) -> std::string {
            const auto points = points_from(value);
            return points && *points <= Points::whole(100) ? "" : fmt::format("\"{}\" is no number from 0 to 100", value);
          }, ""));
  add_globs(app, options.include, options.exclude);
  add_input(app, options.input);
  app.add_option("--jobs", options.jobs, "Workers; the output does not depend on it (default: by the machine)")
      ->type_name("N")->check(CLI::Range(1, 1024).description(""));
  add_show_pii(app, options.show_pii);
  app.add_flag("--isolated", options.is_isolated, "Read no configuration file");
  add_colour(app, options.colour);
  app.add_option("--engine", options.engine, "")->check(one_of({"fast", "naive"}))->group("");
  return [words] { return values(*words); };
}

}  // namespace

CommandRow lint_row() { return {"lint", "Findings and scores for conversations; the default job", add}; }

}  // namespace decant
