#include "report/test_text.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lint/example_transcript.h"
#include "report/terminal.h"
#include "report/trace_text.h"
#include "text/width.h"

namespace decant {
namespace {

constexpr int indent = 4;

std::string counted(std::size_t count, std::string_view thing) { return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s"); }

void print_indented(const Passage& line, const Sheet& sheet, std::string& out) {
  out.append(indent, ' ');
  line.print_wrapped(sheet, indent, indent + 2, out);
}

// "path:line:column: ", which editors open at a click; never wrapped.
void write_place(const Place& place, std::string& out) {
  append_harmless(place.path, out);
  out += fmt::format(":{}:{}: ", place.line, place.column);
}

void write_turns(std::string_view text, const Sheet& sheet, std::string& out) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    print_indented(Passage(line, Ink::strong), sheet, out);
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
}

// "not exercised: 2 of 14 phrases", then each.
void write_covered(std::string_view what, const Covered& covered, const Sheet& sheet, std::string& out) {
  if (covered.missed.empty()) return;
  print_indented(Passage(fmt::format("{} of {} {}:", covered.missed.size(), covered.all, what)), sheet, out);
  for (const std::string& phrase : covered.missed) {
    out.append(2 * indent, ' ');
    Passage(phrase, Ink::strong).print_wrapped(sheet, 2 * indent, 2 * indent + 2, out);
  }
}

void write_missed_words(const std::string& what, const Covered& covered, const Sheet& sheet, std::string& out) {
  Passage line(fmt::format("{} of {} in {}: ", covered.missed.size(), covered.all, what));
  print_indented(line.add(fmt::format("{}", fmt::join(covered.missed, ", ")), Ink::strong), sheet, out);
}

}  // namespace

void write_pack_test(const PackTest& test, const std::vector<PackTest>& tests, const Sheet& sheet, std::string& out) {
  int name = 0, rules = 0, examples = 0;
  for (const PackTest& other : tests) {
    name = std::max(name, display_width(other.pack->name));
    rules = std::max(rules, display_width(counted(other.pack->rules.size(), "rule")));
    examples = std::max(examples, display_width(counted(other.examples, "example")));
  }
  const auto pad = [&](int columns) { out.append(static_cast<std::size_t>(std::max(columns, 0)), ' '); };
  const auto write_count = [&](const std::string& text, int width) {
    pad(width - display_width(text) + 2);
    out += text;
  };
  append_harmless(test.pack->name, out);
  pad(name - display_width(test.pack->name));
  write_count(counted(test.pack->rules.size(), "rule"), rules);
  write_count(counted(test.examples, "example"), examples);
  out += "  ";
  const std::size_t faults = test.faults.size();
  Passage(faults ? fmt::format("{} {}", faults, faults == 1 ? "fails" : "fail") : "ok", faults ? Ink::error : Ink::good).print(sheet, out);
  out += '\n';
}

void write_example_fault(const ExampleFault& fault, const PackTexts& texts, Bench& bench, const Sheet& sheet, std::string& out) {
  const Rule& rule = *fault.rule;
  out += '\n';
  if (!fault.example) {
    const auto written = texts.rule(rule)["say_instead"];
    const auto items = written.items();
    write_place(fault.say_instead < items.size() ? items[fault.say_instead].place() : written.place(), out);
    Passage(rule.name + ": ").add(fault.what, Ink::error).print(sheet, out);
    out += '\n';
    write_turns(rule.say_instead[fault.say_instead], sheet, out);
    return;
  }
  write_place(fault.example->place, out);
  Passage(rule.name + ' ').add(fault.what, Ink::error).print(sheet, out);
  out += '\n';
  write_turns(fault.example->text, sheet, out);
  const auto contacts = example_contacts(rule, fault.example->text);
  for (const auto& contact : contacts) {
    bench.put(contact->transcript);
    const bool with_turns = contact->transcript.turns.size() > 1;
    write_trace(trace(fault.finder ? *fault.finder : rule, bench), {contact->transcript.words, with_turns, indent}, sheet, out);
  }
}

void write_test_warnings(const RulePack& pack, const Sheet& sheet, std::string& out) {
  for (const Rule& rule : pack.rules) {
    if (!rule.examples->fires.empty() && !rule.examples->quiet.empty()) continue;
    write_place(rule.place, out);
    const std::string_view missing = !rule.examples->fires.empty()   ? "no example that must stay quiet"
                                     : !rule.examples->quiet.empty() ? "no example that must fire"
                                                           : "no examples";
    Passage("warning: ", Ink::warning).add(fmt::format("{} has {}", rule.name, missing)).print(sheet, out);
    out += '\n';
  }
}

void write_coverage(const PackCoverage& coverage, const Sheet& sheet, std::string& out) {
  for (const RuleCoverage& rule : coverage.rules) {
    if (rule.phrases.missed.empty() && rule.filters.missed.empty() && rule.partly.empty()) continue;
    out += "  ";
    Passage(rule.rule->name, Ink::strong).add(": in no example").print_wrapped(sheet, 2, indent, out);
    write_covered("phrases that should fire", rule.phrases, sheet, out);
    write_covered("phrases that should let it off", rule.filters, sheet, out);
    for (const PhraseCoverage& phrase : rule.partly) write_missed_words(std::string(phrase.phrase), phrase.alternatives, sheet, out);
  }
  const bool has_lists = std::ranges::any_of(coverage.lists, [](const ListCoverage& list) { return !list.entries.missed.empty(); });
  if (!has_lists) return;
  out += "  word lists: in no example\n";
  for (const ListCoverage& list : coverage.lists)
    if (!list.entries.missed.empty()) write_missed_words('{' + list.name + '}', list.entries, sheet, out);
}

}  // namespace decant
