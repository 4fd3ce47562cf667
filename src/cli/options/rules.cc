#include "cli/options/rows.h"

namespace decant {
namespace {

std::function<Options()> add(CLI::App& app) {
  auto options = std::make_shared<RulesOptions>();
  add_rules(app, options->rules);
  app.add_option("--format", options->format, "What to write: text, json")
      ->type_name("FORMAT")->check(one_of({"text", "json"}))->capture_default_str();
  return [options] { return *options; };
}

}  // namespace

CommandRow rules_row() { return {"rules", "All rules in force, as a table or as data", add}; }

}  // namespace decant
