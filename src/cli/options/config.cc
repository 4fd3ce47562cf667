#include "cli/options/rows.h"

namespace decant {
namespace {

std::function<Options()> add(CLI::App& app) {
  auto options = std::make_shared<ConfigOptions>();
  add_configuration(app, options->config, options->is_isolated);
  return [options] { return *options; };
}

}  // namespace

CommandRow config_row() { return {"config", "The configuration in force, and where it comes from", add}; }

}  // namespace decant
