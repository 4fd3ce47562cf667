#include "cli/commands.h"

#include <cstdio>
#include <type_traits>

namespace decant {

int run_command(int argc, const char* const* argv) {
  return std::visit(
      [](const auto& options) {
        using T = std::decay_t<decltype(options)>;
        if constexpr (std::is_same_v<T, LintOptions>) {
          return lint_command(options);
        } else if constexpr (std::is_same_v<T, FormatsOptions>) {
          return formats_command(options);
        } else {
          std::fputs(options.text.c_str(), options.status ? stderr : stdout);
          return options.status;
        }
      },
      read_options(argc, argv));
}

}  // namespace decant
