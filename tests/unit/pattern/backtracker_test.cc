#include "pattern/backtracker.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace decant {
namespace {

using Outcome = Backtracker::Outcome;

// What is matched at the first byte of the turn, "" for nothing.
std::string match(std::string regex, std::string_view turn) {
  const auto matcher = Backtracker::of({.regex = std::move(regex)});
  REQUIRE(matcher);
  Backtracker::Scratch scratch;
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

// All matches of a raw regex, joined by '|'.
std::string all_of_raw(std::string regex, std::string_view turn) {
  const auto matcher = Backtracker::of({.regex = std::move(regex), .is_raw = true});
  REQUIRE(matcher);
  Backtracker::Scratch scratch;
  std::vector<Span> matches;
  REQUIRE(matcher->find_all(turn, 100, scratch, matches));
  std::string out;
  for (const Span& match : matches) out += (out.empty() ? "" : "|") + std::string(turn.substr(match.begin - 100, match.size()));
  return out;
}

TEST_CASE("raw regexes match in any case but where they ask for one") {
  CHECK(all_of_raw("sorry", "Sorry, SORRY") == "Sorry|SORRY");
  CHECK(all_of_raw("(?-i:[A-Z]{2,})", "We AGREE to IT") == "AGREE|IT");
  CHECK(all_of_raw("(?-i:A)b", "aB AB Ab") == "AB|Ab");
  CHECK(all_of_raw("[a-c]+x", "aBCx") == "aBCx");
}

TEST_CASE("raw regexes are tied to the ends of a turn and of words") {
  CHECK(all_of_raw("^a|b$", "a a b b") == "a|b");
  CHECK(all_of_raw("^(?:a|b)", "b a") == "b");
  CHECK(all_of_raw("\\bcan\\b", "can't scan, can") == "can|can");
  CHECK(all_of_raw("\\?\\s*$", "why? now?  ") == "?  ");
}

TEST_CASE("groups repeat, as often or as seldom as they can") {
  CHECK(all_of_raw("(?:ab)+", "ababab ab") == "ababab|ab");
  CHECK(all_of_raw("(?:ab)+?", "abab") == "ab|ab");
  CHECK(all_of_raw("a[^.]{0,20}?b", "a xb yb") == "a xb");
  CHECK(all_of_raw("a[^.]{2,}b", "ab axxb") == "ab axxb");
  CHECK(all_of_raw("(?:(?:x|y) )*z", "x y z") == "x y z");
  CHECK(all_of_raw("(?:[- ]{2})*z", "----z") == "----z");
  CHECK(all_of_raw("(?:a b?)*z", "a ba z") == "a ba z");
}

TEST_CASE("classes and signs beyond ASCII are read") {
  CHECK(all_of_raw("\\d+[^\\w ]", "12! 3 4\xE2\x82\xAC") == "12!|4\xE2\x82\xAC");
  CHECK(all_of_raw("a[^\\n.]+\\tz", "ab\tz a\nb\tz") == "ab\tz");
  CHECK(all_of_raw("[$\xE2\x82\xAC] ?\\d", "$1 \xE2\x82\xAC 2") == "$1|\xE2\x82\xAC 2");
  CHECK(all_of_raw("a\xE2\x80\x93z", "A\xE2\x80\x93Z") == "A\xE2\x80\x93Z");
}

TEST_CASE("of many ways the first that fits is gone") {
  const std::string words = "(?:(?:,? |-)now|(?:,? |-)then|(?:,? |-)soon|(?:,? |-)so|(?:,? |-)today|(?:,? |-)here|(?:,? |-)there|(?:,? |-)again|-|)";
  CHECK(match("come" + words, "come soon") == "come soon");
  CHECK(match("come" + words, "come, there") == "come, there");
  CHECK(match("come" + words, "come-again") == "come-again");
  CHECK(match("come" + words, "come on") == "come");
}

TEST_CASE("what it cannot read is left to RE2") {
  for (const char* regex : {"\\pL", "(?:a?)*", "caf\xC3\xA9", "[[:alpha:]]", "(?:ab){40}", "(?s).", "[^\xE2\x80\x93]"}) {
    CAPTURE(regex);
    CHECK_FALSE(Backtracker::of({.regex = regex}));
  }
}

TEST_CASE("what is made to vex it is left to RE2") {
  std::string regex = "a", turn = "a";
  for (int i = 0; i < 12; ++i) {
    regex += "(?: [^ ]*[^ .]){0,8}";
    turn += " b b b";
  }
  const auto matcher = Backtracker::of({.regex = regex + " c"});
  REQUIRE(matcher);
  Backtracker::Scratch scratch;
  uint32_t end = 0;
  CHECK(matcher->match(turn, 0, end, scratch) == Outcome::unknown);
  std::vector<Span> matches;
  CHECK_FALSE(matcher->find_all(turn + turn + turn, 0, scratch, matches));
  CHECK(matches.empty());
}

}  // namespace
}  // namespace decant
