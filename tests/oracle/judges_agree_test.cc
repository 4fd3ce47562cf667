// The slow, obvious judge runs RE2 for every pattern on every turn and every rule on every conversation; the fast one must
// say exactly the same, by the built-in packs and by one that has every kind and operator, about our own examples and, where they are at hand, thousands of real conversations.
#include <doctest/doctest.h>

#include <filesystem>

#include "cli/load_rules.h"
#include "lint/batch.h"
#include "report/outputs.h"

using namespace decant;

namespace {

class Kept final : public BatchListener {
 public:
  explicit Kept(const Output& output) : output_(output) {}
  void render(const Verdict& verdict, std::string& text) const override { output_.conversation(verdict, text); }
  bool tell(std::string text, const Errors&) override {
    text_ += text;
    return true;
  }
  const std::string& text() const { return text_; }

 private:
  const Output& output_;
  std::string text_;
};

std::string verdicts(const RulesInForce& rules, const std::string& path, Scan::Engine engine, Summary& summary) {
  OutputOptions options;
  options.show_pii = true;
  const auto output = output_format_named("jsonl")->make(options);
  Kept kept(*output);
  BatchOptions batch;
  batch.jobs = 4;
  batch.engine = engine;
  Walk walk({path}, {});
  summary = lint_batch(walk, *rules.book, rules.card, batch, kept).summary;
  return kept.text();
}

void check_agreement(const std::string& path) {
  auto rules = load_rules({DECANT_SOURCE_DIR "/examples/rules"}, "");
  REQUIRE(rules.ok());
  Summary fast_summary, slow_summary;
  const std::string fast = verdicts(*rules, path, Scan::Engine::prefiltered, fast_summary);
  const std::string slow = verdicts(*rules, path, Scan::Engine::naive, slow_summary);
  CHECK(fast_summary.conversations > 0);
  CHECK(fast_summary.errors == slow_summary.errors);
  const bool is_equal = fast == slow;  // the texts are too large to print
  CHECK(is_equal);
  MESSAGE(path << ": " << fast_summary.conversations << " conversations, " << fast_summary.turns << " turns");
}

}  // namespace

TEST_CASE("the judges agree on the examples") { check_agreement(DECANT_SOURCE_DIR "/examples"); }

TEST_CASE("the judges agree on real conversations") {
  const std::string folder = DECANT_SOURCE_DIR "/../shared/data/real";
  if (!std::filesystem::exists(folder)) {
    MESSAGE("skipped: " << folder << " is not there");
    return;
  }
  check_agreement(folder);
}
