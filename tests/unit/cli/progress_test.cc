#include "cli/progress.h"

#include <doctest/doctest.h>

namespace decant {
namespace {

TEST_CASE("progress tells how far, how fast and how long") {
  CHECK(progress_line(1204, 5804, 4) == "1,204 of 5,804 files · 301 a second · 0:15 left");
  CHECK(progress_line(1204, 0, 4) == "1,204 files · 301 a second");
  CHECK(progress_line(0, 10, 3) == "0 of 10 files · 0 a second");
  CHECK(progress_line(10, 10, 5) == "10 of 10 files · 2 a second · 0:00 left");
}

}  // namespace
}  // namespace decant
