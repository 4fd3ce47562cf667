#include "cli/options/rows.h"

namespace decant {
namespace {

void add_selectors(CLI::App& app, const std::string& option, std::vector<NamedRules>& out, const std::string& summary) {
  app.add_option_function<std::vector<std::string>>(
         option,
         [&out, option](const std::vector<std::string>& words) {
           for (const std::string& word : words) out.push_back({word, {{}, option + ": ", "", ""}});
         },
         summary)
      ->type_name("RULES")->expected(1)->delimiter(',')->take_all()->allow_extra_args(false);
}

}  // namespace

void add_selection(CLI::App& app, SelectionOptions& selection) {
  add_selectors(app, "--select", selection.select, "Judge with these rules only: PACK, PACK/RULE, PACK/*, separated by commas");
  add_selectors(app, "--ignore", selection.ignore, "Judge without these rules");
  app.add_option("--overrides", selection.overrides, "A table of disputed findings: fingerprint, who, why")->type_name("FILE");
  app.add_flag_callback("--no-comments", [&selection] { selection.with_comments = false; }, "Do not obey decant:ignore in files");
  add_configuration(app, selection.config, selection.is_isolated);
}

void add_configuration(CLI::App& app, std::string& config, bool& is_isolated) {
  CLI::Option* named = app.add_option("--config", config, "A configuration instead of the closest .decant.yaml")->type_name("FILE");
  app.add_flag("--isolated", is_isolated, "Read no configuration")->excludes(named);
}

}  // namespace decant
