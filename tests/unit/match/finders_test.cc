#include "unit/rule/judging.h"

using namespace decant::judging;

TEST_CASE("any: one place is one hit, the first and the longest of what overlaps") {
  constexpr Row rows[] = {
      {"kale", "The kale and the Kale.", "kale | Kale"},
      {"[kale, leek]", "Leek, then kale.", "Leek | kale"},
      {"{any: [kale, kale soup]}", "A kale soup.", "kale soup"},
      {"[kale soup, soup bowl]", "A kale soup bowl.", "kale soup"},
      {"[{any: [leek]}, kale]", "Kale or leek.", "Kale | leek"},
      {"[{all: [kale, leek]}, chard]", "Kale, leek, chard.", "Kale, leek | chard"},
      {"kale", "Kales are not it.", "-"},
      {"/ka+le/", "KAAALE!", "KAAALE"},
      {"kale", "Customer: Kale.", "n/a"},
      {"kale", "Customer: Kale.\nAgent: Yes.", "-"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.rule));
    CAPTURE(std::string(row.conversation));
    CHECK(found(row.rule, row.conversation) == std::string(row.expected));
  }
}

TEST_CASE("all: in one turn, in any order, once a turn; in one sentence inside sentence") {
  constexpr Row rows[] = {
      {"{all: [kale, leek]}", "A leek. And some kale!", "leek. And some kale"},
      {"{all: [kale, leek]}", "Agent: A leek.\nAgent: And kale.", "-"},
      {"{all: [kale, leek]}", "Agent: Kale, leek.\nAgent: Leek, kale.", "Kale, leek | Leek, kale"},
      {"{all: [kale, leek]}", "Kale, kale, leek.", "Kale, kale, leek"},
      {"{all: [kale, [leek, chard], soup]}", "Chard and kale soup.", "Chard and kale soup"},
      {"{sentence: {all: [kale, leek]}}", "A leek. And some kale!", "-"},
      {"{sentence: {all: [kale, leek]}}", "Some kale. A leek with kale. Leek!", "leek with kale"},
      {"{sentence: [kale]}", "Kale. Kale!", "Kale | Kale"},
      {"{sentence: {any: [kale], not_near: {find: leek, in: sentence}}}", "Kale with leek. Kale.", "Kale"},
      {"{sentence: {sentence: {all: [kale, leek]}}}", "Kale, leek. Kale.", "Kale, leek"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.rule));
    CAPTURE(std::string(row.conversation));
    CHECK(found(row.rule, row.conversation) == std::string(row.expected));
  }
}

TEST_CASE("near: at most so many words between neighbours, either way unless ordered") {
  constexpr Row rows[] = {
      {"{near: {find: [kale, leek], words: 2}}", "kale one two leek", "kale one two leek"},
      {"{near: {find: [kale, leek], words: 2}}", "kale one two three leek", "-"},
      {"{near: {find: [kale, leek], words: 2}}", "leek one two kale", "leek one two kale"},
      {"{near: {find: [kale, leek], words: 2, ordered: true}}", "leek one two kale", "-"},
      {"{near: {find: [kale, leek], words: 0}}", "kale leek and leek kale", "kale leek | leek kale"},
      {"{near: {find: [kale, leek]}}", "kale one two three four five leek", "kale one two three four five leek"},
      {"{near: {find: [kale, leek]}}", "kale one two three four five six leek", "-"},
      {"{near: {find: [kale, leek, chard], words: 1}}", "kale x leek x chard", "kale x leek x chard"},
      {"{near: {find: [kale, leek, chard], words: 1, ordered: true}}", "kale x chard x leek", "-"},
      {"{near: {find: [kale, [leek, chard]], words: 1}}", "chard, kale", "chard, kale"},
      {"{near: {find: [kale, leek], words: 1}}", "Agent: kale\nAgent: leek", "-"},
      {"{near: {find: [kale, {any: [leek], not_in: [leek soup]}], words: 1}}", "kale, leek soup", "-"},
      // A later first part may be the close one.
      {"{near: {find: [kale, leek], words: 1, ordered: true}}", "kale a b c d kale leek", "kale leek"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.rule));
    CAPTURE(std::string(row.conversation));
    CHECK(found(row.rule, row.conversation) == std::string(row.expected));
  }
}

TEST_CASE("then: each step after the one before, within so many turns of anybody; the hit is the last") {
  constexpr Row rows[] = {
      {"{then: {steps: [kale, leek]}}", "Kale, then leek.", "leek"},
      {"{then: {steps: [kale, leek]}}", "Leek, then kale.", "-"},
      {"{then: {steps: [kale, leek]}}", "Agent: Kale.\nAgent: Leek.", "Leek"},
      {"{then: {steps: [kale, leek]}}", "Agent: Kale.\nCustomer: Oh.\nAgent: Leek.", "-"},
      {"{then: {steps: [kale, leek], within: {turns: 2}}}", "Agent: Kale.\nCustomer: Oh.\nAgent: Leek.", "Leek"},
      {"{then: {steps: [kale, leek], within: {turns: 0}}}", "Agent: Kale.\nAgent: Leek.", "-"},
      {"{then: {steps: [kale, {any: [leek], role: customer}]}}", "Agent: Kale.\nCustomer: Leek.", "Leek"},
      {"{then: {steps: [kale, {any: [leek], role: customer}]}}", "Agent: Kale.\nAgent: Leek.", "-"},
      {"{then: {steps: [kale, leek, chard], within: {turns: 1}}}", "Agent: Kale.\nAgent: Leek.\nAgent: Chard.", "Chard"},
      {"{then: {steps: [kale, leek], within: {turns: 2}, not_between: soup}}", "Agent: Kale.\nAgent: Soup.\nAgent: Leek.", "-"},
      {"{then: {steps: [kale, leek], within: {turns: 2}, not_between: soup}}",
       "Agent: Kale.\nAgent: Soup, kale.\nAgent: Leek.", "Leek"},
      {"{then: {steps: [kale, leek], within: {turns: 2}, not_between: {any: [soup], role: customer}}}",
       "Agent: Kale.\nCustomer: Soup.\nAgent: Leek.", "-"},
      {"{then: {steps: [kale, {then: {steps: [leek, chard]}}], within: {turns: 3}}}",
       "Agent: Kale.\nAgent: Leek.\nAgent: Chard.", "Chard"},
      {"{then: {steps: [kale, leek]}, question: only}", "Kale. Is it leek?", "leek"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.rule));
    CAPTURE(std::string(row.conversation));
    CHECK(found(row.rule, row.conversation) == std::string(row.expected));
  }
}

TEST_CASE("weigh: cues add up in a sentence or a turn, each once; what speaks against counts too") {
  const std::string cues = "at_least: 4, cues: [{find: kale, weight: 2}, {find: [leek, chard], weight: 2}, {name: no, find: soup, weight: -3}]";
  const std::string in_sentence = "{weigh: {" + cues + "}}", in_turn = "{weigh: {in: turn, " + cues + "}}";
  CHECK(found(in_sentence, "Kale and leek.") == "Kale and leek");
  CHECK(found(in_sentence, "Kale. Leek.") == "-");
  CHECK(found(in_turn, "Kale. Leek.") == "Kale. Leek");
  CHECK(found(in_sentence, "Kale and kale.") == "-");
  CHECK(found(in_sentence, "Leek and chard.") == "-");  // one cue
  CHECK(found(in_sentence, "Kale and leek in a soup.") == "-");
  CHECK(found(in_turn, "Kale and leek. A soup.") == "-");
  CHECK(found(in_sentence, "Kale and leek. A soup.") == "Kale and leek");
  CHECK(found(in_sentence, "Agent: Kale.\nAgent: Leek.") == "-");
  CHECK(found("{weigh: {at_least: 2, cues: [{find: {any: [kale], not_in: [kale soup]}, weight: 2}]}}", "A kale soup. Kale.") == "Kale");
}
