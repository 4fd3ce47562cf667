#include "text/unicode.h"

#include <doctest/doctest.h>

namespace decant {
namespace {

TEST_CASE("characters are read one at a time, and what is none counts as one byte") {
  struct Row {
    std::string_view text;
    char32_t code;
    uint32_t size;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"a", 'a', 1},
           {"é", 0xE9, 2},
           {"…x", 0x2026, 3},
           {"😀", 0x1F600, 4},
           {"\xFF", 0xFFFD, 1},
           {"\x80", 0xFFFD, 1},
           {"\xC3", 0xFFFD, 1},          // cut short
           {"\xE2\x80", 0xFFFD, 1},
           {"\xC0\xAF", 0xFFFD, 1},      // too long
           {"\xED\xA0\x80", 0xFFFD, 1},  // a surrogate
           {"\xF5\x80\x80\x80", 0xFFFD, 1},
       }) {
    CAPTURE(row.code);
    const Character character = character_at(row.text, 0);
    CHECK(character.code == row.code);
    CHECK(character.size == row.size);
  }
  CHECK(character_at("aé", 1).code == 0xE9);
}

TEST_CASE("bytes that belong to no character become U+FFFD, and the rest moves along") {
  struct Row {
    std::string_view given, repaired;
    uint64_t count;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"plain", "plain", 0},
           {"é…😀", "é…😀", 0},
           {"a\xFFz", "a\uFFFDz", 1},
           {"\xE2\x80", "\uFFFD\uFFFD", 2},
           {"\xE2\x80z", "\uFFFD\uFFFDz", 2},
           {"\xC3\xC3\xA9", "\uFFFD\u00E9", 1},
           {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3},
           {"caf\xE9 ol\xE9", "caf\uFFFD ol\uFFFD", 2},  // Latin-1
           {"", "", 0},
       }) {
    std::string bytes(row.given);
    CHECK(repair_utf8(bytes, bytes.size()) == row.count);
    CHECK(bytes == row.repaired);
  }
}

TEST_CASE("repair keeps to its limit") {
  std::string bytes = "a\xFF…\xFF";
  CHECK(repair_utf8(bytes, 3) == 2);  // the dots' first byte has no rest within the limit
  CHECK(bytes == "a\uFFFD\uFFFD\x80\xA6\xFF");
}

TEST_CASE("white space, invisible characters and marks are told apart") {
  for (const char32_t c : {U' ', U'\t', U'\n', U'\u00A0', U'\u1680', U'\u2003', U'\u2028', U'\u202F', U'\u3000'}) {
    CAPTURE(uint32_t(c));
    CHECK(is_space(c));
    CHECK_FALSE(is_letter_or_digit(c));
  }
  for (const char32_t c : {U'\u200B', U'\u200D', U'\u00AD', U'\uFEFF', U'\u202E', U'\u2066', U'\uFE0F'}) {
    CAPTURE(uint32_t(c));
    CHECK(is_invisible(c));
    CHECK_FALSE(is_space(c));
  }
  for (const char32_t c : {U'\u0301', U'\u0338', U'\u20E3', U'\u0940'}) {
    CAPTURE(uint32_t(c));
    CHECK(is_combining_mark(c));
  }
  for (const char32_t c : {U'a', U'Z', U'7', U'é', U'Д', U'好', U'²', U'Ⅷ', U'\u0301'}) CHECK(is_letter_or_digit(c));
  for (const char32_t c : {U'_', U'-', U'\'', U'…', U'€', U'😀', U'\x7F'}) CHECK_FALSE(is_letter_or_digit(c));
}

TEST_CASE("a letter gets small only if its size stays") {
  CHECK(lower_of_equal_size(U'A') == U'a');
  CHECK(lower_of_equal_size(U'É') == U'é');
  CHECK(lower_of_equal_size(U'İ') == U'İ');
  CHECK(lower_of_equal_size(U'\u212A') == U'\u212A');  // Kelvin: three bytes against one
  CHECK(lower_of_equal_size(U'7') == U'7');
}

}  // namespace
}  // namespace decant
