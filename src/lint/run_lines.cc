#include "lint/run_lines.h"

#include <algorithm>

namespace decant {
namespace {

constexpr std::size_t most_lines = 200'000;

}  // namespace

void RunLines::add(LineSaid said) {
  Count& count = counts_[{said.rule, std::move(said.line)}];
  ++count.times;
  count.agents.insert(said.agent);
  if (counts_.size() <= most_lines) return;
  const std::size_t before = counts_.size();
  std::erase_if(counts_, [](const auto& entry) { return entry.second.agents.size() == 1; });
  forgotten_ += before - counts_.size();
}

std::vector<RepeatedLine> RunLines::result() const {
  std::vector<RepeatedLine> out;
  for (const auto& [key, count] : counts_) {
    const Rule* rule = book_.rules[key.first];
    if (count.agents.size() >= static_cast<std::size_t>(rule->logic->check->agents_in_run()))
      out.push_back({rule, key.second, count.agents.size(), count.times});
  }
  std::stable_sort(out.begin(), out.end(), [](const RepeatedLine& a, const RepeatedLine& b) { return a.times > b.times; });
  return out;
}

}  // namespace decant
