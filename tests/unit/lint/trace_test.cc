// What traces say of the operators of a rule.
#include "lint/trace.h"

#include <doctest/doctest.h>

#include "lint/example_transcript.h"
#include "unit/lint/pack_of.h"

using namespace decant;

namespace {

// A rule, a conversation, and the trace of the one on the other.
struct Traced {
  explicit Traced(const std::string& find, const std::string& text, const std::string& kind = "forbid")
      : pack(book_of("- {id: r, kind: " + kind + ", message: m, points: 1, " + find + "}\n")), bench(*pack.book),
        example(example_transcript(pack.rule(), text)) {
    bench.put(example->transcript);
    traces = trace(pack.rule(), bench);
  }

  std::string words(const Sighting& sighting) const {
    return example->transcript.words.substr(sighting.words.begin, sighting.words.size());
  }

  BookOf pack;
  Bench bench;
  std::unique_ptr<ExampleTranscript> example;
  std::vector<Trace> traces;
};

}  // namespace

TEST_CASE("a phrase is seen where it was said, by the phrase of the pack") {
  const Traced traced("find: [plum, 'a (fig|date)']", "Plum and a date.");
  REQUIRE(traced.traces.size() == 1);
  const Trace& any = traced.traces[0];
  CHECK(any.label == "find");
  REQUIRE(any.phrases.size() == 2);
  CHECK(traced.words(any.phrases[0]) == "Plum");
  CHECK(any.phrases[1].phrase == "a (fig|date)");
  CHECK_FALSE(any.is_silent());
}

TEST_CASE("a filter tells what it dropped and because of what") {
  const Traced traced("find: {any: plum, not_in: [plum pie, a plum pie]}", "A plum pie and a plum.");
  const Trace& filter = traced.traces[0];
  CHECK(filter.is_filter);
  REQUIRE(filter.dropped.size() == 1);
  CHECK(traced.words(filter.dropped[0].hit) == "plum");
  REQUIRE(filter.dropped[0].because);
  CHECK(filter.dropped[0].because->phrase == "a plum pie");  // the longest that holds it
  CHECK(filter.hits.size() == 1);
}

TEST_CASE("of several words beside a hit the nearest is the reason") {
  const Traced traced("find: {any: plum, not_after: {find: [if, when], within: 9}}", "If or when a plum comes");
  REQUIRE(traced.traces[0].dropped.size() == 1);
  CHECK(traced.words(*traced.traces[0].dropped[0].because) == "when");
}

TEST_CASE("what stands in a sentence is asked sentence by sentence") {
  const Traced traced("find: {sentence: {all: [plum, pear]}}", "A plum. A pear.");
  const Trace& all = traced.traces[0].parts[0];
  CHECK(all.hits.empty());
  CHECK(all.parts[0].hits.size() == 1);
  CHECK(Traced("find: {sentence: {all: [plum, pear]}}", "A plum, a pear.").traces[0].parts[0].hits.size() == 1);
}

TEST_CASE("a part with a role of its own hears that role") {
  const Traced traced("find: {then: {steps: [{any: plum, role: customer}, pear]}}", "Customer: Plum\nAgent: Pear");
  const Trace& then = traced.traces[0];
  REQUIRE(then.parts.size() == 2);
  CHECK(then.parts[0].label == "step 1");
  CHECK(then.parts[0].parts[0].hits.size() == 1);
  CHECK(then.hits.size() == 1);
}

TEST_CASE("what calls for an answer may be said by anybody") {
  const Traced traced("trigger: plum, reply: pear", "Customer: Plum\nAgent: Pear", "answer");
  REQUIRE(traced.traces.size() == 2);
  CHECK(traced.traces[0].hits.size() == 1);
}

TEST_CASE("a silent rule is silent in all its parts") {
  CHECK(Traced("find: {any: plum, not_in: plum pie}", "Nothing of it.").traces[0].is_silent());
}
