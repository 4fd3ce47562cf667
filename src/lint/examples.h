// Whether a pack's examples behave: each is made a small transcript and judged by its rule.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "lint/bench.h"
#include "lint/judge.h"

namespace decant {

struct ExampleFault {
  const Rule* rule = nullptr;
  const Example* example = nullptr;     // null: it is about say_instead
  std::size_t say_instead = 0;          // which of the rule's better wordings
  std::string what;                     // "does not fire", "fires on “can't wait”", …
  const Rule* finder = nullptr;         // another rule, which finds what it should not
};

// Judges every example of `rule`; adds what misbehaves. What is marked in an example that must fire is all that may be found
// in it: one mark asserts that the rule fires exactly once, as `times: 1` does.
void check_examples(const Rule& rule, Bench& bench, std::vector<ExampleFault>& faults);

// Judges the better wordings of `rule` by all rules in force; adds those that break one, of severity warning or above.
void check_say_instead(const Rule& rule, Judge& judge, std::vector<ExampleFault>& faults);

// Judges every quiet example of `rule` by all rules in force: none may find a fault in it, of severity warning or above, but those
// that the example names, and these must.
void check_together(const Rule& rule, Judge& judge, std::vector<ExampleFault>& faults);

// All of these, the last only if asked for, for many rules at once: most of the time goes into compiling their patterns, which workers share. The faults of each rule,
// in the order of `rules`, whatever the number of workers.
std::vector<std::vector<ExampleFault>> check_rules(const std::vector<const Rule*>& rules, const RuleBook& book,
                                                   const Scorecard& card, bool are_together, int workers);

}  // namespace decant
