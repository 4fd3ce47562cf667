// One conversation and the packs → its verdict. Pure: the same transcript and packs give the same verdict, whoever asks.
#pragma once

#include <memory>

#include "lint/verdict.h"
#include "pattern/pattern_set.h"
#include "rule/rule_book.h"
#include "score/scorecard.h"

namespace decant {

// One worker's judge. It keeps its buffers between conversations; not to be shared by threads. The book and the card
// outlive it and its verdicts.
class Judge {
 public:
  Judge(const RuleBook& book, const Scorecard& card, Scan::Engine engine = Scan::Engine::prefiltered);
  ~Judge();

  Verdict judge(const Transcript& transcript);

 private:
  struct Desk;
  std::unique_ptr<Desk> desk_;
};

}  // namespace decant
