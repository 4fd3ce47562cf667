// decant formats: what can be read, and how each format is recognised.
#include <cstdio>

#include <fmt/format.h>

#include "cli/commands.h"
#include "transcript/formats.h"
#include "transcript/mappings.h"

namespace decant {

int formats_command(const FormatsOptions&) {
  for (const Format& format : formats())
    fmt::print("{:<8} {}\n{:8} {}\n", format.name, format.summary, "", format.recognised);
  fmt::print("\nOther products' documents that json and jsonl read, known by their keys:\n");
  for (const Mapping& mapping : mappings()) fmt::print("  {:<26} {}\n", mapping.name, mapping.title);
  return std::fflush(stdout) == 0 ? status_clean : status_incomplete;
}

}  // namespace decant
