#include "cli/options/rows.h"

namespace decant {
namespace {

std::function<Options()> add(CLI::App& app) {
  auto options = std::make_shared<ExplainOptions>();
  app.add_option("RULE", options->name, "A rule, by pack/id or by id alone, or a pack; none: a list of them all")->type_name("");
  add_rules(app, options->rules);
  app.add_option("--on", options->on, "Tell why the rule fires, or does not, on each turn of FILE, or on one, counted from 1")
      ->type_name("FILE[:TURN]");
  app.add_option("--phrase", options->phrase, "Tell how TEXT would be read in a pack, with the word lists of the pack that is named")
      ->type_name("TEXT");
  add_input(app, options->input);
  add_show_pii(app, options->show_pii);
  add_colour(app, options->colour);
  return [options]() -> Options {
    if (options->on && options->phrase) return wrong("--on and --phrase are two questions", "ask them one by one");
    if (options->on && options->name.empty()) return wrong("--on needs a rule", "for example decant explain flat-refusal --on call.txt:3");
    return *options;
  };
}

}  // namespace

CommandRow explain_row() { return {"explain", "A rule, its source and how it is read; why it fires", add}; }

}  // namespace decant
