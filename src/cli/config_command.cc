// decant config: the configuration that would be used here, and where each part of it comes from.
#include "cli/commands.h"
#include "cli/configuration.h"
#include "cli/printing.h"

namespace decant {

int config_command(const ConfigOptions& options) {
  SelectionOptions selection;
  selection.config = options.config;
  selection.is_isolated = options.is_isolated;
  const auto configuration = read_configuration(selection);
  if (!configuration) return fail(configuration.errors());
  return print(in_force(*configuration), status_clean);
}

}  // namespace decant
