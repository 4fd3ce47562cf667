#include "cli/load_rules.h"

#include <fmt/format.h>

#include "cli/load_yaml.h"
#include "input/walk.h"
#include "rule/builtin.h"
#include "yaml/node.h"

namespace decant {
Result<RulesInForce> load_rules(const std::vector<std::string>& paths, const std::string& scorecard) {
  Errors errors;
  std::vector<std::unique_ptr<yaml::Document>> documents;
  std::vector<PackFile> packs;
  packs.assign(builtin_packs().begin(), builtin_packs().end());

  for (const std::string& path : paths) {
    Walk walk({path}, {{"*.yaml", "*.yml"}, {}});
    bool has_file = false;
    while (auto next = walk.next()) {
      if (auto* error = std::get_if<Error>(&*next)) {
        errors.push_back(std::move(*error));
        has_file = true;
        continue;
      }
      has_file = true;
      auto document = load_yaml(std::get<WalkedFile>(*next).path);
      if (!document) {
        errors.insert(errors.end(), document.errors().begin(), document.errors().end());
        continue;
      }
      documents.push_back(std::move(*document));
      packs.push_back({documents.back()->tree, false});
    }
    if (!has_file) errors.push_back({{path}, "no pack in this folder", "packs are files that end in .yaml or .yml", ""});
  }

  yaml::Tree card_tree = builtin_scorecard();
  if (!scorecard.empty()) {
    auto document = load_yaml(scorecard);
    if (document) {
      documents.push_back(std::move(*document));
      card_tree = documents.back()->tree;
    } else {
      errors.insert(errors.end(), document.errors().begin(), document.errors().end());
    }
  }

  auto book = read_rule_book(packs, builtin_lexicon(), builtin_tables());
  if (!book) {
    errors.insert(errors.end(), book.errors().begin(), book.errors().end());
    return errors;
  }
  auto card = read_scorecard(card_tree, **book);
  if (!card) errors.insert(errors.end(), card.errors().begin(), card.errors().end());
  if (!errors.empty()) return errors;
  build(**book, card->must_say.get());
  const uint64_t hash = (*book)->hash ^ (yaml::content_hash(card_tree) * 0x9E3779B97F4A7C15);
  return RulesInForce{std::move(documents), std::move(packs), std::move(*book), std::move(*card), fmt::format("{:016x}", hash)};
}

}  // namespace decant
