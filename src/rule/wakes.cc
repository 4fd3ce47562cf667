#include "rule/wakes.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "rule/check.h"

namespace decant {

Wakes Wakes::of(std::span<const Rule* const> rules, PatternId first, std::size_t patterns) {
  std::vector<std::pair<PatternId, uint32_t>> pairs;
  std::vector<uint32_t> always;
  for (uint32_t rule = 0; rule < rules.size(); ++rule) {
    std::vector<PatternId> triggers;
    if (!rules[rule]->logic->check->triggers(triggers)) always.push_back(rule);
    else for (PatternId pattern : triggers) pairs.push_back({pattern, rule});
  }
  std::ranges::sort(pairs);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());

  std::vector<uint32_t> begins(patterns - first + 1, 0), woken;
  for (const auto& [pattern, rule] : pairs) {
    ++begins[pattern - first + 1];
    woken.push_back(rule);
  }
  for (std::size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
  Wakes out;
  out.first_ = first;
  out.begins_ = std::move(begins);
  out.rules_ = std::move(woken);
  out.always_ = std::move(always);
  return out;
}

Wakes Wakes::load(TableReader& reader) {
  Wakes out;
  out.begins_ = Table(reader.get<uint32_t>());
  out.rules_ = Table(reader.get<uint32_t>());
  out.always_ = Table(reader.get<uint32_t>());
  return out;
}

void Wakes::store(TableWriter& writer) const {
  writer.put(begins_.view());
  writer.put(rules_.view());
  writer.put(always_.view());
}

std::span<const uint32_t> Wakes::by(PatternId pattern) const {
  const std::size_t at = pattern - first_;
  return rules_.view().subspan(begins_[at], begins_[at + 1] - begins_[at]);
}

}  // namespace decant
