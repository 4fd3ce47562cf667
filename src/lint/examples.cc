#include "lint/examples.h"

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lint/example_transcript.h"

namespace decant {
namespace {

// What a rule found in an example, as spans of its source.
struct Outcomes {
  std::string why_not;
  std::vector<std::optional<Span>> found;  // none: an omission
};

std::optional<Span> place_of(const Observation& observation, const Bench& bench) {
  if (!observation.hit) return std::nullopt;
  return bench.transcript().source.original(bench.words(observation.hit->span));
}

Outcomes judge_alone(const Rule& rule, const Transcript& transcript, Bench& bench) {
  bench.put(transcript);
  Tried tried = bench.judge(rule);
  Outcomes out{std::move(tried.why_not), {}};
  for (const Observation& observation : tried.found) out.found.push_back(place_of(observation, bench));
  return out;
}

// Each step must be said in a later contact than the one before.
Outcomes judge_contacts(const Rule& rule, const std::vector<std::unique_ptr<ExampleTranscript>>& contacts, Bench& bench) {
  Outcomes out;
  const int last = rule.logic->check->steps_across() - 1;
  int reached = 0;
  for (const auto& contact : contacts) {
    bench.put(contact->transcript);
    std::vector<Observation> found;
    rule.logic->check->find_step(reached, bench.scene(), bench.scope(rule), found);
    if (reached == last)
      for (const Observation& observation : found) out.found.push_back(place_of(observation, bench));
    else if (!found.empty())
      ++reached;
  }
  return out;
}

std::string quoted(const std::vector<std::string>& texts) {
  return fmt::format("“{}”", fmt::join(texts, "”, “"));
}

std::string words_found(const Outcomes& outcomes, std::string_view source) {
  std::vector<std::string> texts;
  for (const auto& place : outcomes.found)
    if (place) texts.push_back(std::string(source.substr(place->begin, place->size())));
  return texts.empty() ? "what is not said" : quoted(texts);
}

std::string words_marked(const ExampleTranscript& example) {
  std::vector<std::string> texts;
  for (const Span& mark : example.marks) texts.push_back(example.source.substr(mark.begin, mark.size()));
  return quoted(texts);
}

bool is_as_marked(const Outcomes& outcomes, const std::vector<Span>& marks) {
  return outcomes.found.size() == marks.size() && std::ranges::all_of(outcomes.found, [&](const std::optional<Span>& place) {
    return place && std::ranges::find(marks, *place) != marks.end();
  });
}

// What is wrong with how the rule took an example; empty if nothing is.
std::string fault_of(const Rule& rule, const Example& example, bool must_fire, Bench& bench) {
  const auto contacts = example_contacts(rule, example.text);
  const Outcomes outcomes = rule.logic->check->steps_across() > 0 ? judge_contacts(rule, contacts, bench)
                                                                  : judge_alone(rule, contacts.front()->transcript, bench);
  const ExampleTranscript& shown = *contacts.back();
  if (!must_fire) return outcomes.found.empty() ? "" : "fires on " + words_found(outcomes, shown.source);
  if (outcomes.found.empty()) return outcomes.why_not.empty() ? "does not fire" : "does not fire: " + outcomes.why_not;
  if (example.times && outcomes.found.size() != static_cast<std::size_t>(*example.times))
    return fmt::format("fires {} time{}, not {}, on {}", outcomes.found.size(), outcomes.found.size() == 1 ? "" : "s",
                       *example.times, words_found(outcomes, shown.source));
  if (shown.marks.empty() || is_as_marked(outcomes, shown.marks)) return {};
  return fmt::format("fires on {}, but marked is {}", words_found(outcomes, shown.source), words_marked(shown));
}

// What a few lines leave out is no fault of them.
bool is_grave(const Finding& finding) {
  return finding.turn && finding.type == FindingType::fault && !finding.is_trial && finding.rule->severity >= Severity::warning;
}

}  // namespace

void check_examples(const Rule& rule, Bench& bench, std::vector<ExampleFault>& faults) {
  const auto check = [&](const Example& example, bool must_fire) {
    if (std::string what = fault_of(rule, example, must_fire, bench); !what.empty())
      faults.push_back({&rule, &example, 0, std::move(what)});
  };
  for (const Example& example : rule.examples->fires) check(example, true);
  for (const Example& example : rule.examples->quiet) check(example, false);
}

void check_say_instead(const Rule& rule, Judge& judge, std::vector<ExampleFault>& faults) {
  for (std::size_t i = 0; i < rule.say_instead.size(); ++i) {
    const auto said = example_transcript(rule, rule.say_instead[i]);
    for (const Finding& finding : judge.judge(said->transcript).findings)
      if (is_grave(finding))
        faults.push_back({&rule, nullptr, i, fmt::format("say_instead breaks {} with “{}”", finding.rule->name, finding.text)});
  }
}

void check_together(const Rule& rule, Judge& judge, std::vector<ExampleFault>& faults) {
  for (const Example& example : rule.examples->quiet) {
    std::set<std::string, std::less<>> awaited(example.but.begin(), example.but.end());
    for (const auto& contact : example_contacts(rule, example.text)) {
      for (const Finding& finding : judge.judge(contact->transcript).findings) {
        awaited.erase(finding.rule->name);
        awaited.erase(finding.rule->pack);
        const auto is_it = [&](const std::string& name) { return name == finding.rule->name || name == finding.rule->pack; };
        if (is_grave(finding) && std::ranges::none_of(example.but, is_it))
          faults.push_back({&rule, &example, 0, fmt::format("stays quiet, but {} finds “{}”", finding.rule->name, finding.text),
                            finding.rule});
      }
    }
    for (const std::string& name : awaited)
      faults.push_back({&rule, &example, 0, fmt::format("says that {} finds something here, and it does not", name)});
  }
}

std::vector<std::vector<ExampleFault>> check_rules(const std::vector<const Rule*>& rules, const RuleBook& book,
                                                   const Scorecard& card, bool are_together, int workers) {
  std::vector<std::vector<ExampleFault>> out(rules.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    Bench bench(book);
    Judge judge(book, card);
    for (std::size_t i; (i = next++) < rules.size();) {
      check_examples(*rules[i], bench, out[i]);
      check_say_instead(*rules[i], judge, out[i]);
      if (are_together) check_together(*rules[i], judge, out[i]);
    }
  };
  std::vector<std::jthread> others;
  for (int i = 1; i < workers; ++i) others.emplace_back(work);
  work();
  others.clear();
  return out;
}

}  // namespace decant
