// The packs as they were written, for explain and test: a rule's own YAML and the word lists it may use. Judging needs
// none of it.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "match/vocabulary.h"
#include "rule/rule_book.h"
#include "yaml/node.h"

namespace decant {

class PackTexts {
 public:
  // REQUIRES: `packs` and `lexicon` are what `book` was read from without errors; they outlive this.
  PackTexts(const RuleBook& book, std::span<const PackFile> packs, const yaml::Tree& lexicon);

  // The pack's map, and the rule's entry in it.
  yaml::Node pack(std::string_view name) const;
  yaml::Node rule(const Rule& rule) const;

  // The word lists in reach of the pack's phrases; of an unknown pack: the lexicon's.
  const Vocabulary& words(std::string_view pack) const;
  ListLookup lists(std::string_view pack) const;

 private:
  struct Text {
    yaml::Node root;
    Vocabulary words;
  };
  Vocabulary lexicon_;
  std::map<std::string, Text, std::less<>> packs_;
};

}  // namespace decant
