// How outcomes become points. Deterministic, exact until the one rounding at the end, and with a ledger from which every
// number can be worked out by hand.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "base/points.h"
#include "rule/rule_book.h"
#include "score/scorecard.h"

namespace decant {

// What one rule said of one conversation. `amounts` are worked out by score().
struct RuleResult {
  uint32_t rule = 0;             // index in RuleBook::rules
  std::vector<int> softened;     // per finding: percent taken off
  std::vector<Points> amounts;   // per finding: what it cost or gave back, after softening and cap
};

// One line of the ledger: what one rule did to its section.
struct LedgerLine {
  const Rule* rule = nullptr;
  int hits = 0;
  Points amount;  // taken (fault) or given back (credit), after softening and cap
};

struct SectionScore {
  std::string name;
  Points weight;
  bool is_applicable = false;  // an n/a section leaves both sums
  Points faults;               // Σ deductions
  Points credits;              // Σ credits
  Points lost;                 // min(weight, faults − credits), never below 0
  std::vector<LedgerLine> ledger;
};

struct Score {
  // Why there is none, e.g. "3 agent words, the scorecard asks for 20"; empty: scored.
  std::string unscored;
  Points total;  // 0 … 100, rounded half up to one decimal
  Points final_score;  // 0 if a critical finding stands, else total
  std::array<bool, impact_count> is_critical{};  // per impact: a critical finding stands
  std::string band;     // of `final_score`
  bool is_pass = false;  // final_score ≥ the scorecard's pass mark
  std::vector<SectionScore> sections;
  int agent_words = 0;

  bool is_scored() const { return unscored.empty(); }
};

// Steps 1 to 6 of the score. `outcomes` has one entry for every rule of the book; `results` those rules that found something.
// `unscored`: why no score can be given, or empty; sections and amounts are worked out all the same. Where no rule
// applies there is no score either: n/a is never a pass.
Score score(const Scorecard& card, const Standards& standards, const RuleBook& book, std::span<const Outcome> outcomes,
            std::span<RuleResult> results, int agent_words, std::string unscored);

}  // namespace decant
