// How outcomes become points: weighted sections of packs, a pass mark, bands, and how much must have been said.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/points.h"
#include "base/result.h"
#include "rule/rule_book.h"
#include "yaml/node.h"
#include "yaml/shape.h"

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

// On what terms a rule counts.
struct Terms {
  Severity severity = Severity::warning;
  Points points;
  std::optional<Points> cap;
  bool is_off = false;
};

// What a conversation is held to.
struct Standards {
  std::vector<Terms> terms;  // by RuleBook::rules
  Points pass_mark = Points::whole(80);
  int minimum_agent_words = 0;
};

// Where a condition holds, the same words weigh more, less or nothing.
struct Override {
  MetadataCondition when;
  std::vector<std::string> paths;  // globs, told from the folder `below`; none: all files
  std::string below;
  std::vector<uint32_t> rules;  // indices in RuleBook::rules
  std::optional<Severity> severity;
  std::optional<Points> points, cap, pass_mark;
  std::optional<int> minimum_agent_words;
  bool is_off = false;
};

struct Scorecard {
  std::string name;
  std::string version;
  std::string title;
  std::vector<Band> bands;  // from the highest down; the last begins at 0
  std::vector<Section> sections;
  Standards standards;               // where no override holds
  std::vector<Override> overrides;   // later ones win
  std::unique_ptr<Matcher> must_say;  // wording the law or the company requires: never a fault; may be null
  // By RuleBook::rules: the section that a rule's findings count in.
  std::vector<uint32_t> section_of_rule;
};

// The standards for this conversation: `card.standards`, or `room` filled with what overrides make of them.
const Standards& standards_for(const Scorecard& card, const Transcript& transcript, Standards& room);

// Reads a scorecard strictly, against the packs in force: every pack must be in exactly one section. Packs that no section
// lists go to the one marked `rest: true`; without such a section they are an error. Patterns of must_say are added to the
// book's. REQUIRES: the book is not built yet; `tree` outlives the card.
Result<Scorecard> read_scorecard(const yaml::Tree& tree, RuleBook& book);
std::span<const yaml::Key> scorecard_keys();

}  // namespace decant
