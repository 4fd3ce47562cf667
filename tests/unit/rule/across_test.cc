// Rules over several contacts: which contact of a case is told, in whatever order the contacts come.
#include <algorithm>
#include <vector>

#include "lint/across.h"
#include "unit/rule/judging.h"

using namespace decant;

namespace {

struct Said {
  const char* case_id;
  const char* customer;
  std::optional<double> instant;
  uint32_t steps;  // bit n: step n is said
};

// Per contact, in input order: what its finding would say, or "-".
std::vector<std::string> reached(const std::string& keys, std::vector<Said> contacts) {
  const judging::Book made = judging::book_of("kind: across\npoints: 1\n" + keys);
  REQUIRE(made.book != nullptr);
  AcrossLedger ledger(*made.book);
  std::vector<std::size_t> numbers;
  for (const Said& said : contacts) {
    Contact contact{said.case_id, said.customer, said.instant, "c" + std::to_string(numbers.size()), {}};
    if (said.steps) contact.steps.push_back({0, said.steps});
    numbers.push_back(ledger.add(std::move(contact)));
  }
  std::vector<std::string> out;
  for (std::size_t number : numbers) {
    const auto rules = ledger.reached(number);
    out.push_back(rules.empty() ? "-" : rules[0].detail);
  }
  return out;
}

using Texts = std::vector<std::string>;
const std::string two = "steps: [kale, leek]", three = "steps: [kale, leek, chard]";

}  // namespace

TEST_CASE("across: an earlier contact of the same case said the step before") {
  CHECK(reached(two, {{"a", "", 1, 1}, {"a", "", 2, 2}}) == Texts{"-", "first said in c0"});
  CHECK(reached(two, {{"a", "", 1, 1}, {"b", "", 2, 2}}) == Texts{"-", "-"});
  CHECK(reached(two, {{"a", "", 1, 2}, {"a", "", 2, 1}}) == Texts{"-", "-"});
  CHECK(reached(two, {{"a", "", 1, 3}}) == Texts{"-"});  // both in one contact: nothing was undone later
  CHECK(reached(two, {{"", "", 1, 1}, {"", "", 2, 2}}) == Texts{"-", "-"});  // no case is nobody's case
}

TEST_CASE("across: the time decides, not the place in the input") {
  CHECK(reached(two, {{"a", "", 9, 2}, {"a", "", 1, 1}}) == Texts{"first said in c1", "-"});
  CHECK(reached(two, {{"a", "", 9, 1}, {"a", "", 1, 2}}) == Texts{"-", "-"});
  CHECK(reached(three, {{"a", "", 3, 4}, {"a", "", 1, 1}, {"a", "", 2, 2}}) == Texts{"first said in c1", "-", "-"});
  CHECK(reached(three, {{"a", "", 3, 4}, {"a", "", 2, 1}, {"a", "", 1, 2}}) == Texts{"-", "-", "-"});
}

TEST_CASE("across: without a time somewhere in the group, as they came") {
  CHECK(reached(two, {{"a", "", {}, 1}, {"a", "", {}, 2}}) == Texts{"-", "first said in c0"});
  CHECK(reached(two, {{"a", "", 9, 1}, {"a", "", {}, 2}}) == Texts{"-", "first said in c0"});
  CHECK(reached(two, {{"a", "", {}, 2}, {"a", "", 1, 1}}) == Texts{"-", "-"});
}

TEST_CASE("across: by customer, over cases") {
  const std::string keys = two + "\nby: customer";
  CHECK(reached(keys, {{"a", "x", 1, 1}, {"b", "x", 2, 2}}) == Texts{"-", "first said in c0"});
  CHECK(reached(keys, {{"a", "x", 1, 1}, {"a", "y", 2, 2}}) == Texts{"-", "-"});
}

TEST_CASE("across: one contact can be a step for several later ones, and a step of a single conversation is in its window") {
  CHECK(reached(two, {{"a", "", 1, 1}, {"a", "", 2, 3}, {"a", "", 3, 2}}) == Texts{"-", "first said in c0", "first said in c0"});

  const judging::Book made = judging::book_of("kind: across\npoints: 1\nwindow: {first: {turns: 1}}\n" + two);
  REQUIRE(made.book != nullptr);
  const Rule& rule = *made.book->rules[0];
  const auto conversation = example_transcript(rule, "Agent: Kale.\nAgent: Leek.");
  Bench bench(*made.book);
  bench.put(conversation->transcript);
  std::vector<Observation> first, second;
  rule.logic->check->find_step(0, bench.scene(), bench.scope(rule), first);
  rule.logic->check->find_step(1, bench.scene(), bench.scope(rule), second);
  CHECK(first.size() == 1);
  CHECK(second.empty());
}
