#include "text/plain_spelling.h"

#include <doctest/doctest.h>

namespace decant {
namespace {

TEST_CASE("a token is spelt as on a plain keyboard, each part mapped to what it was") {
  const Spelling spelling = spell("a’ﬁe\u0301\u200B…z");
  CHECK(spelling.text == "a'fié...z");
  CHECK(spelling.has_foreign_letters);
  struct Row {
    Span spelt, given;
  };
  for (const Row& row : std::initializer_list<Row>{
           {{0, 1}, {0, 1}},    // a
           {{1, 2}, {1, 4}},    // ’
           {{2, 3}, {4, 7}},    // f of ﬁ
           {{3, 4}, {4, 7}},    // i of ﬁ
           {{4, 6}, {7, 10}},   // e and its accent
           {{6, 7}, {13, 16}},  // the first dot of …, behind the zero-width space
           {{8, 9}, {13, 16}},  // the last
           {{9, 10}, {16, 17}},
           {{0, 10}, {0, 17}},
       }) {
    CAPTURE(row.spelt.begin);
    CHECK(spelling.map.original(row.spelt) == row.given);
  }
}

TEST_CASE("small letters take as many bytes as the great ones") {
  std::string out = "x";
  append_lower("ABC ÀÉ ДА İẞ \x7F 😀", out);
  CHECK(out == "xabc àé да İẞ \x7F 😀");
}

TEST_CASE("words of packs are spelt as folding spells those of people") {
  CHECK(plain_spelling("CAN’T") == "can't");
  CHECK(plain_spelling("Café\u200B") == "café");
  CHECK(plain_spelling("cafe\u0301") == "café");
  CHECK(plain_spelling("…") == "...");
  CHECK(plain_spelling("") == "");
}

}  // namespace
}  // namespace decant
