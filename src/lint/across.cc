#include "lint/across.h"

#include <algorithm>

#include <fmt/format.h>

namespace decant {

std::size_t AcrossLedger::add(Contact contact) {
  const std::size_t number = names_.size();
  names_.push_back(std::move(contact.name));
  for (const StepsSaid& said : contact.steps) {
    const bool is_by_case = book_.rules[said.rule]->logic->check->grouping() == Grouping::by_case;
    const std::string& who = is_by_case ? contact.case_id : contact.customer;
    if (who.empty()) continue;
    groups_[{said.rule, who}].push_back({contact.instant, number, said.steps});
    groups_of_[number].push_back({said.rule, who});
  }
  return number;
}

void AcrossLedger::sort() {
  // By time where every contact of the group has one, else as they came: half a clock orders nothing.
  for (auto& [key, entries] : groups_) {
    const bool has_times = std::all_of(entries.begin(), entries.end(), [](const Entry& e) { return e.instant.has_value(); });
    if (has_times)
      std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return *a.instant < *b.instant; });
  }
  is_sorted_ = true;
}

std::vector<Reached> AcrossLedger::reached(std::size_t contact) {
  if (!is_sorted_) sort();
  std::vector<Reached> out;
  for (const auto& key : groups_of_[contact]) {
    const int steps = book_.rules[key.first]->logic->check->steps_across();
    int level = 0;  // steps reached in earlier contacts, each later than the one before
    std::string said_in;
    for (const Entry& entry : groups_.at(key)) {
      if (entry.contact == contact) break;
      if (level >= steps - 1 || !(entry.steps >> level & 1)) continue;
      if (level++ == 0) said_in = names_[entry.contact];
    }
    if (level >= steps - 1) out.push_back({key.first, fmt::format("first said in {}", said_in)});
  }
  return out;
}

}  // namespace decant
