// decant schema: what may stand in packs and scorecards, as JSON Schema, for editors that complete and check.
#include <cstdio>

#include <fmt/format.h>

#include "cli/commands.h"
#include "rule/schema.h"
#include "score/scorecard.h"

namespace decant {

int schema_command(const SchemaOptions& options) {
  fmt::print("{}", options.of == "scorecard" ? schema_of("A decant scorecard", scorecard_keys()) : pack_schema());
  return std::fflush(stdout) == 0 ? status_clean : status_incomplete;
}

}  // namespace decant
