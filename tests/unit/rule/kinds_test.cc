#include "unit/rule/judging.h"

using namespace decant::judging;

namespace {

void check(const std::string& head, std::span<const Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(std::string(row.rule));
    CAPTURE(std::string(row.conversation));
    CHECK(judged(head + row.rule, row.conversation) == std::string(row.expected));
  }
}

}  // namespace

TEST_CASE("forbid and praise: every hit; n/a without anybody to speak of") {
  constexpr Row rows[] = {
      {"find: kale", "Kale, my kale.", "fail: Kale | kale"},
      {"find: kale", "Leek.", "pass"},
      {"find: kale", "Customer: Kale.", "n/a"},
      {"find: kale\nrole: [bot]", "Agent: Kale.", "n/a"},
      {"find: kale\nrole: [bot]", "Agent: Kale.\nBot: Leek.", "pass"},
      {"find: kale\nwindow: {first: {turns: 1}}", "Agent: Leek.\nAgent: Kale.", "pass"},
      {"find: kale\nchannels: [chat]", "Kale.", "fail: Kale"},
  };
  check("kind: forbid\npoints: 1\n", rows);
  check("kind: praise\npoints: 1\n", rows);
}

TEST_CASE("require: said in its window, or an omission; n/a where there is no such window") {
  constexpr Row rows[] = {
      {"find: kale", "Kale.", "pass"},
      {"find: kale", "Leek.", "fail: (nothing said)"},
      {"find: kale", "Customer: Kale.", "n/a"},
      {"find: kale\nwindow: {last: {turns: 1}}", "Agent: Kale.\nAgent: Bye.", "fail: (nothing said)"},
      {"find: kale\nwindow: {first: {seconds: 5}}", "Kale.", "n/a"},
      {"find: kale\nwindow: {first: {seconds: 5}}", "[00:00] Agent: Kale.", "pass"},
      {"find: kale\nwindow: {first: {seconds: 5}}", "[00:00] Agent: Leek.\n[00:30] Agent: Kale.", "fail: (nothing said)"},
  };
  check("kind: require\npoints: 1\n", rows);
}

TEST_CASE("answer: a reply follows the trigger, or must not; n/a without a trigger") {
  constexpr Row rows[] = {
      {"reply: leek", "Leek.", "n/a"},
      {"reply: leek", "Customer: Kale?\nAgent: Leek.", "pass"},
      {"reply: leek", "Customer: Kale?\nAgent: Oh.\nAgent: Leek.", "fail: Oh."},
      {"reply: leek\nwithin: {turns: 2}", "Customer: Kale?\nAgent: Oh.\nAgent: Leek.", "pass"},
      {"reply: leek", "Agent: Hi.\nCustomer: Kale?", "fail: (nothing said)"},
      {"reply: leek", "Customer: Kale?\nCustomer: Kale?\nAgent: Oh.", "fail: Oh."},
      {"reply: leek", "Customer: Kale?\nAgent: Oh.\nCustomer: Kale?\nAgent: So?", "fail: Oh. | So?"},
      {"reply: leek", "Customer: Kale and leek.\nAgent: Oh.", "fail: Oh."},  // a reply comes later, and from the brand
      {"reply: leek\nmust: not-follow", "Customer: Kale?\nAgent: A leek.", "fail: leek"},
      {"reply: leek\nmust: not-follow", "Customer: Kale?\nAgent: Oh.", "pass"},
      {"reply: leek\nmust: not-follow", "Agent: A leek.\nCustomer: Kale?\nAgent: Oh.", "pass"},
      {"reply: leek\nwindow: {first: {turns: 1}}", "Agent: Hi.\nCustomer: Kale?\nAgent: Oh.", "n/a"},
      {"reply: leek\nwindow: {first: {turns: 2}}", "Agent: Hi.\nCustomer: Kale?\nAgent: Oh.", "fail: Oh."},
  };
  check("kind: answer\npoints: 1\ntrigger: kale\n", rows);
}

TEST_CASE("sequence: the last step is the fault; n/a without the first") {
  constexpr Row rows[] = {
      {"steps: [kale, leek]", "Leek.", "n/a"},
      {"steps: [kale, leek]", "Kale.", "pass"},
      {"steps: [kale, leek]", "Agent: Kale.\nAgent: A leek.", "fail: leek"},
      {"steps: [kale, {any: [soup], role: customer}, leek]", "Agent: Kale.\nCustomer: Soup.\nAgent: A leek.", "fail: leek"},
      {"steps: [kale, leek]\nwithin: {turns: 2}\nnot_between: soup", "Agent: Kale.\nAgent: Soup.\nAgent: Leek.", "pass"},
      {"steps: [kale, leek]\nwindow: {first: {turns: 1}}", "Agent: Kale.\nAgent: A leek.", "pass"},
  };
  check("kind: sequence\npoints: 1\n", rows);
}

TEST_CASE("limit: so many times, in the conversation or for every 100 words") {
  const std::string ten = "one two three four five six seven eight nine ten. ";
  std::string hundred;
  for (int i = 0; i < 10; ++i) hundred += ten;
  const auto limit = [](const std::string& keys, const std::string& text) { return judged("kind: limit\npoints: 1\nfind: kale\n" + keys, text); };
  CHECK(limit("at_most: 1", "Kale, my kale.") == "fail: kale {number 2, at most 1}");
  CHECK(limit("at_most: 2", "Kale, my kale.") == "pass");
  CHECK(limit("at_most: 0", "Kale.") == "fail: Kale {number 1, at most 0}");
  CHECK(limit("at_least: 1", "Leek.") == "fail: (nothing said) {0 times, at least 1}");
  CHECK(limit("at_least: 1", "Kale.") == "pass");
  CHECK(limit("at_least: 2\nwindow: {first: {turns: 1}}", "Agent: Kale.\nAgent: Kale.") == "fail: (nothing said) {1 times, at least 2}");
  CHECK(limit("at_most: 1\nper: 100-words", "Kale.") == "pass");
  CHECK(limit("at_most: 0\nper: 100-words", "Kale.") == "fail: Kale {number 1, at most 0 for this many words}");
  CHECK(limit("at_most: 1\nper: 100-words", "Kale, my kale.") == "fail: kale {number 2, at most 1 for this many words}");
  CHECK(limit("at_most: 1\nper: 100-words", "Kale, my kale. " + hundred + hundred) == "pass");
  CHECK(limit("at_most: 1\nper: 100-words", "Kale, my kale, our kale. " + hundred + hundred) ==
        "fail: kale {number 3, at most 2 for this many words}");
  // A customer's words make no room.
  CHECK(limit("at_most: 1\nper: 100-words", "Agent: Kale, my kale.\nCustomer: " + hundred + hundred) ==
        "fail: kale {number 2, at most 1 for this many words}");
  CHECK(limit("at_least: 1\nper: 100-words", ten) == "pass");
  CHECK(limit("at_least: 1\nper: 100-words", hundred) == "fail: (nothing said) {0 times, at least 1 for this many words}");
}

TEST_CASE("repeat: the same line again; n/a without long enough lines") {
  constexpr Row rows[] = {
      {"min_words: 3", "Thank you.", "n/a"},
      {"min_words: 3", "We like green kale. We like leek!", "pass"},
      {"min_words: 3", "We like green kale. WE like green  kale!", "fail: WE like green  kale {said 2 times}"},
      {"min_words: 3\ntimes: 3", "Agent: We like kale.\nAgent: We like kale.\nAgent: We like kale.", "fail: We like kale {said 3 times}"},
      {"min_words: 3", "Agent: We like kale.\nCustomer: We like kale.", "pass"},
      {"min_words: 3\nexcept: [kale]", "We like kale. We like kale. We like leek. We like leek.", "fail: We like leek {said 2 times}"},
      {"min_words: 3\nexcept: [kale]", "Agent: We like kale. We like kale.", "n/a"},
      {"min_words: 3\nagents: 2", "We like kale. We like kale.", "n/a"},
  };
  check("kind: repeat\npoints: 1\n", rows);
}

TEST_CASE("measure: a number with a threshold; n/a where there is none") {
  constexpr Row rows[] = {
      {"of: words\nat_most: 2", "One two three.", "fail: (nothing said) {words is 3.0, at most 2}"},
      {"of: words\nat_most: 3", "One two three.", "pass"},
      {"of: words\nat_least: 4", "One two three.", "fail: (nothing said) {words is 3.0, at least 4}"},
      {"of: talk-share\nat_most: 60", "Agent: One two three.\nCustomer: One.", "fail: (nothing said) {talk-share is 75.0, at most 60}"},
      {"of: words-per-sentence\nat_most: 2.5", "One two. One two three.", "pass"},
      {"of: words-per-sentence\nat_most: 2", "One two. One two three.", "fail: (nothing said) {words-per-sentence is 2.5, at most 2}"},
      {"of: response-gap\nat_most: 10", "Customer: Kale?\nAgent: Leek.", "n/a"},
      {"of: response-gap\nat_most: 10", "[00:00] Agent: Hi.\n[00:30] Agent: Hello?", "n/a"},
      {"of: hits\nfind: kale\nat_most: 1", "Kale, my kale.", "fail: Kale, my kale. {hits is 2.0, at most 1}"},
      {"of: hits\nfind: kale\nat_most: 1\nwindow: {first: {words: 2}}", "Kale, my kale.", "pass"},
      {"of: transfers\nfind: kale\nat_most: 0", "Leek.", "pass"},
      {"of: hits-per-100-words\nfind: kale\nat_most: 20", "Kale, my own dear kale.", "fail: (nothing said) {hits-per-100-words is 40.0, at most 20}"},
      {"of: reading-grade\nat_most: 3", "The cat sat. The dog ran.", "pass"},
      {"of: reading-grade\nat_most: 8",
       "Reimbursement eligibility notwithstanding, administrative considerations necessitate documentation.",
       "fail: (nothing said) {reading-grade is 42.8, at most 8}"},
  };
  check("kind: measure\npoints: 1\n", rows);
}
