// decant rules: all rules in force, for people, grep and programs.
#include <unistd.h>

#include "cli/commands.h"
#include "cli/load_rules.h"
#include "cli/printing.h"
#include "report/rule_table.h"
#include "report/terminal.h"

namespace decant {

int rules_command(const RulesOptions& options) {
  const auto rules = load_rules(options.rules, "");
  if (!rules) return fail(rules.errors());
  std::string out;
  if (options.format == "json") write_rules_json(*rules->book, rules->hash, out);
  else write_rule_table(*rules->book, is_terminal(STDOUT_FILENO) ? terminal_width(STDOUT_FILENO) : 0, out);
  return print(out, status_clean);
}

}  // namespace decant
