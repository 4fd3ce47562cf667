#include "cli/options/rows.h"

namespace decant {
namespace {

std::function<Options()> add(CLI::App& app) {
  auto options = std::make_shared<SchemaOptions>();
  app.add_option("WHAT", options->of, "Of what: packs, scorecard, config")->type_name("")->check(one_of({"packs", "scorecard", "config"}))->capture_default_str();
  return [options] { return *options; };
}

}  // namespace

CommandRow schema_row() { return {"schema", "A JSON Schema of packs, scorecards or configurations, for editors", add}; }

}  // namespace decant
