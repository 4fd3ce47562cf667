#include "cli/options/rows.h"

namespace decant {
namespace {

std::optional<EarlyEnd> fault_of(const DiffOptions& options) {
  const bool is_about_rules = !options.rules_base.empty() || !options.rules_head.empty();
  const std::vector<std::string>& paths = options.lint.paths;
  if (is_about_rules && !options.git.empty()) return wrong("--git and --rules-base are two questions", "ask them one by one");
  if (is_about_rules && (options.rules_base.empty() || options.rules_head.empty()) )
    return wrong("one side of the rules is missing", "give both, --rules-base and --rules-head; built-in names the built-in packs");
  if (is_about_rules && paths.empty()) return wrong("no PATH is given", "name the conversations to be judged by both");
  if (!is_about_rules && options.git.empty() && paths.size() != 2)
    return wrong(fmt::format("{} given to be compared", paths.size() == 1 ? "one path is" : fmt::format("{} paths are", paths.size())),
                 "name what was there before and what is there now, or a revision with --git");
  return std::nullopt;
}

std::function<Options()> add(CLI::App& app) {
  auto options = std::make_shared<DiffOptions>();
  app.add_option("PATH", options->lint.paths, "What was there before and what is there now: two files or two folders")->type_name("");
  app.add_option("--git", options->git, "Compare with REV: PATH then names what to look at, the current folder if nothing")->type_name("REV");
  const auto rules = [&app](const std::string& name, std::vector<std::string>& out, const std::string& summary) {
    app.add_option(name, out, summary)->type_name("FILE|DIR")->expected(1)->take_all()->allow_extra_args(false);
  };
  rules("--rules-base", options->rules_base, "Compare rules over the same PATHs: these packs, or built-in");
  rules("--rules-head", options->rules_head, "with these packs, or built-in");
  add_judging(app, options->lint);
  return [options, &app]() -> Options {
    if (auto end = finish_judging(app, options->lint)) return *end;
    if (auto end = fault_of(*options)) return *end;
    return *options;
  };
}

}  // namespace

CommandRow diff_row() { return {"diff", "Only what a change adds: of scripts, folders, revisions or rules", add}; }

}  // namespace decant
