#include "base/nearest.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace decant {
namespace {

TEST_CASE("a mistyped word is close to the one that was meant") {
  static constexpr std::array<std::string_view, 6> known = {"severity", "say_instead", "soften", "points", "cap", "source"};
  struct Row {
    std::string_view word, nearest;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"severty", "severity"},
           {"sevreity", "severity"},
           {"SEVERITY", "severity"},
           {"say-instead", "say_instead"},
           {"say instaed", "say_instead"},
           {"point", "points"},
           {"sofetn", "soften"},
           {"cpa", "cap"},
           {"ca", "cap"},
           {"tap", "cap"},
           {"top", ""},  // two edits in three letters
           {"colour", ""},
           {"", ""},
           {"x", ""},
       }) {
    CAPTURE(row.word);
    CHECK(nearest(row.word, known) == row.nearest);
  }
}

TEST_CASE("of words equally near the first is meant, and none of none") {
  static constexpr std::array<std::string_view, 2> known = {"bat", "cat"};
  CHECK(nearest("rat", known) == "bat");
  CHECK(nearest("rat", std::span<const std::string_view>()) == "");
  CHECK(nearest(std::string(100'000, 'a'), known) == "");
}

}  // namespace
}  // namespace decant
