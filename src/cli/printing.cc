#include "cli/printing.h"

#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <system_error>

#include "cli/commands.h"
#include "report/terminal.h"

namespace decant {

Sheet standard_sheet(When colour) {
  Sheet sheet;
  sheet.columns = is_terminal(STDOUT_FILENO) ? terminal_width(STDOUT_FILENO) : 100;
  sheet.colour = colour == When::always || (colour == When::automatic && may_colour(STDOUT_FILENO));
  return sheet;
}

int print(std::string_view text, int status) {
  std::signal(SIGPIPE, SIG_IGN);
  const bool is_written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (is_written || errno == EPIPE) return status;
  return fail({Error{{}, "cannot write to standard output: " + std::system_category().message(errno), "", ""}});
}

int fail(const Errors& errors) {
  for (const Error& error : errors) std::fputs(("decant: " + describe(error)).c_str(), stderr);
  return status_incomplete;
}

}  // namespace decant
