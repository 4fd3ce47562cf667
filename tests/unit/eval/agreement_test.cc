#include "eval/agreement.h"

#include <doctest/doctest.h>

using namespace decant;
using doctest::Approx;

TEST_CASE("a share has Wilson's interval") {
  // Worked by hand: 8 of 10, z = 1.96.
  const Share share{8, 10};
  CHECK(*share.value() == Approx(0.8));
  CHECK(share.low() == Approx(0.4902).epsilon(0.001));
  CHECK(share.high() == Approx(0.9433).epsilon(0.001));
  CHECK(Share{0, 5}.low() == 0);
  CHECK(Share{5, 5}.high() == 1);
  CHECK_FALSE(Share{}.value());
}

TEST_CASE("F1 and kappa are those of the textbook") {
  // Two doctors, 50 patients: both yes 20, first only 5, second only 10, both no 15.
  const Agreement of{20, 5, 10, 15};
  CHECK(*of.kappa() == Approx(0.4));
  CHECK(*of.f1() == Approx(40.0 / 55));
  CHECK(of.precision().of == 25);
  CHECK(of.recall().of == 30);
}

TEST_CASE("where there is nothing to agree on there is no figure") {
  CHECK_FALSE(Agreement{}.kappa());
  CHECK_FALSE(Agreement{}.f1());
  CHECK_FALSE(Agreement{0, 0, 0, 7}.kappa());
  CHECK(*Agreement{3, 0, 0, 3}.kappa() == Approx(1));
  CHECK(*Agreement{0, 3, 3, 0}.kappa() == Approx(-1));
}
