#include "pattern/literals.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "pattern/codes.h"

namespace decant {
namespace {

using Strings = std::vector<std::string>;

// As people see them: '#' a digit, ' ' a gap or a boundary.
Strings literals(const PatternSpec& spec) {
  Strings strings = literals_of(spec);
  for (std::string& string : strings) {
    for (char& code : string) code = letter_of(static_cast<uint8_t>(code));
  }
  std::ranges::sort(strings);
  return strings;
}
Strings of_phrase(std::string regex) { return literals({.regex = std::move(regex)}); }
Strings of_raw(std::string regex) { return literals({.regex = std::move(regex), .is_raw = true}); }

constexpr const char* gap = "(?:(?:,? (?:- )?|-)[^ ]*[^ .!?]){0,4}?";
constexpr const char* separator = "(?:,? (?:- )?|-)";

TEST_CASE("the words of a phrase are one literal, whatever separates them") {
  CHECK(of_phrase("we cannot do that") == Strings{" we cannot do that "});
  CHECK(of_phrase("we" + std::string(separator) + "cannot") == Strings{" we cannot "});
}

TEST_CASE("alternatives multiply") {
  CHECK(of_phrase("(?:we|our team)" + std::string(separator) + "(?:can_?t|cannot)") ==
        Strings{" our team can_t ", " our team cannot ", " our team cant ", " we can_t ", " we cannot ",
                " we cant "});
  CHECK(of_phrase("i(?: am|_m|m) (?:not able|unable) to").size() == 6);
}

TEST_CASE("a boundary is known where the phrase is tied to one") {
  CHECK(literals({.regex = "can", .word_begin = false}) == Strings{"can "});
  CHECK(literals({.regex = "can", .word_end = false}) == Strings{" can"});
  CHECK(of_phrase("refus[a-z0-9_]*") == Strings{" refus"});
  CHECK(of_phrase("(?:refus[a-z]*|den(?:y|ied)|declin[a-z]*)") == Strings{" declin", " denied ", " deny ", " refus"});
}

TEST_CASE("a word at the end of a group ends where what follows says so") {
  CHECK(of_raw("(?:abc|x[a-z]*xyz|def)\\b") == Strings{"abc ", "def ", "xyz "});
  CHECK(of_raw("(?:abc|x[a-z]*xyz) ?-z") == Strings{"abc ", "xyz "});
  CHECK(of_raw("(?:(?:abc|x[a-z]*xyz))[a-z]") == Strings{"abc", "xyz"});
  CHECK(of_raw("(?:abc|x[a-z]*xyz){2}\\b") == Strings{"abc", "xyz"});
}

TEST_CASE("a word before a gap of words ends where the gap begins") {
  CHECK(of_phrase("nothing" + std::string(gap) + separator + "[a-z]+") == Strings{" nothing "});
  CHECK(of_raw("\\bnothing(?:\\W+\\w+){0,3}?\\W+\\w") == Strings{" nothing "});
  CHECK(of_raw("\\w\\W+(?:\\w+\\W+){0,3}nothing\\b") == Strings{" nothing "});
}

TEST_CASE("the rarer half of a pattern with a gap is taken") {
  CHECK(of_phrase("the" + std::string(gap) + separator + "refund") == Strings{" refund "});
}

TEST_CASE("what may be missing is not needed") {
  CHECK(of_phrase("(?:(?:,? |-)really)?(?:,? |-)sorry") == Strings{" sorry "});
  CHECK(of_raw("can(?:not)*") == Strings{"can"});
  CHECK(of_raw("(?:foo)*bar") == Strings{"bar"});
  CHECK(of_raw("(?:foo){0,2}bar") == Strings{"bar"});
  CHECK(of_raw("(?:foo){0}bar") == Strings{"bar"});
  CHECK(of_raw("(?:foo|)") == Strings{});
}

TEST_CASE("copies are counted") {
  CHECK(of_raw("(?:ab){2}") == Strings{"abab"});
  CHECK(of_raw("(?:ab){2,}") == Strings{"abab"});
  CHECK(of_raw("\\b\\d{4}\\b") == Strings{" #### "});
  CHECK(of_raw("x{2}{2}") == Strings{"xxxx"});
  CHECK(of_raw("abc{,2}") == Strings{"abc # "});  // plain text to RE2: the braces, a comma, a digit
}

TEST_CASE("a mark before the first copy says nothing about the second") {
  const Strings strings = of_raw("\\b(?:x?){2}\\w*abc");
  CHECK(strings == Strings{"abc"});
}

TEST_CASE("boundaries beside what is no word are not part of a literal") {
  CHECK(of_raw("\\b can\\b") == Strings{" can "});
  CHECK(of_raw("\\b\\bcan\\b\\b") == Strings{" can "});
  CHECK(of_raw("abc\\b def") == Strings{"abc def"});
  CHECK(of_raw("^can$") == Strings{" can "});
  CHECK(of_raw("abc\\B") == Strings{"abc"});
}

TEST_CASE("classes are their members if these are few") {
  CHECK(of_raw("\\bgr[ae]y\\b") == Strings{" gray ", " grey "});
  CHECK(of_raw("can[ ,-]not") == Strings{"can not"});
  CHECK(of_raw("can['\xE2\x80\x99]t") == Strings{"can t"});
  CHECK(of_raw("can[^a]nothing") == Strings{"nothing"});
  CHECK(of_raw("x[0-9]y") == Strings{"x#y"});
  CHECK(of_raw("[]a]bc") == Strings{" bc", "abc"});
}

TEST_CASE("ranges of control characters are ranges, not their ends") {
  CHECK(of_raw("ab[\\t-z]cde") == Strings{"cde"});
  CHECK(of_raw("ab[\\x00-\\x1f]cde") == Strings{"ab cde"});
}

TEST_CASE("letters that are k or s in any case are no gap") {
  CHECK(of_raw("\xC5\xBForry") == Strings{"orry"});
  CHECK(of_raw("[\xC3\xA0-\xE2\x84\xBF]orry") == Strings{"orry"});
  CHECK(of_raw("\xC3\xA9t\xC3\xA9") == Strings{" t "});
}

TEST_CASE("what the parser does not know is no error") {
  CHECK(of_raw("\\Qabc\\E") == Strings{});
  CHECK(of_raw("abc\\101") == Strings{});
  CHECK(of_phrase("(?i)abc") == Strings{});
}

TEST_CASE("flags of a raw regex change nothing") {
  CHECK(of_raw("(?i)abc") == Strings{"abc"});
  CHECK(of_raw("(?s-i:abc)(?P<name>def)") == Strings{"abcdef"});
}

TEST_CASE("too many strings are cut to their ends") {
  std::string regex;
  for (int i = 0; i < 8; ++i) regex += "(?:alpha|beta|gamma) ";
  const Strings strings = of_phrase(regex + "omega");
  CHECK(!strings.empty());
  CHECK(strings.size() <= 32);
}

TEST_CASE("many alternatives stay necessary, all of them") {
  std::string regex = "(?:zero";
  for (int i = 0; i < 300; ++i) {
    std::string word = "w";
    for (int rest = i + 30; rest > 0; rest /= 10) word += static_cast<char>('a' + rest % 10);
    regex += "|" + word;
  }
  CHECK(of_phrase(regex + ")").size() == 301);
}

TEST_CASE("a literal that contains another is not looked for") {
  CHECK(of_phrase("any case(?: at all)?") == Strings{" any case "});
}

TEST_CASE("literals too short to say anything are none") {
  CHECK(of_raw("ab") == Strings{});
  CHECK(of_raw("\\w+") == Strings{});
  CHECK(of_phrase("\x01") == Strings{});
  CHECK(of_phrase("a") == Strings{" a "});
}

TEST_CASE("a long regex stays cheap") {
  std::string regex;
  for (int i = 0; i < 5000; ++i) regex += i % 7 == 0 ? "(?:a|b)" : "c";
  CHECK(!of_raw(regex).empty());
}

}  // namespace
}  // namespace decant
