#include "pattern/phrase_matcher.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>

namespace decant {
namespace {

using Outcome = PhraseMatcher::Outcome;

// What is matched at the first byte of the turn, "" for nothing.
std::string match(std::string regex, std::string_view turn) {
  const auto matcher = PhraseMatcher::of({.regex = std::move(regex)});
  REQUIRE(matcher);
  PhraseMatcher::Scratch scratch;
  uint32_t end = 0;
  const Outcome outcome = matcher->match(turn, 0, end, scratch);
  REQUIRE(outcome != Outcome::unknown);
  return outcome == Outcome::found ? std::string(turn.substr(0, end)) : "";
}

TEST_CASE("the first way that leads to the end is the match, as in RE2") {
  CHECK(match("(?:a|a b)", "a b") == "a");
  CHECK(match("(?:a b|a)", "a b") == "a b");
  CHECK(match("(?:a|a b) c", "a b c") == "a b c");
  CHECK(match("a(?: b)?", "a b") == "a b");
  CHECK(match("a(?: [^ ]*[^ .]){0,3}? b", "a b b b") == "a b");
  CHECK(match("a(?: [^ ]*[^ .]){0,3} b", "a b b b") == "a b b b");
}

TEST_CASE("a match ends at the end of a word") {
  CHECK(match("can", "can") == "can");
  CHECK(match("can", "can't").size() == 3);  // folded text has '_' there
  CHECK(match("can", "can_t") == "");
  CHECK(match("refus[a-z]*", "refuses it") == "refuses");
}

TEST_CASE("a run gives back what the rest needs") {
  CHECK(match("x [^ ]*[^ .!?] y", "x one.two! y") == "");
  CHECK(match("x [^ ]*[^ .!?] y", "x one.two y") == "x one.two y");
}

TEST_CASE("a character beyond ASCII is one, and what is none is none") {
  CHECK(match("x [^ ]*[^ .] y", "x \xE2\x82\xAC y") == "x \xE2\x82\xAC y");
  CHECK(match("x [^ ] y", "x \xE2\x82\xAC y") == "x \xE2\x82\xAC y");
  CHECK(match("x [^ ]*[^ .] y", "x \xE2\x82 y") == "");
}

TEST_CASE("what it cannot read is left to RE2") {
  for (const char* regex : {"(?i)a", "\\pL", "a.b", "^a", "(a)", "(?:a|b)*", "caf\xC3\xA9", "[[:alpha:]]", "a{40}"}) {
    CAPTURE(regex);
    CHECK_FALSE(PhraseMatcher::of({.regex = regex}));
  }
  CHECK_FALSE(PhraseMatcher::of({.regex = "a", .is_raw = true}));
  CHECK_FALSE(PhraseMatcher::of({.regex = "a", .word_begin = false}));
}

TEST_CASE("what is made to vex it is left to RE2") {
  std::string regex = "a", turn = "a";
  for (int i = 0; i < 12; ++i) {
    regex += "(?: [^ ]*[^ .]){0,8}";
    turn += " b b b";
  }
  const auto matcher = PhraseMatcher::of({.regex = regex + " c"});
  REQUIRE(matcher);
  PhraseMatcher::Scratch scratch;
  uint32_t end = 0;
  CHECK(matcher->match(turn, 0, end, scratch) == Outcome::unknown);
}

}  // namespace
}  // namespace decant
