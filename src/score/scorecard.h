// How outcomes become points: weighted sections of packs, a pass mark, bands, and how much must have been said.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/points.h"
#include "base/result.h"
#include "rule/rule_book.h"
#include "yaml/node.h"

namespace decant {

struct Section {
  std::string name;
  Points weight;
  std::vector<std::string> packs;
};

struct Band {
  std::string name;
  Points least;  // the lowest score that is in it
};

struct Scorecard {
  std::string name;
  std::string version;
  std::string title;
  Points pass_mark = Points::whole(80);
  std::vector<Band> bands;  // from the highest down; the last begins at 0
  int minimum_agent_words = 0;
  std::vector<Section> sections;
  // By RuleBook::rules: the section that a rule's findings count in.
  std::vector<uint32_t> section_of_rule;
};

// Reads a scorecard strictly, against the packs in force: every pack must be in exactly one section. Packs that no section
// lists go to the one marked `rest: true`; without such a section they are an error.
Result<Scorecard> read_scorecard(const yaml::Tree& tree, const RuleBook& book);

}  // namespace decant
