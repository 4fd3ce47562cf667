// decant lint: the configuration, the rules, then all conversations (judge_all).
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/configuration.h"
#include "cli/judging.h"
#include "cli/printing.h"
#include "report/terminal.h"

namespace decant {
namespace {

int show_files(const LintOptions& options) {
  Walk walk(options.paths, {options.include, options.exclude});
  std::string out;
  Errors errors;
  while (auto next = walk.next()) {
    if (auto* error = std::get_if<Error>(&*next)) errors.push_back(std::move(*error));
    else if (const std::string& path = std::get<WalkedFile>(*next).path; path != "-" && ::access(path.c_str(), R_OK) != 0)
      errors.push_back({{path}, "cannot open the file: " + std::system_category().message(errno), "", ""});
    else out += harmless(path) + '\n';
  }
  const int status = print(out, status_clean);
  return errors.empty() ? status : fail(errors);
}

}  // namespace

int lint_command(const LintOptions& given) {
  heed_interrupts();
  const auto with_configuration = configured(given);
  if (!with_configuration) return refuse(with_configuration.errors());
  const LintOptions& options = *with_configuration;
  if (options.only_shows_files) return show_files(options);

  const auto prepared = prepare(options);
  if (!prepared) return refuse(prepared.errors());
  return judge_all(options, *prepared, nullptr);
}

}  // namespace decant
