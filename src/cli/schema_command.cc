// decant schema: what may stand in packs, scorecards and configurations, as JSON Schema, for editors that complete and check.
#include <cstdio>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/config_keys.h"
#include "rule/schema.h"
#include "score/scorecard.h"

namespace decant {

int schema_command(const SchemaOptions& options) {
  fmt::print("{}", options.of == "scorecard" ? schema_of("A decant scorecard", scorecard_keys())
                   : options.of == "config"  ? schema_of("A decant configuration", config_file_keys())
                                             : pack_schema());
  return std::fflush(stdout) == 0 ? status_clean : status_incomplete;
}

}  // namespace decant
