#include "base/error.h"

#include <doctest/doctest.h>

namespace decant {
namespace {

TEST_CASE("an error says where, what, shows the place and what to do") {
  CHECK(describe({{"a.yaml", 3, 7}, "unknown key \"pionts\"", "did you mean \"points\"?", "      pionts: 5"}) ==
        "a.yaml:3:7: unknown key \"pionts\"\n        pionts: 5\n        ^\n  did you mean \"points\"?\n");
  CHECK(describe({{"a.yaml"}, "cannot open the file", "", ""}) == "a.yaml: cannot open the file\n");
  CHECK(describe({{"a.yaml", 3}, "odd", "", "x"}) == "a.yaml:3: odd\n  x\n");
  CHECK(describe({{}, "odd", "", ""}) == "odd\n");
}

TEST_CASE("the caret stands under its character, not its byte") {
  CHECK(describe({{"a", 1, 8}, "odd", "", "é€😀 x"}).find("\n  é€😀 x\n       ^") == std::string::npos);
  CHECK(describe({{"a", 1, 11}, "odd", "", "é€😀 x"}) == "a:1:11: odd\n  é€😀 x\n      ^\n");
}

TEST_CASE("control characters are printed as spaces") {
  CHECK(describe({{"a\n.yaml", 1, 4}, "odd \x1b[2J", "do\rit", "a\tb\x1b\x7f" "c"}) == "a .yaml:1:4: odd  [2J\n  a b  c\n     ^\n  do it\n");
  CHECK(describe({{"a"}, "odd \u009B31m \u00A0", "", ""}) == "a: odd  31m \u00A0\n");  // an escape sequence in one character
}

TEST_CASE("of a long line the part around the place is shown, in whole characters") {
  const std::string line = std::string(300, 'a') + 'X' + std::string(300, 'b');
  CHECK(describe({{"a", 1, 301}, "odd", "", line}) ==
        "a:1:301: odd\n  " + std::string(80, 'a') + 'X' + std::string(79, 'b') + "\n  " + std::string(80, ' ') + "^\n");
  std::string wide;
  for (int i = 0; i < 200; ++i) wide += "é";
  const std::string shown = describe({{"a", 1, 102}, "odd", "", "x" + wide});
  CHECK(shown.find("\xC3\n") == std::string::npos);
  CHECK(shown.find("\n  \xA9") == std::string::npos);
  CHECK(describe({{"a", 1, 900}, "odd", "", "short"}) == "a:1:900: odd\n  short\n       ^\n");
}

}  // namespace
}  // namespace decant
