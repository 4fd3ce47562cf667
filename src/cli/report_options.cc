#include "cli/report_options.h"

#include <set>

#include <fmt/format.h>

namespace decant {

std::optional<Error> clash_of(const ReportOptions& report) {
  const auto clash = [](std::string what, std::string hint) { return Error{{}, std::move(what), std::move(hint), ""}; };
  std::set<std::string> files;
  std::string without_file;
  for (const ReportTarget& target : report.targets) {
    if (target.path.empty() && !without_file.empty())
      return clash(fmt::format("two formats for {}: {} and {}", report.output.empty() ? "standard output" : report.output, without_file, target.format),
                   fmt::format("give one of them a file: {}=FILE", target.format));
    if (target.path.empty()) without_file = target.format;
    else if (!files.insert(target.path).second) return clash(fmt::format("two formats for the file {}", target.path), "give each a file of its own");
  }
  if (report.output.empty()) return std::nullopt;
  if (files.count(report.output)) return clash(fmt::format("two formats for the file {}", report.output), "give each a file of its own");
  if (without_file.empty() && !report.targets.empty())
    return clash(fmt::format("nothing is left to be written to {}", report.output), "-o is for the format that has no file of its own");
  return std::nullopt;
}

}  // namespace decant
