#include "cli/options/rows.h"

namespace decant {

CommandRow formats_row() {
  return {"formats", "The transcript formats that can be read", [](CLI::App&) -> std::function<Options()> {
            return [] { return FormatsOptions{}; };
          }};
}

}  // namespace decant
