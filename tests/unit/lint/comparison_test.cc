#include "lint/comparison.h"

#include <doctest/doctest.h>

namespace decant {
namespace {

struct Side {
  Rule rule;
  Verdict verdict;

  explicit Side(std::string path) {
    rule.name = "p/r";
    verdict.path = std::move(path);
    verdict.score.final_score = Points::whole(80);
  }
  Side& says(std::string text, std::string likeness) {
    Finding finding;
    finding.rule = &rule;
    finding.text = std::move(text);
    finding.likeness = std::move(likeness);
    verdict.findings.push_back(std::move(finding));
    return *this;
  }
};

std::string known(const Verdict& verdict) {
  std::string out;
  for (const Finding& finding : verdict.findings) out += finding.is_known ? 'k' : 'n';
  return out;
}

Comparison compared() {
  const auto name = [](const std::string& path) { return path.substr(2); };
  return Comparison({name, name, [](const std::string& path) { return path; }});
}

TEST_CASE("the same words are known wherever they stand, in the same turn or in another") {
  Comparison comparison = compared();
  Side before("a/x"), after("b/x");
  comparison.add(before.says("one", "1").says("two", "2").verdict);
  comparison.mark(after.says("two", "9").says("one", "1").says("one", "8").verdict);
  CHECK(known(after.verdict) == "kkn");
  CHECK(after.verdict.before == Points::whole(80));
  const Compared result = comparison.result();
  CHECK(result.added == 1);
  CHECK(result.kept == 2);
  CHECK(result.gone.empty());
  CHECK(result.rules.at("p/r").after == 3);
}

TEST_CASE("what is missing is gone, what was suppressed before is news") {
  Comparison comparison = compared();
  Side before("a/x"), after("b/x");
  before.says("one", "1").says("two", "2");
  before.verdict.findings[0].suppressed = Suppressed{};
  comparison.add(before.verdict);
  comparison.mark(after.says("one", "1").verdict);
  CHECK(known(after.verdict) == "n");
  REQUIRE(comparison.result().gone.size() == 1);
  CHECK(comparison.result().gone[0].text == "two");
}

TEST_CASE("another file or another conversation knows nothing") {
  Comparison comparison = compared();
  Side before("a/x"), file("b/y"), id("b/x");
  comparison.add(before.says("one", "1").verdict);
  comparison.mark(file.says("one", "1").verdict);
  id.verdict.id = "c";
  comparison.mark(id.says("one", "1").verdict);
  CHECK(known(file.verdict) + known(id.verdict) == "nn");
  CHECK(!file.verdict.before);
}

}  // namespace
}  // namespace decant
