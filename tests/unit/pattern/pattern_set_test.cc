#include "pattern/pattern_set.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "unit/pattern/sample_text.h"

namespace decant {
namespace {

PatternSpec phrase(std::string regex) { return {.regex = std::move(regex)}; }
PatternSpec raw(std::string regex) { return {.regex = std::move(regex), .is_raw = true}; }

// The matches of one pattern, as "turn:text"; both engines must agree.
std::vector<std::string> found(const PatternSpec& spec, const FoldedText& text) {
  REQUIRE(!check_regex(spec));
  PatternSet set;
  const PatternId id = set.add(spec);
  set.build();
  Scan fast(set);
  Scan slow(set, Scan::Engine::naive);
  fast.start(text);
  slow.start(text);
  std::vector<std::string> matches;
  for (uint32_t turn = 0; turn < text.turns.size(); ++turn) {
    const std::span<const Span> spans = fast.find(id, turn);
    CHECK(std::ranges::equal(spans, slow.find(id, turn)));
    CHECK((spans.empty() || fast.may_match(id, turn)));
    for (Span span : spans) {
      matches.push_back(std::to_string(turn) + ":" + text.lower.substr(span.begin, span.size()));
    }
  }
  return matches;
}

using Matches = std::vector<std::string>;

TEST_CASE("the same spec gives the same id") {
  PatternSet set;
  const PatternId a = set.add(phrase("can"));
  CHECK(set.add(raw("can")) != a);
  CHECK(set.add({.regex = "can", .word_begin = false}) != a);
  CHECK(set.add({.regex = "can", .word_end = false}) != a);
  CHECK(set.add(phrase("can")) == a);
  CHECK(set.size() == 4);
  CHECK(set.spec(a) == phrase("can"));
}

TEST_CASE("literals are told for people") {
  PatternSet set;
  const PatternId a = set.add(phrase("can_?t \\d"));
  const PatternId b = set.add(phrase("\\w+"));
  CHECK(set.literals(a) == std::vector<std::string>{" cant # ", " can_t # "});
  CHECK(set.literals(b).empty());
}

TEST_CASE("matches are found in their turns") {
  const FoldedText text = sample_text({"We can't. Can we?", "", "We cannot", "I can"});
  CHECK(found(phrase("can"), text) == Matches{"0:can", "3:can"});
  CHECK(found(phrase("we (?:can_t|cannot)"), text) == Matches{"0:we can_t", "2:we cannot"});
  CHECK(found(raw("can't|cannot"), text) == Matches{"0:can_t", "2:cannot"});
}

// What a prefilter gets wrong first.
TEST_CASE("patterns that prefilters miss are found") {
  CHECK(found(raw("@?can"), sample_text({"can"})) == Matches{"0:can"});           // not needed: '@'
  CHECK(found(raw("x\\b can"), sample_text({"x can"})) == Matches{"0:x can"});    // \b before a space
  CHECK(found(raw("\\b\\bcan"), sample_text({"can"})) == Matches{"0:can"});       // \b twice
  CHECK(found(raw("\\bcan"), sample_text({"can"})) == Matches{"0:can"});          // before the text
  CHECK(found(raw(" can"), sample_text({"x", " can"})) == Matches{"1: can"});     // at a turn's start
  CHECK(found(raw("can\\b"), sample_text({"pecan", "x"})) == Matches{"0:can"});   // boundary at a turn's end
  CHECK(found(raw("can$"), sample_text({"pecan", "x"})) == Matches{"0:can"});     // $ of a turn
  CHECK(found(raw("^can"), sample_text({"x", "candle"})) == Matches{"1:can"});    // ^ of a turn
  CHECK(found(raw("abcdefghijkl mnopqrstuvwxyz"), sample_text({"z"})).empty());   // longer than the text
  CHECK(found(raw("x.*yz$"), sample_text({"xyz", "x yz", "x yz."})) == Matches{"0:xyz", "1:x yz"});
}

TEST_CASE("letters that (?i) takes for k and s are found though literals miss them") {
  CHECK(found(raw("kelvin"), sample_text({"x", "\xE2\x84\xAA" "elvin"})).size() == 1);
  CHECK(found(raw("sorry"), sample_text({"\xC5\xBForry", "sorry"})).size() == 2);
  CHECK(found(phrase("sorry"), sample_text({"\xC5\xBForry"})).empty());
}

TEST_CASE("a match stays inside its turn") {
  const FoldedText text = sample_text({"we", "can", "we can"});
  CHECK(found(phrase("we can"), text) == Matches{"2:we can"});
  CHECK(found(raw("we\\s+can"), text) == Matches{"2:we can"});
}

TEST_CASE("what a word joins to is a word, whatever its alphabet") {
  const FoldedText text = sample_text({"caf\xC3\xA9 caf", "caf\xC3\xA9.", "caf"});
  CHECK(found(phrase("caf"), text) == Matches{"0:caf", "2:caf"});
  CHECK(found(phrase("caf\xC3\xA9"), text) == Matches{"0:caf\xC3\xA9", "1:caf\xC3\xA9"});
}

TEST_CASE("private bytes can be searched for") {
  CHECK(found(phrase("see \x01"), sample_text({"see \x01 now", "see it"})).empty());
  CHECK(found({.regex = "see \x01", .word_end = false}, sample_text({"see \x01 now", "see it"})).size() == 1);
}

TEST_CASE("patterns without literals are candidates in every turn") {
  PatternSet set;
  const PatternId id = set.add(raw("\\w{9}"));
  set.build();
  Scan scan(set);
  scan.start(sample_text({}));
  CHECK(scan.candidates().empty());
  CHECK(!scan.may_match(id));
  const FoldedText text = sample_text({"a", "something"});
  scan.start(text);
  CHECK(scan.may_match(id, 0));
  CHECK(!scan.may_match(id, 2));
  CHECK(scan.find(id, 0).empty());
  CHECK(scan.find(id, 1).size() == 1);
  CHECK(scan.find(id, 7).empty());
}

TEST_CASE("candidates are told in order, and only those that can match") {
  PatternSet set;
  const PatternId no = set.add(phrase("no"));
  const PatternId any = set.add(raw("\\w{9}"));
  const PatternId can = set.add(phrase("can"));
  set.build();
  Scan scan(set);
  const FoldedText text = sample_text({"can", "x", "can"});
  scan.start(text);
  CHECK(std::ranges::equal(scan.candidates(), std::vector<PatternId>{any, can}));
  CHECK(std::ranges::equal(scan.turns(can), std::vector<uint32_t>{0, 2}));
  CHECK(std::ranges::equal(scan.turns(any), std::vector<uint32_t>{0, 1, 2}));
  CHECK(!scan.may_match(no));
  CHECK(!scan.may_match(can, 1));
  CHECK(scan.find(no, 0).empty());
}

TEST_CASE("what was found stays until the next start, however much is asked") {
  PatternSet set;
  const PatternId id = set.add(phrase("no"));
  set.build();
  Scan scan(set);
  FoldedText text;
  for (int turn = 0; turn < 3000; ++turn) {
    const uint32_t begin = static_cast<uint32_t>(text.lower.size());
    text.lower += "no no no";
    text.turns.push_back({begin, begin + 8});
    text.has_foreign_letters.push_back(false);
    text.lower += '\n';
  }
  text.cased = text.lower;
  scan.start(text);
  const std::span<const Span> first = scan.find(id, 0);
  for (uint32_t turn = 0; turn < 3000; ++turn) REQUIRE(scan.find(id, turn).size() == 3);
  CHECK(first[2] == Span{6, 8});
  CHECK(scan.find(id, 0).data() == first.data());
}

TEST_CASE("many turns and many patterns cost what they hold") {
  PatternSet set;
  for (int i = 0; i < 2000; ++i) {
    std::string word = "w";
    for (int rest = i; rest > 0; rest /= 8) word += static_cast<char>('a' + rest % 8);
    set.add(phrase(word + "_x"));
  }
  set.build();
  FoldedText text;
  for (int turn = 0; turn < 100'000; ++turn) {
    const uint32_t begin = static_cast<uint32_t>(text.lower.size());
    text.lower += turn % 1000 == 0 ? "wb_x wc_x" : "nothing of the kind";
    text.turns.push_back({begin, static_cast<uint32_t>(text.lower.size())});
    text.has_foreign_letters.push_back(false);
    text.lower += '\n';
  }
  text.cased = text.lower;
  Scan scan(set);
  scan.start(text);
  REQUIRE(scan.candidates().size() == 2);
  CHECK(scan.turns(scan.candidates()[0]).size() == 100);
  CHECK(scan.find(scan.candidates()[1], 99'000).size() == 1);
}

TEST_CASE("threads share a set") {
  PatternSet set;
  const PatternId id = set.add(phrase("no(?:t|ne)?"));
  set.build();
  const FoldedText text = sample_text({"no, none, not", "caf\xC3\xA9 no"});
  std::vector<std::size_t> counts(4);
  std::vector<std::thread> threads;
  for (std::size_t& count : counts) {
    threads.emplace_back([&] {
      Scan scan(set);
      scan.start(text);
      count = scan.find(id, 0).size() + scan.find(id, 1).size();
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t count : counts) CHECK(count == 4);
}

TEST_CASE("a pattern is looked for in the turns of its voices only") {
  PatternSet set;
  const PatternId one = set.add({.regex = "kettle"});
  const PatternId any = set.add({.regex = "kettles?"});
  set.set_voices({1, all_voices});
  set.build();
  Scan scan(set);
  const FoldedText text = sample_text({"a kettle", "a kettle"});
  const std::vector<Voices> voices{2, 1};
  scan.start(text, voices);
  CHECK_FALSE(scan.may_match(one, 0));
  CHECK(scan.find(one, 1).size() == 1);
  CHECK(scan.find(any, 0).size() == 1);
  set.set_voices({all_voices, 0});
  scan.start(text, voices);
  CHECK(scan.find(one, 0).size() == 1);
  CHECK_FALSE(scan.may_match(any));
}

}  // namespace
}  // namespace decant
