#include "cli/commands.h"

#include <cstdio>

namespace decant {
namespace {

struct Runner {
  int operator()(const LintOptions& options) const { return lint_command(options); }
  int operator()(const DiffOptions& options) const { return diff_command(options); }
  int operator()(const TestOptions& options) const { return test_command(options); }
  int operator()(const ExplainOptions& options) const { return explain_command(options); }
  int operator()(const RulesOptions& options) const { return rules_command(options); }
  int operator()(const FormatsOptions& options) const { return formats_command(options); }
  int operator()(const ConvertOptions& options) const { return convert_command(options); }
  int operator()(const EvalOptions& options) const { return eval_command(options); }
  int operator()(const SchemaOptions& options) const { return schema_command(options); }
  int operator()(const ConfigOptions& options) const { return config_command(options); }
  int operator()(const EarlyEnd& end) const {
    std::fputs(end.text.c_str(), end.status ? stderr : stdout);
    return end.status;
  }
};

}  // namespace

int run_command(int argc, const char* const* argv) {
  return std::visit(Runner{}, read_options(argc, argv));
}

}  // namespace decant
