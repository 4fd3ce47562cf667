// decant test: packs → the examples in them → whether they behave. Quiet where all is well, so that it can run on every save.
#include <algorithm>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/load_rules.h"
#include "cli/printing.h"
#include "report/test_text.h"
#include "rule/builtin.h"

namespace decant {
namespace {

// The packs that are asked for: the user's if there are any.
std::vector<const RulePack*> packs_to_test(const RulesInForce& rules, bool are_built_in) {
  std::vector<const RulePack*> out;
  for (const RulePack& pack : rules.book->packs) {
    const auto file = std::ranges::find_if(rules.packs, [&](const PackFile& one) { return one.tree.path == pack.place.path; });
    if (file->is_compiled_in == are_built_in) out.push_back(&pack);
  }
  return out;
}

std::vector<PackTest> test(const std::vector<const RulePack*>& packs, const RulesInForce& in_force, bool are_together) {
  std::vector<const Rule*> rules;
  for (const RulePack* pack : packs)
    for (const Rule& rule : pack->rules) rules.push_back(&rule);
  const int workers = std::max(2, static_cast<int>(std::thread::hardware_concurrency()));
  const auto faults = check_rules(rules, *in_force.book, in_force.card, are_together, workers);

  std::vector<PackTest> out;
  std::size_t next = 0;
  for (const RulePack* pack : packs) {
    PackTest& one = out.emplace_back();
    one.pack = pack;
    for (const Rule& rule : pack->rules) {
      one.examples += rule.examples->fires.size() + rule.examples->quiet.size();
      one.faults.insert(one.faults.end(), faults[next].begin(), faults[next].end());
      ++next;
    }
  }
  return out;
}

}  // namespace

int test_command(const TestOptions& options) {
  const auto rules = load_rules(options.packs, "");
  if (!rules) {
    const int status = fail(rules.errors());
    fmt::print(stderr, "decant: {} error{}; nothing was tested\n", rules.errors().size(), rules.errors().size() == 1 ? "" : "s");
    return status;
  }
  const std::vector<PackTest> tests = test(packs_to_test(*rules, options.packs.empty()), *rules, options.are_together);

  Bench bench(*rules->book);
  const PackTexts texts(*rules->book, rules->packs, builtin_lexicon());
  const Sheet sheet = standard_sheet(options.colour);
  std::string out;
  bool has_faults = false;
  for (const PackTest& one : tests) {
    write_pack_test(one, tests, sheet, out);
    write_test_warnings(*one.pack, sheet, out);
    for (const ExampleFault& fault : one.faults) write_example_fault(fault, texts, bench, sheet, out);
    if (!one.faults.empty() && &one != &tests.back()) out += '\n';
    if (options.with_coverage) write_coverage(coverage(*one.pack, texts, bench), sheet, out);
    has_faults |= !one.faults.empty();
  }
  return print(out, has_faults ? status_findings : status_clean);
}

}  // namespace decant
