#include "base/points.h"

#include <doctest/doctest.h>

namespace decant {
namespace {

TEST_CASE("points are read exactly, or not at all") {
  struct Row {
    std::string_view text;
    int64_t micro;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"0", 0}, {"6", 6'000'000}, {"2.5", 2'500'000}, {"0.0001", 100}, {"1000000", 1'000'000'000'000}, {"007", 7'000'000}, {"3.1400", 3'140'000}}) {
    CAPTURE(row.text);
    REQUIRE(points_from(row.text));
    CHECK(points_from(row.text)->micro == row.micro);
  }
  for (std::string_view text : {"", ".", ".5", "5.", "-1", "+1", "1e3", "1,5", "0x1", " 1", "1 ", "1.23456", "1000000.0001", "10000000", "1.2.3", "six"}) {
    CAPTURE(text);
    CHECK_FALSE(points_from(text));
  }
}

TEST_CASE("points are printed in their shortest exact form") {
  for (std::string_view text : {"0", "6", "7.5", "0.0001", "1000000", "12.34"}) CHECK(to_string(*points_from(text)) == text);
  CHECK(to_string(Points{-2'500'000}) == "-2.5");
  CHECK(to_string(Points{-1}) == "-0.000001");
}

TEST_CASE("tenths are rounded half up") {
  struct Row {
    int64_t micro;
    std::string_view tenths;
  };
  for (const Row& row : std::initializer_list<Row>{{0, "0.0"},
                                                    {49'999, "0.0"},
                                                    {50'000, "0.1"},
                                                    {82'449'999, "82.4"},
                                                    {82'450'000, "82.5"},
                                                    {99'950'000, "100.0"},
                                                    {-50'000, "0.0"},
                                                    {-50'001, "-0.1"},
                                                    {-150'000, "-0.1"},
                                                    {-1'250'001, "-1.3"}}) {
    CAPTURE(row.micro);
    CHECK(to_tenths(Points{row.micro}) == row.tenths);
  }
}

TEST_CASE("a percentage of points is exact") {
  CHECK(percent_of(50, *points_from("2.5")) == *points_from("1.25"));
  CHECK(percent_of(33, *points_from("0.0001")) == Points{33});
  CHECK(percent_of(0, Points::whole(6)) == Points{});
  CHECK(percent_of(100, Points::whole(6)) == Points::whole(6));
}

}  // namespace
}  // namespace decant
