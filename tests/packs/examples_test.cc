// Every rule of the compiled-in packs carries examples, and they behave.
#include <doctest/doctest.h>

#include "cli/load_rules.h"
#include "lint/examples.h"
#include "rule/builtin.h"

using namespace decant;

TEST_CASE("every example of every compiled-in rule behaves") {
  auto rules = load_rules({}, "");
  REQUIRE(rules.ok());
  REQUIRE(rules->book->packs.size() == builtin_packs().size());
  Bench bench(*rules->book);
  std::vector<ExampleFault> faults;
  for (const Rule* rule : rules->book->rules) check_examples(*rule, bench, faults);
  for (const ExampleFault& fault : faults)
    FAIL_CHECK(fault.rule->name << " " << fault.what << ": " << fault.example->text);
}

TEST_CASE("no better wording of a compiled-in rule breaks a rule itself") {
  auto rules = load_rules({}, "");
  REQUIRE(rules.ok());
  Judge judge(*rules->book, rules->card);
  std::vector<ExampleFault> faults;
  for (const Rule* rule : rules->book->rules) check_say_instead(*rule, judge, faults);
  for (const ExampleFault& fault : faults)
    FAIL_CHECK(fault.rule->name << ": " << fault.what << ": " << fault.rule->say_instead[fault.say_instead]);
}

TEST_CASE("every compiled-in rule has five examples of each sort, a reason, and, if it is a fault, better words") {
  auto rules = load_rules({}, "");
  REQUIRE(rules.ok());
  for (const Rule* rule : rules->book->rules) {
    CAPTURE(rule->name);
    CHECK(rule->examples->fires.size() >= 5);
    CHECK(rule->examples->quiet.size() >= 5);
    CHECK_FALSE(rule->why.empty());
    if (rule->type == FindingType::fault) CHECK_FALSE(rule->say_instead.empty());
  }
}
