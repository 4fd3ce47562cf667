#include "cli/options/rows.h"

namespace decant {
namespace {

std::function<Options()> add(CLI::App& app) {
  auto options = std::make_shared<SchemaOptions>();
  app.add_option("WHAT", options->of, "Of what: packs, scorecard")->type_name("")->check(one_of({"packs", "scorecard"}))->capture_default_str();
  return [options] { return *options; };
}

}  // namespace

CommandRow schema_row() { return {"schema", "A JSON Schema of packs or scorecards, for editors", add}; }

}  // namespace decant
