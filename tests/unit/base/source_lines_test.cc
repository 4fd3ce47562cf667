#include "base/source_lines.h"

#include <doctest/doctest.h>

namespace decant {
namespace {

TEST_CASE("bytes have lines and columns, whatever the order of the questions") {
  const std::string text = "one\ntwo\r\n\nfour";
  SourceLines lines("file", text, 7);
  struct Row {
    uint32_t byte, line, column;
  };
  for (const Row& row : std::initializer_list<Row>{{0, 7, 1},
                                                    {3, 7, 4},   // the line break itself
                                                    {4, 8, 1},
                                                    {13, 10, 4},
                                                    {14, 10, 5},
                                                    {99, 10, 5},  // behind the end
                                                    {9, 9, 1},    // back
                                                    {5, 8, 2},
                                                    {0, 7, 1},
                                                    {10, 10, 1}}) {
    CAPTURE(row.byte);
    CHECK(lines.place(row.byte) == Place{"file", row.line, row.column});
  }
}

TEST_CASE("an error shows its line without its end, unless it stands too far to the right") {
  const std::string text = "one\ntwo\r\n" + std::string(5000, 'x');
  SourceLines lines("file", text);
  CHECK(lines.error(5, "odd").source_line == "two");
  CHECK(lines.error(5, "odd", "hint").hint == "hint");
  CHECK(lines.error(9, "odd").source_line == std::string(161, 'x'));
  CHECK(lines.error(9 + 4500, "odd").source_line == "");
  CHECK(lines.error(9 + 4500, "odd").place == Place{"file", 3, 4501});
}

}  // namespace
}  // namespace decant
