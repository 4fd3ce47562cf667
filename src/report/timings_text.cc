#include "report/timings_text.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "report/terminal.h"

namespace decant {

std::string timings_text(const RuleBook& book, std::span<const RuleTime> times) {
  std::vector<std::size_t> rules;
  uint64_t sum = 0;
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (times[i].conversations == 0) continue;
    rules.push_back(i);
    sum += times[i].nanoseconds;
  }
  std::ranges::stable_sort(rules, [&](std::size_t a, std::size_t b) { return times[a].nanoseconds > times[b].nanoseconds; });
  std::string out = fmt::format("{:>10}  {:>5}  {:>13}  rule\n", "seconds", "%", "conversations");
  for (const std::size_t i : rules) {
    const uint64_t time = times[i].nanoseconds;
    out += fmt::format("{:>10.4f}  {:>5.1f}  {:>13}  {}\n", static_cast<double>(time) / 1e9,
                       sum ? 100.0 * static_cast<double>(time) / static_cast<double>(sum) : 0.0, times[i].conversations.load(),
                       harmless(book.rules[i]->name));
  }
  return out;
}

}  // namespace decant
