#include "cli/options/rows.h"

namespace decant {
namespace {

std::function<Options()> add(CLI::App& app) {
  auto options = std::make_shared<FormatsOptions>();
  app.add_option("FILE", options->paths, "Tell what these are taken for and why; none: a list of the formats")->type_name("");
  add_input(app, options->input);
  return [options] { return *options; };
}

}  // namespace

CommandRow formats_row() { return {"formats", "The transcript formats, or what a file is taken for", add}; }

}  // namespace decant
