#include <charconv>

#include "cli/options/rows.h"

namespace decant {
namespace {

struct Most {
  std::optional<Severity> severity;
  std::optional<uint64_t> count;
};

Most most_of(const std::string& word) {
  const std::size_t sign = word.find('=');
  if (sign == std::string::npos) return {};
  Most out{severity_named(word.substr(0, sign)), std::nullopt};
  uint64_t count = 0;
  const auto [end, fault] = std::from_chars(word.data() + sign + 1, word.data() + word.size(), count);
  if (fault == std::errc{} && end == word.data() + word.size() && sign + 1 < word.size()) out.count = count;
  return out;
}

std::string fault_of_most(std::string& word) {
  const Most most = most_of(word);
  return most.severity && most.count ? "" : fmt::format("\"{}\" is not SEVERITY=N, such as warning=10", word);
}

std::string fault_of_score(std::string& value) {
  const auto points = points_from(value);
  return points && *points <= Points::whole(100) ? "" : fmt::format("\"{}\" is no number from 0 to 100", value);
}

}  // namespace

void add_gates(CLI::App& app, GateOptions& gate) {
  std::vector<std::string> levels(severity_names.begin(), severity_names.end());
  levels.push_back("never");
  app.add_option_function<std::string>(
         "--fail-on", [&gate](const std::string& word) { gate.fail_on = severity_named(word); },  // "never" is none of them
         fmt::format("Exit with 1 if there is a fault this severe or worse: {}", fmt::join(levels, ", ")))
      ->type_name("LEVEL")->check(one_of(levels))->default_str("warning");
  app.add_option_function<std::string>("--min-score", [&gate](const std::string& word) { gate.min_score = points_from(word); },
                                       "Exit with 1 if a conversation's final score is under N (0 to 100)")
      ->type_name("N")->check(CLI::Validator(fault_of_score, ""));
  app.add_option_function<std::vector<std::string>>(
         "--max-findings",
         [&gate](const std::vector<std::string>& words) {
           for (const std::string& word : words) {
             const Most most = most_of(word);
             gate.most_findings[static_cast<std::size_t>(*most.severity)] = most.count;
           }
         },
         "Exit with 1 if there are more than N faults of this severity")
      ->type_name("SEVERITY=N")->check(CLI::Validator(fault_of_most, ""))->expected(1)->take_all()->allow_extra_args(false);
  app.add_option("--baseline", gate.baseline, "Fail only on findings that are not in FILE")->type_name("FILE");
  app.add_option("--write-baseline", gate.write_baseline, "Write what is found to FILE, as a baseline for later runs")->type_name("FILE");
}

}  // namespace decant
