// A bench on which rules are tried one by one: what judge() does for all rules of a conversation, for one of them, and without
// points. Examples are checked on it, and explain asks it why a rule fired or kept quiet.
#pragma once

#include <string>
#include <vector>

#include "pattern/pattern_set.h"
#include "rule/check.h"
#include "rule/rule_book.h"

namespace decant {

struct Tried {
  std::string why_not;  // why the rule does not apply to this conversation: a sentence; empty if it does
  Outcome outcome = Outcome::not_applicable;
  std::vector<Observation> found;
};

// Not to be shared by threads. The book outlives it.
class Bench {
 public:
  explicit Bench(const RuleBook& book) : scan_(book.patterns) {}

  // Puts a conversation on the bench; it stays there, and unchanged, until the next one.
  void put(const Transcript& transcript);
  Tried judge(const Rule& rule);

  // What rules see of it. REQUIRES: put() was called.
  Scene scene() { return {*transcript_, folded_, scan_}; }
  Scope scope(const Rule& rule) const { return {rule.roles, 0, static_cast<uint32_t>(transcript_->turns.size())}; }
  const Transcript& transcript() const { return *transcript_; }

  // A span of the folded text, in Transcript::words.
  Span words(Span folded) const { return folded_.map.original(folded); }

 private:
  Scan scan_;
  const Transcript* transcript_ = nullptr;
  FoldedText folded_;
};

// "agent, bot, supervisor"
std::string to_string(RoleSet roles);

}  // namespace decant
