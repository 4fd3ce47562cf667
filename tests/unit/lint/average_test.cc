#include "lint/average.h"

#include <doctest/doctest.h>

#include <array>

namespace decant {
namespace {

TEST_CASE("an average knows its 95 % interval") {
  const std::array<double, 4> values = {80, 90, 85, 95};
  const Average average = average_of(values);
  CHECK(average.count == 4);
  CHECK(average.mean == doctest::Approx(87.5));
  CHECK(*average.margin == doctest::Approx(3.182 * 6.45497 / 2).epsilon(1e-4));
}

TEST_CASE("one value has no interval, equal ones none to speak of") {
  CHECK(!average_of(1, 80, 6400).margin);
  CHECK(*average_of(3, 240, 19200).margin == 0);
  CHECK(*average_of(3, 0.3, 0.03).margin < 1e-6);  // no square root of less than nothing
}

TEST_CASE("with many values the interval is that of the normal distribution") {
  // 1000 values, half 0, half 2: deviation 1.
  CHECK(*average_of(1000, 1000, 2000).margin == doctest::Approx(1.962 / 31.607).epsilon(1e-3));
}

}  // namespace
}  // namespace decant
