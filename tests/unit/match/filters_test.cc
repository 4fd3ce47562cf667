#include "unit/rule/judging.h"

using namespace decant::judging;

namespace {

void check(std::span<const Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(std::string(row.rule));
    CAPTURE(std::string(row.conversation));
    CHECK(found(row.rule, row.conversation) == std::string(row.expected));
  }
}

}  // namespace

TEST_CASE("not_in: drops a hit inside, or overlapping, a longer phrase") {
  constexpr Row rows[] = {
      {"{any: [kale], not_in: [kale soup]}", "Kale soup, kale.", "kale"},
      {"{any: [kale soup], not_in: [soup of the day]}", "Kale soup of the day.", "-"},
      {"{any: [kale soup of], not_in: [of it]}", "Kale soup of it.", "Kale soup of"},  // shorter than the hit
      {"{any: [kale], not_in: [{near: {find: [kale, leek]}}]}", "Kale with leek. There is a lot of other kale.", "kale"},
      {"{any: [kale], not_in: '/kale[0-9]/'}", "kale1", "-"},
      {"{any: [/kal/], not_in: [kale]}", "kale", "-"},  // a regex may hit a part of a word
  };
  check(rows);
}

TEST_CASE("not_in: a phrase of one word can drop no longer hits, and is refused if all are longer") {
  constexpr Row rows[] = {
      {"{any: [kale soup], not_in: [kale]}", "", "broken: \"kale\" can never make a hit innocent: every hit is longer"},
      {"{any: [kale soup], not_in: [kale soup bowl, leek]}", "", "broken: \"leek\" can never make a hit innocent: every hit is longer"},
      {"{any: [kale soup, leek], not_in: [leek]}", "Kale soup, leek.", "Kale soup"},  // the same words
      {"{any: [can't], not_in: [can not]}", "I can't.", "-"},
      {"{any: [\"[kale] soup\"], not_in: [soup]}", "Soup and kale soup.", "kale soup"},
      {"{any: [kale soup, \"soup c++\"], not_in: [kale]}", "Kale soup.", "Kale soup"},  // one that does not end between words
  };
  check(rows);
}

TEST_CASE("not_after, not_before: words close by in the same clause") {
  constexpr Row rows[] = {
      {"{any: [kale], not_after: [if]}", "if there is kale", "-"},
      {"{any: [kale], not_after: [if]}", "if one two three kale", "kale"},
      {"{any: [kale], not_after: [if]}", "if so, kale", "kale"},
      {"{any: [kale], not_after: [if]}", "kale if need be", "kale"},
      {"{any: [kale], not_after: {find: [if], within: 5}}", "if one two three kale", "-"},
      {"{any: [kale], not_after: {find: [if], within: 0}}", "if kale", "kale"},
      {"{any: [kale], not_after: {find: [if]}}", "if kale", "-"},
      {"{any: [kale], not_before: [soup]}", "kale and soup", "-"},
      {"{any: [kale], not_before: [soup]}", "kale, soup", "kale"},
      {"{any: [kale], not_before: [soup]}", "soup and kale", "kale"},
      {"{any: [kale], not_before: {find: [soup], within: 1}}", "kale and soup", "kale"},
      {"{any: [kale], not_after: {any: [if, when]}}", "when kale", "-"},
      {"{any: [kale], not_after: [if], not_before: [soup]}", "kale. if kale. kale soup", "kale"},
  };
  check(rows);
}

TEST_CASE("not_near: on either side, so many words away, in the sentence or in the turn") {
  constexpr Row rows[] = {
      {"{any: [kale], not_near: leek}", "kale one two three four five leek", "-"},
      {"{any: [kale], not_near: leek}", "kale one two three four five six leek", "kale"},
      {"{any: [kale], not_near: {any: [leek], not_in: [leek soup]}}", "leek soup, kale", "kale"},
      {"{any: [kale], not_near: {find: leek, words: 1}}", "leek one kale", "-"},
      {"{any: [kale], not_near: {find: leek, words: 1}}", "leek one two kale", "kale"},
      {"{any: [kale], not_near: {find: leek, in: sentence}}", "Leek one two three four five six kale. Kale.", "Kale"},
      {"{any: [kale], not_near: {find: leek, in: turn}}", "Kale. Leek.", "-"},
      {"{any: [kale], not_near: {find: leek, in: turn}}", "Agent: Kale.\nAgent: Leek.", "Kale"},
      {"{sentence: {any: [kale], not_near: {find: leek, in: turn}}}", "Kale. Leek.", "-"},
      {"{any: [kale], not_near: {find: {any: [leek], role: customer}, in: turn}}", "Agent: Kale.\nCustomer: Leek.", "Kale"},
  };
  check(rows);
}

TEST_CASE("question: only in questions, or never in them") {
  constexpr Row rows[] = {
      {"{any: [kale], question: only}", "Kale? Kale.", "Kale"},
      {"{any: [kale], question: never}", "Kale? It is kale.", "kale"},
      {"{any: [kale], question: only}", "can you eat kale", "kale"},
      {"{any: [kale], question: never}", "can you eat kale", "-"},
  };
  check(rows);
}

TEST_CASE("quoted: skips what is read back or stands in quotation marks") {
  constexpr Row rows[] = {
      {"{any: [kale], quoted: skip}", "You said kale. It is kale.", "kale"},
      {"{any: [kale], quoted: skip}", "The label says \"kale\" here.", "-"},
      {"{any: [kale], quoted: skip}", "\"Leek\" and kale and \"chard\".", "kale"},
      {"{any: [kale], quoted: skip}", "Kale is what you said.", "Kale"},
      {"{any: [kale], quoted: skip}", "5\" of kale.", "kale"},  // a mark without its fellow
  };
  check(rows);
}

TEST_CASE("window: the first or last turns and words of those at hand, seconds, percent") {
  constexpr Row rows[] = {
      {"{any: [kale], window: {first: {turns: 1}}}", "Customer: Oh.\nAgent: Kale.\nAgent: Kale!", "Kale"},
      {"{any: [kale], window: {last: {turns: 1}}}", "Agent: One kale.\nAgent: Two kale.\nCustomer: Oh.", "kale"},
      {"{any: [kale], window: {first: {words: 2}}}", "One kale. Three kale.", "kale"},
      {"{any: [kale], window: {first: {words: 2}}}", "Customer: One two three.\nAgent: One kale.", "kale"},
      {"{any: [kale], window: {last: {words: 1}}}", "Kale, one kale", "kale"},
      {"{any: [kale], window: {first: {seconds: 10}}}", "[00:00] Agent: Leek.\n[00:09] Agent: Kale.\n[00:20] Agent: Kale.", "Kale"},
      {"{any: [kale], window: {last: {seconds: 10}}}", "[00:00] Agent: Kale.\n[00:30] Agent: One kale.\n[00:35] Agent: Bye.", "kale"},
      // A long turn is no point in time.
      {"{any: [kale], window: {first: {seconds: 10}}}", "[00:00] Agent: Kale a b c d e f g h i j k kale.\n[01:00] Agent: Bye.", "Kale"},
      {"{any: [kale], window: {first: {seconds: 10}}}", "Kale.", "-"},
      {"{any: [kale], window: {first: {percent: 50}}}", "Kale one two three four five six kale.", "Kale"},
      {"{any: [kale], window: {last: {percent: 20}}}", "Kale one two three four five six kale.", "kale"},
      {"{any: [kale], role: customer, window: {first: {turns: 1}}}", "Agent: Hello.\nCustomer: Kale.\nCustomer: Kale.", "Kale"},
  };
  check(rows);
}

TEST_CASE("role: whose words are looked at, by the finder and all filters beside it") {
  constexpr Row rows[] = {
      {"{any: [kale], role: customer}", "Agent: Kale.\nCustomer: My kale.", "kale"},
      {"{any: [kale], role: [bot]}", "Agent: A kale.\nBot: Kale.", "Kale"},
      {"{any: [kale], role: agent}", "Agent: A kale.\nBot: Kale.", "kale | Kale"},
      {"{any: [kale], role: [agent]}", "Agent: A kale.\nBot: Kale.", "kale"},
      {"{any: [kale], not_in: [kale soup], role: customer}", "Agent: Kale.\nCustomer: Kale soup, my kale.", "kale"},
      {"[{any: [kale], role: customer}, {any: [leek], role: [supervisor]}]", "Agent: Hi.\nCustomer: Kale.\nSupervisor: Leek.", "Kale | Leek"},
      {"{any: [kale], role: unknown}", "", "broken: no rule may speak of unknown speakers"},
  };
  check(rows);
}
