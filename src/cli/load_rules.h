// The packs and the scorecard in force: the compiled-in ones, and what the user adds or replaces.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "rule/rule_book.h"
#include "score/scorecard.h"
#include "yaml/node.h"

namespace decant {

struct RulesInForce {
  // What the user's packs were read from; explain quotes them.
  std::vector<std::unique_ptr<yaml::Document>> documents;
  std::vector<PackFile> packs;  // as given: one that is replaced is still here
  std::unique_ptr<RuleBook> book;
  Scorecard card;
  std::string hash;  // 16 hex digits, of all that was read
};

// `packs`: files, and folders of .yaml and .yml files. All errors of all files at once.
Result<RulesInForce> load_rules(const std::vector<std::string>& packs, const std::string& scorecard);

}  // namespace decant
