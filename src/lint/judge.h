// One conversation and the packs → its verdict. Pure: the same transcript and packs give the same verdict, whoever asks.
//
// Rules over several contacts of a case need what other conversations say. Such a conversation's hearing is adjourned: all is
// heard, and the verdict waits until it is known which of the rules' earlier steps other contacts have reached.
#pragma once

#include <atomic>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "lint/run_lines.h"
#include "lint/suppressions.h"
#include "lint/verdict.h"
#include "pattern/pattern_set.h"
#include "rule/rule_book.h"
#include "score/scorecard.h"

namespace decant {

// What one rule found; `findings` are parallel to `result.softened`.
struct Heard {
  RuleResult result;
  std::vector<Finding> findings;
};

struct Hearing {
  Verdict verdict;  // but for findings and score
  std::vector<Outcome> outcomes;
  std::vector<Heard> heard;
  std::vector<Heard> awaited;  // last steps of rules over several contacts
  Standards standards;         // set when adjourned
  std::vector<IgnoreComment> ignores;
  int agent_words = 0;
  std::string unscored;
};

// What a rule took of all workers' time.
struct RuleTime {
  std::atomic<uint64_t> nanoseconds = 0;
  std::atomic<uint64_t> conversations = 0;  // it was woken for
};

struct JudgeOptions {
  Scan::Engine engine = Scan::Engine::prefiltered;
  const Suppressions* suppressions = nullptr;
  std::span<RuleTime> times = {};  // by rule; empty: nobody wants to know
  bool with_comments = true;
};

// Which steps of a rule over several contacts a conversation has: bit n for step n.
struct StepsSaid {
  uint32_t rule = 0;
  uint32_t steps = 0;
};

// A rule whose earlier steps were said in earlier contacts, and in which.
struct Reached {
  uint32_t rule = 0;
  std::string detail;
};

struct Judgement {
  Verdict verdict;                     // unless adjourned
  std::unique_ptr<Hearing> adjourned;
  std::vector<StepsSaid> steps;
  std::vector<LineSaid> lines;  // of rules over a whole run
};

// One worker's judge. It keeps its buffers between conversations; not to be shared by threads. The book and the card
// outlive it and its verdicts.
class Judge {
 public:
  Judge(const RuleBook& book, const Scorecard& card, const JudgeOptions& options = {});
  ~Judge();

  Judgement consider(const Transcript& transcript);
  Verdict settle(Hearing&& hearing, std::span<const Reached> reached) const;

  // The verdict on a conversation that stands alone.
  Verdict judge(const Transcript& transcript);

 private:
  struct Desk;
  std::unique_ptr<Desk> desk_;
};

}  // namespace decant
