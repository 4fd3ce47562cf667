// Which packs, or rules, a grader's keys are about. Graders and packs have words of their own; the map says what is compared.
//
//   faults:
//     cant: cant-vocabulary
//     hollow: [telling-how-to-feel/hollow-understanding]
//   credits:
//     can_do: cant-vocabulary
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "rule/rule_book.h"
#include "yaml/node.h"

namespace decant {

struct MappedKey {
  std::string key;
  FindingType type = FindingType::fault;  // or credit
  std::vector<std::string> names;         // "pack" or "pack/rule-id"

  bool covers(const Rule& rule) const;
};

using LabelMap = std::vector<MappedKey>;

// The keys that come with the built-in packs; those of packs that are not in force are left out.
LabelMap standard_label_map(const RuleBook& book);

Result<LabelMap> read_label_map(const yaml::Tree& file, const RuleBook& book);

}  // namespace decant
