#include "text/span_map.h"

#include <doctest/doctest.h>

namespace decant {
namespace {

TEST_CASE("an empty map has nothing behind anything") {
  CHECK(SpanMap().empty());
  CHECK(SpanMap().original({3, 9}) == Span{0, 0});
}

// derived   "we can't"      original  "we  can’t, ok"
// w e _ c a n ' t            0 1 2-3 4 5 6 7-9 10
SpanMap sample() {
  SpanMap map;
  map.add(0, 2, 10, 2);
  map.add(2, 1, 12, 2);
  map.add(3, 3, 14, 3);
  map.add(6, 1, 17, 3);
  map.add(7, 1, 20, 1);
  return map;
}

TEST_CASE("a span has the original bytes of its pieces behind it") {
  struct Row {
    Span derived, original;
  };
  for (const Row& row : std::initializer_list<Row>{
           {{0, 8}, {10, 21}},
           {{0, 1}, {10, 11}},
           {{1, 2}, {11, 12}},
           {{1, 3}, {11, 14}},  // ends with the space: both bytes of it
           {{2, 3}, {12, 14}},
           {{3, 8}, {14, 21}},
           {{4, 5}, {15, 16}},
           {{5, 7}, {16, 20}},
           {{6, 7}, {17, 20}},
           {{7, 8}, {20, 21}},
           // Nothing has nothing behind it, at its place.
           {{0, 0}, {10, 10}},
           {{2, 2}, {12, 12}},
           {{6, 6}, {17, 17}},
           {{7, 7}, {20, 20}},
           {{8, 8}, {21, 21}},
           // Beyond the last piece there is only its end.
           {{7, 30}, {20, 21}},
           {{9, 30}, {21, 21}},
           {{40, 40}, {21, 21}},
       }) {
    CAPTURE(row.derived.begin);
    CAPTURE(row.derived.end);
    CHECK(sample().original(row.derived) == row.original);
  }
}

TEST_CASE("pieces that go on byte by byte are merged, others are not") {
  SpanMap map;
  map.add(0, 4, 100, 4);
  map.add(4, 3, 104, 3);
  CHECK(map.size() == 1);
  map.add(7, 1, 108, 1);  // the original skips a byte
  CHECK(map.size() == 2);
  map.add(9, 1, 109, 1);  // the derived text skips one
  CHECK(map.size() == 3);
  map.add(10, 1, 110, 2);
  map.add(11, 1, 112, 1);
  CHECK(map.size() == 5);
  CHECK(map.original({2, 6}) == Span{102, 106});
  CHECK(map.original({6, 8}) == Span{106, 109});
}

TEST_CASE("what was dropped between two pieces belongs to a span over both, and to none beside it") {
  SpanMap map;
  map.add(0, 3, 0, 3);
  map.add(3, 3, 8, 3);
  CHECK(map.original({0, 3}) == Span{0, 3});
  CHECK(map.original({3, 6}) == Span{8, 11});
  CHECK(map.original({2, 4}) == Span{2, 9});
  CHECK(map.original({3, 3}) == Span{8, 8});
}

TEST_CASE("a piece mapped as a whole is behind each of its bytes, whatever the lengths") {
  SpanMap map;
  map.add(0, 1, 0, 1);
  map.add(1, 3, 1, 3, true);  // "..." for "…"
  map.add(4, 2, 4, 6);        // two for six
  map.add(6, 4, 10, 2);       // four for two
  map.add(10, 1, 12, 0);      // one for none
  map.add(11, 1, 12, 1);
  CHECK(map.original({1, 2}) == Span{1, 4});
  CHECK(map.original({3, 4}) == Span{1, 4});
  CHECK(map.original({0, 2}) == Span{0, 4});
  CHECK(map.original({5, 6}) == Span{4, 10});
  CHECK(map.original({7, 8}) == Span{10, 12});
  CHECK(map.original({10, 11}) == Span{12, 12});
  CHECK(map.original({9, 12}) == Span{10, 13});
}

TEST_CASE("a cleared map is empty") {
  SpanMap map = sample();
  map.clear();
  CHECK(map.empty());
  map.add(0, 1, 5, 1);
  CHECK(map.original({0, 1}) == Span{5, 6});
}

}  // namespace
}  // namespace decant
