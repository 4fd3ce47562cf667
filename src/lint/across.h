// Rules over several contacts: who said which step when, kept for the whole run. Only contacts that said a step are remembered, a
// few dozen bytes each.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lint/judge.h"
#include "rule/rule_book.h"

namespace decant {

// One conversation's part in it.
struct Contact {
  std::string case_id, customer;
  std::optional<double> instant;  // when it started, seconds since 1970; contacts without count as of their place in the input
  std::string name;               // id or path, for people
  std::vector<StepsSaid> steps;
};

class AcrossLedger {
 public:
  explicit AcrossLedger(const RuleBook& book) : book_(book) {}

  // Returns the contact's number. REQUIRES: called in input order.
  std::size_t add(Contact contact);
  // The rules whose earlier steps other contacts had reached before this one, once all are added.
  std::vector<Reached> reached(std::size_t contact);

 private:
  struct Entry {
    std::optional<double> instant;
    std::size_t contact;
    uint32_t steps;
  };
  void sort();

  const RuleBook& book_;
  std::vector<std::string> names_;
  // By rule and case or customer: its contacts, in time order once sorted.
  std::map<std::pair<uint32_t, std::string>, std::vector<Entry>> groups_;
  std::map<std::size_t, std::vector<std::pair<uint32_t, std::string>>> groups_of_;
  bool is_sorted_ = false;
};

}  // namespace decant
