#include "rule/pack_texts.h"

namespace decant {

PackTexts::PackTexts(const RuleBook& book, std::span<const PackFile> packs, const yaml::Tree& lexicon) {
  Errors none;  // all of it was read before
  yaml::Reader reader(none);
  if (!lexicon.records.empty()) lexicon_.read(yaml::Node(lexicon)["words"], reader);
  for (const PackFile& file : packs) {
    const yaml::Node root(file.tree);
    // A pack that another one replaced is still among the files.
    for (const RulePack& pack : book.packs) {
      if (pack.place != root.place()) continue;
      Text& text = packs_.try_emplace(pack.name, Text{root, Vocabulary(&lexicon_)}).first->second;
      text.words.read(root["words"], reader);
    }
  }
}

yaml::Node PackTexts::pack(std::string_view name) const {
  const auto found = packs_.find(name);
  return found == packs_.end() ? yaml::Node() : found->second.root;
}

yaml::Node PackTexts::rule(const Rule& rule) const {
  for (const yaml::Node& node : pack(rule.pack)["rules"].items())
    if (node.place() == rule.place) return node;
  return {};
}

const Vocabulary& PackTexts::words(std::string_view pack) const {
  const auto found = packs_.find(pack);
  return found == packs_.end() ? lexicon_ : found->second.words;
}

ListLookup PackTexts::lists(std::string_view pack) const {
  return [&words = words(pack)](std::string_view name) { return words.find(name); };
}

}  // namespace decant
