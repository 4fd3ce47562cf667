#include "cli/options/rows.h"

namespace decant {
namespace {

// "sarif=out.sarif", or "text" alone.
ReportTarget target_of(const std::string& word) {
  const std::size_t sign = word.find('=');
  return {word.substr(0, sign), sign == std::string::npos ? "" : word.substr(sign + 1)};
}

std::string fault_of_format(std::string& word) {
  std::string format = target_of(word).format;
  if (word.ends_with('=')) return fmt::format("\"{}\" names no file", word);
  return one_of(as_strings(output_formats()))(format);
}

}  // namespace

void add_reports(CLI::App& app, ReportOptions& report) {
  app.add_option_function<std::vector<std::string>>(
         "--format",
         [&report](const std::vector<std::string>& words) {
           for (const std::string& word : words) report.targets.push_back(target_of(word));
         },
         "What to write, to standard output or to FILE: " + names_of(output_formats()))
      ->type_name("FORMAT[=FILE]")->check(CLI::Validator(fault_of_format, ""))->default_str("text")
      ->expected(1)->take_all()->allow_extra_args(false);
  app.add_option("-o,--output", report.output, "Write to FILE, as a whole or not at all, instead of standard output")->type_name("FILE");
  CLI::Option* quiet = app.add_flag_callback("--quiet", [&report] { report.extent = Extent::findings; }, "In text, no summary");
  app.add_flag_callback("--summary", [&report] { report.extent = Extent::summary; }, "In text, the summary only")->excludes(quiet);
  app.add_flag("--statistics", report.with_statistics, "Add tables by rule, agent, team and channel to the summary");
  app.add_flag("--timings", report.with_timings, "Tell on standard error how long each rule took");
  add_show_pii(app, report.show_pii);
  add_colour(app, report.colour);
}

}  // namespace decant
