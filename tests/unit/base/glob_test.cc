#include "base/glob.h"

#include <doctest/doctest.h>

#include <string>

namespace decant {
namespace {

TEST_CASE("globs match as in .gitignore") {
  struct Row {
    std::string_view glob, path;
    bool is_match;
  };
  for (const Row& row : std::initializer_list<Row>{
           // Names, wherever they are
           {"*.json", "a.json", true},
           {"*.json", "x/y/a.json", true},
           {"*.json", "a.jsonl", false},
           {"a?c", "x/abc", true},
           {"a?c", "ac", false},
           {"", "", true},
           {"", "a", false},
           {"*", "x/a", true},
           {"a*b*c", "aXbYbZc", true},
           {"a*b*c", "aXcYb", false},
           // Paths
           {"x/*.json", "x/a.json", true},
           {"x/*.json", "x/y/a.json", false},
           {"x/*.json", "w/x/a.json", false},
           {"/a.json", "a.json", true},
           {"/a.json", "x/a.json", false},
           {"x/?/a", "x/y/a", true},
           {"x?y", "x/y", false},
           // Over folders
           {"**/a.json", "a.json", true},
           {"**/a.json", "x/y/a.json", true},
           {"**/a.json", "x/ya.json", false},
           {"x/**/a", "x/a", true},
           {"x/**/a", "x/y/z/a", true},
           {"x/**/a", "xy/a", false},
           {"x/**", "x/y/z", true},
           {"x/**", "y/x", false},
           {"**/x/**", "a/x/b/c", true},
           {"x/**z", "x/y/z", true},
           {"a/**/b/**/c", "a/b/b/c", true},
           // Folders
           {"old/", "old/a.json", true},
           {"old/", "x/old/y/a.json", true},
           {"old/", "old", false},
           {"old/", "older/a", false},
           {"x/old/", "x/old/a", true},
           {"x/old/", "y/x/old/a", false},
           {"/old/", "old/a", true},
           {"/old/", "x/old/a", false},
           // Classes
           {"[abc].txt", "b.txt", true},
           {"[abc].txt", "d.txt", false},
           {"[a-c][0-9]", "b7", true},
           {"[a-c][0-9]", "bx", false},
           {"[!a]x", "bx", true},
           {"[!a]x", "ax", false},
           {"[^a]x", "bx", true},
           {"[]a]", "]", true},
           {"[a-]", "-", true},
           {"[!/]", "/", false},
           {"x[!y]z/w", "x/z/w", false},
           {"[abc", "[abc", true},  // not closed: itself
           {"[abc", "a", false},
           {"*[ab]", "xxa", true},
           {"q[ab]r", "zzz", false},
           {"*.é", "a.é", true},
       }) {
    CAPTURE(row.glob);
    CAPTURE(row.path);
    CHECK(glob_matches(row.glob, row.path) == row.is_match);
  }
}

TEST_CASE("a glob of many stars does not take for ever") {
  std::string glob, path(5000, 'a');
  for (int i = 0; i < 200; ++i) glob += "*a";
  CHECK_FALSE(glob_matches(glob + 'b', path));
  CHECK(glob_matches(glob, path));
}

}  // namespace
}  // namespace decant
