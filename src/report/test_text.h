// What `decant test` prints: a line a pack, and what is to be told of examples that fail and of what none exercises.
#pragma once

#include <string>
#include <vector>

#include "lint/coverage.h"
#include "lint/examples.h"
#include "report/passage.h"
#include "rule/pack_texts.h"

namespace decant {

struct PackTest {
  const RulePack* pack = nullptr;
  std::size_t examples = 0;
  std::vector<ExampleFault> faults;
};

// "fruit  5 rules  12 examples  ok", in columns that are the same for all `tests`.
void write_pack_test(const PackTest& test, const std::vector<PackTest>& tests, const Sheet& sheet, std::string& out);

// "path:line:column: fruit/papaya does not fire", the example, and what each operator found in it.
void write_example_fault(const ExampleFault& fault, const PackTexts& texts, Bench& bench, const Sheet& sheet, std::string& out);

// Rules that nothing tests.
void write_test_warnings(const RulePack& pack, const Sheet& sheet, std::string& out);

void write_coverage(const PackCoverage& coverage, const Sheet& sheet, std::string& out);

}  // namespace decant
