// Examples of packs: how they become conversations, and what is wrong with them.
#include "lint/examples.h"

#include <doctest/doctest.h>

#include "lint/example_transcript.h"
#include "unit/lint/pack_of.h"

using namespace decant;

namespace {

std::vector<std::string> faults_of(const std::string& rules) {
  const BookOf pack = book_of(rules);
  Bench bench(*pack.book);
  std::vector<ExampleFault> faults;
  for (const Rule* rule : pack.book->rules) check_examples(*rule, bench, faults);
  std::vector<std::string> out;
  for (const ExampleFault& fault : faults) out.push_back(fault.what);
  return out;
}

std::string forbid(const std::string& examples, const std::string& more = "") {
  return "- {id: r, kind: forbid, message: m, points: 1, find: plum, " + more + " examples: {" + examples + "}}\n";
}

}  // namespace

TEST_CASE("one line is one turn of the role the rule speaks of") {
  Rule rule;
  const auto example = example_transcript(rule, "A plum.\nAnd more.");
  REQUIRE(example->transcript.turns.size() == 1);
  CHECK(example->transcript.turns[0].role == Role::agent);
  CHECK(example->transcript.text(example->transcript.turns[0]) == "A plum.\nAnd more.");
  rule.roles = RoleSet();
  rule.roles.add(Role::customer);
  CHECK(example_transcript(rule, "A plum.")->transcript.turns[0].role == Role::customer);
}

TEST_CASE("labelled lines are turns, with times if they have them") {
  const Rule rule;
  const auto example = example_transcript(rule, "[00:02] Customer: Plum?\n[01:05] Agent: Plum: yes.\nMore.\nBot: Hi");
  const Transcript& transcript = example->transcript;
  REQUIRE(transcript.turns.size() == 3);
  CHECK(transcript.turns[0].role == Role::customer);
  CHECK(transcript.turns[0].start == 2);
  CHECK(transcript.text(transcript.turns[1]) == "Plum: yes.\nMore.");
  CHECK(transcript.turns[2].role == Role::bot);
}

TEST_CASE("marks are taken out and remembered") {
  const Rule rule;
  const auto example = example_transcript(rule, "Agent: A [[plum]] and [[two plums]].");
  CHECK(example->source == "Agent: A plum and two plums.");
  REQUIRE(example->marks.size() == 2);
  CHECK(example->marks[1] == Span{18, 27});
  CHECK(example_transcript(rule, "odd [[ one")->marks.empty());
}

TEST_CASE("an example has the channel and the metadata that the rule asks for") {
  CHECK(faults_of(forbid("fires: [plum]", "channels: [email], when: {tier: [gold, tin], team: x},")).empty());
}

TEST_CASE("an example that must fire and does not is a fault, and the other way round") {
  CHECK(faults_of(forbid("fires: [plum], quiet: [pear]")).empty());
  CHECK(faults_of(forbid("fires: [pear]")) == std::vector<std::string>{"does not fire"});
  CHECK(faults_of(forbid("quiet: [A plum]")) == std::vector<std::string>{"fires on “plum”"});
}

TEST_CASE("a mark must be hit exactly, and says all that may be hit") {
  CHECK(faults_of(forbid("fires: ['a [[plum]]', '[[plum]] and [[plum]]']")).empty());
  CHECK(faults_of(forbid("fires: ['[[a plum]]']")) == std::vector<std::string>{"fires on “plum”, but marked is “a plum”"});
  CHECK(faults_of(forbid("fires: ['[[plum]] and plum']")) ==
        std::vector<std::string>{"fires on “plum”, “plum”, but marked is “plum”"});
}

TEST_CASE("why a rule does not apply to its example is told") {
  const auto faults = faults_of("- {id: r, kind: answer, message: m, points: 1, trigger: plum, reply: pear, examples: {fires: ['Agent: Hi.']}}\n");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].starts_with("does not fire: there is nothing here"));
}

TEST_CASE("the contacts of an example are set apart by a line of dashes") {
  const std::string rule = "- {id: r, kind: across, message: m, points: 1, steps: [promise, broken], examples: ";
  CHECK(faults_of(rule + "{fires: [\"A promise.\\n---\\nIt is broken.\"], quiet: [\"A promise is broken.\"]}}\n").empty());
  CHECK(faults_of(rule + "{fires: [\"It is broken.\\n---\\nA promise.\"]}}\n") == std::vector<std::string>{"does not fire"});
}

TEST_CASE("a better wording must not break a rule itself, unless that is mere advice") {
  for (const auto& [severity, count] : {std::pair("warning", 1), std::pair("advice", 0)}) {
    const BookOf pack = book_of("- {id: r, kind: forbid, message: m, points: 1, find: plum, say_instead: [A pear, A fig]}\n"
                                "- {id: s, kind: forbid, message: m, points: 1, find: fig, severity: " + std::string(severity) + "}\n"
                                "- {id: t, kind: require, message: m, points: 1, find: good day}\n");
    Judge judge(*pack.book, pack.card);
    std::vector<ExampleFault> faults;
    check_say_instead(pack.rule(), judge, faults);
    REQUIRE(faults.size() == static_cast<std::size_t>(count));
    if (count) CHECK(faults[0].what == "say_instead breaks p/s with “fig”");
    if (count) CHECK(faults[0].say_instead == 1);
  }
}

TEST_CASE("an example says how often its rule fires") {
  CHECK(faults_of(forbid("fires: [{text: plum and plum, times: 2}]")).empty());
  CHECK(faults_of(forbid("fires: [{text: plum and plum, times: 1}]")) ==
        std::vector<std::string>{"fires 2 times, not 1, on “plum”, “plum”"});
}

TEST_CASE("together, a quiet example is quiet under all rules but those it names, which must find something") {
  const auto together = [](const std::string& quiet) {
    const BookOf pack = book_of("- {id: r, kind: forbid, message: m, points: 1, find: plum, examples: {quiet: [" + quiet + "]}}\n"
                                "- {id: s, kind: forbid, message: m, points: 1, find: fig}\n"
                                "- {id: t, kind: forbid, message: m, points: 1, find: pear, severity: advice}\n"
                                "- {id: u, kind: require, message: m, points: 1, find: good day}\n");
    Judge judge(*pack.book, pack.card);
    std::vector<ExampleFault> faults;
    check_together(pack.rule(), judge, faults);
    std::vector<std::string> out;
    for (const ExampleFault& fault : faults) out.push_back(fault.what);
    return out;
  };
  using Faults = std::vector<std::string>;
  CHECK(together("a pear, an apple") == Faults{});
  CHECK(together("a fig") == Faults{"stays quiet, but p/s finds “fig”"});
  CHECK(together("{text: a fig, but: p/s}") == Faults{});
  CHECK(together("{text: a fig, but: [p]}") == Faults{});
  CHECK(together("{text: an apple, but: p/s}") == Faults{"says that p/s finds something here, and it does not"});
}

TEST_CASE("any number of workers finds the same faults in the same order") {
  std::string rules;
  for (char id = 'a'; id <= 'z'; ++id)
    rules += std::string("- {id: ") + id + ", kind: forbid, message: m, points: 1, find: plum" + id + ", examples: {fires: [pear" + id + ", plum" + id + "]}}\n";
  const BookOf pack = book_of(rules);
  for (const int workers : {1, 4}) {
    const auto faults = check_rules(pack.book->rules, *pack.book, pack.card, false, workers);
    REQUIRE(faults.size() == 26);
    for (std::size_t i = 0; i < faults.size(); ++i) {
      REQUIRE(faults[i].size() == 1);
      CHECK(faults[i][0].rule == &pack.rule(i));
    }
  }
}
