#include "text/one_line.h"

#include <doctest/doctest.h>

using namespace decant;

TEST_CASE("white space and control characters are one space, and none at the ends") {
  CHECK(on_one_line("  a\n\n b\tc \x01 d ") == "a b c d");
  CHECK(on_one_line(" \n") == "");
}

TEST_CASE("a mark stays on its words") {
  Span mark{6, 7};
  CHECK(on_one_line("  a\n  b c", mark) == "a b c");
  CHECK(mark == Span{2, 3});
}
