#include "pattern/regex.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "unit/pattern/sample_text.h"

namespace decant {
namespace {

// The words that a phrase or a raw regex finds in one turn.
std::vector<std::string> found(const PatternSpec& spec, std::string_view turn) {
  const FoldedText text = sample_text({turn});
  std::vector<Span> matches;
  const std::string& buffer = spec.is_raw ? text.cased : text.lower;
  Regex(spec).find_all(buffer, text.has_foreign_letters[0], 0, matches);
  std::vector<std::string> words;
  for (Span match : matches) words.push_back(buffer.substr(match.begin, match.size()));
  return words;
}

PatternSpec phrase(std::string regex) { return {.regex = std::move(regex)}; }
PatternSpec raw(std::string regex) { return {.regex = std::move(regex), .is_raw = true}; }

using Words = std::vector<std::string>;

TEST_CASE("a phrase is found as whole words only") {
  CHECK(found(phrase("can"), "We can, can't we? Candles can") == Words{"can", "can"});
  CHECK(found(phrase("can_t"), "I can't") == Words{"can_t"});
  CHECK(found({.regex = "refus", .word_end = false}, "refused, unrefused") == Words{"refus"});
  CHECK(found({.regex = "ed", .word_begin = false}, "refused edit") == Words{"ed"});
}

TEST_CASE("a letter beyond ASCII is part of its word") {
  CHECK(found(phrase("caf"), "a caf\xC3\xA9, a caf") == Words{"caf"});
  CHECK(found(phrase("caf\xC3\xA9"), "caf\xC3\xA9. caf\xC3\xA9s caf\xC3\xA9") ==
        Words{"caf\xC3\xA9", "caf\xC3\xA9"});
  CHECK(found(phrase("tat"), "\xC3\xA9tat tat") == Words{"tat"});
  CHECK(found(phrase("caf"), "caf\xCC\x81") == Words{});  // e and a combining accent would be, too
}

TEST_CASE("a phrase with a letter beyond ASCII keeps its boundary in a turn that has none") {
  std::vector<Span> matches;
  Regex(phrase("\xE2\x82\xAC 5")).find_all("a \xE2\x82\xAC 5 b", false, 0, matches);
  CHECK(matches.size() == 1);
}

TEST_CASE("one separator serves two matches") {
  CHECK(found(phrase("no"), "no no no \xC3\xA9").size() == 3);
  CHECK(found(phrase("no"), "no no no").size() == 3);
}

TEST_CASE("matches count from the turn's place, leftmost first, without overlaps") {
  std::vector<Span> matches;
  Regex(phrase("no no")).find_all("no no no no no", false, 100, matches);
  CHECK(matches == std::vector<Span>{{100, 105}, {106, 111}});
}

TEST_CASE("a raw regex ignores case and has no boundaries but its own") {
  CHECK(found(raw("can"), "CAN candle") == Words{"CAN", "can"});
  CHECK(found(raw("^no"), "No no") == Words{"No"});
  CHECK(found(raw("no$"), "No no") == Words{"no"});
  CHECK(found(raw("can't"), "I Can't") == Words{"Can't"});
}

TEST_CASE("a regex that says nothing wrong is accepted") {
  CHECK(!check_regex(raw("a|b+?(?P<name>c)[[:alpha:]]\\pL")));
  CHECK(!check_regex(phrase("(?:we|our team)(?:,? (?:- )?|-)(?:can_?t|cannot)")));
}

TEST_CASE("a bad regex is told, and where it is bad") {
  struct Row {
    const char* regex;
    const char* what;
    std::optional<uint32_t> at;
  };
  const std::vector<Row> rows = {
      {"ab\\y", "RE2 knows no escape '\\y'", 2},
      {"(?=a)b", "RE2 knows no group '(?='", 0},
      {"ab(c", "')' is missing", {}},
      {"ab)c", "')' without its '('", {}},
      {"a[bc", "']' is missing", 1},
      {"a[c-b]", "bad range 'c-b' in a character class", 2},
      {"*a", "'*' has nothing to repeat", 0},
      {"a**", "bad repetition '**'", 1},
      {"a{1001}", "bad repetition '{1001}' (1000 at most)", 1},
      {"a\\", "'\\' at the end", {}},
      {"\xFF", "the regex is no valid UTF-8", {}},
      {"\\y \\y", "RE2 knows no escape '\\y'", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.regex);
    const std::optional<RegexFault> fault = check_regex(raw(row.regex));
    REQUIRE(fault);
    CHECK(fault->what == row.what);
    CHECK(fault->at == row.at);
  }
}

TEST_CASE("a regex beyond the budget is refused") {
  const std::optional<RegexFault> fault = check_regex(raw("((a{100}){100}){100}"));
  REQUIRE(fault);
  CHECK(check_regex(raw("(?:\\pL{500}){2}")));
}

TEST_CASE("a regex that can match the empty text is refused") {
  for (const char* regex : {"", "a*", "a?", "(?:a|)", "\\b", "\\B", "^", "$", "(?m)^", "a{0}", "^$", "(?:\\b|x)"}) {
    CAPTURE(regex);
    const std::optional<RegexFault> fault = check_regex(raw(regex));
    REQUIRE(fault);
    CHECK(fault->what == "the regex matches the empty text");
  }
}

TEST_CASE("whatever passes the check compiles with its boundaries too") {
  // Just below the budget: what the Unicode boundaries add must fit as well.
  std::string regex;
  for (int size = 900; size > 0; size -= 20) {
    regex = "\\pL{" + std::to_string(size) + "}";
    if (!check_regex(phrase(regex))) break;
  }
  REQUIRE(!check_regex(phrase(regex)));
  std::string letters;
  for (int i = 0; i < 1000; ++i) letters += "\xC3\xA9";
  std::vector<Span> matches;
  Regex({.regex = regex, .word_end = false}).find_all(letters, true, 0, matches);
  CHECK(matches.size() == 1);
}

}  // namespace
}  // namespace decant
