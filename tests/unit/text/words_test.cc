#include "text/words.h"

#include <doctest/doctest.h>

#include <string_view>

namespace decant {
namespace {

TEST_CASE("words are runs that hold a letter or a digit") {
  struct Row {
    std::string_view folded;
    int words;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"", 0},
           {"we can_t", 2},
           {"we can't, sorry!", 3},
           {"follow-up 24/7 c++", 3},
           {"- \" ... &", 0},
           {"see \x01, ask \x02 about \x03", 3},
           {"one \x04 two", 2},
           {"café да 好", 3},
           {"😀 → 🎉", 0},
           {"great😀 😀great", 2},
           {"5 ½ ²", 3},
           {"\x7F\x7F", 0},
       }) {
    CAPTURE(row.folded);
    CHECK(count_words(row.folded) == row.words);
  }
}

}  // namespace
}  // namespace decant
