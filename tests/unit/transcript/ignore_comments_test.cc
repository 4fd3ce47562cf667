#include "transcript/formats/ignore_comments.h"

#include <doctest/doctest.h>

namespace decant {
namespace {

// What is left of the lines, "|" between them, and the transcript that knows the comments.
std::string left_of(std::initializer_list<std::string_view> lines, Transcript& transcript, uint32_t first_line = 1) {
  IgnoreComments comments(first_line);
  std::string out;
  for (std::string_view line : lines)
    if (const auto left = comments.take(line)) out += std::string(*left) + '|';
  comments.finish(transcript);
  return out;
}

TEST_CASE("a comment at the end of a line is about that line, and nobody's words") {
  Transcript of;
  CHECK(left_of({"Agent: no. <!-- decant:ignore a/b, c: law -->", "Agent: yes.  # decant:ignore d: because: so"}, of, 7) == "Agent: no.|Agent: yes.|");
  REQUIRE(of.ignores.size() == 2);
  CHECK(of.ignores[0].rules == std::vector<std::string>{"a/b", "c"});
  CHECK(of.ignores[0].reason == "law");
  CHECK(of.ignores[0].first_line == 7);
  CHECK(of.ignores[0].last_line == 7);
  CHECK(of.ignores[1].reason == "because: so");
  CHECK(of.warnings.empty());
}

TEST_CASE("a comment on its own line is about the next line with words") {
  Transcript of;
  CHECK(left_of({"# decant:ignore a: x", "", "<!-- decant:ignore b: y -->", "Agent: no."}, of) == "|Agent: no.|");
  REQUIRE(of.ignores.size() == 2);
  for (const IgnoreComment& comment : of.ignores) CHECK((comment.first_line == 4 && comment.last_line == 4));
}

TEST_CASE("start and end, and the whole file") {
  Transcript of;
  left_of({"# decant:ignore-start a: x", "one", "# decant:ignore-end", "two", "# decant:ignore-file b: y"}, of);
  REQUIRE(of.ignores.size() == 2);
  CHECK(of.ignores[0].first_line == 1);
  CHECK(of.ignores[0].last_line == 3);
  CHECK(of.ignores[1].is_about_file);
}

TEST_CASE("what is wrong with a comment is told") {
  for (std::string_view line : {"# decant:ignore", "# decant:ignore a", "# decant:ignore a:", "# decant:ignore : x", "# decant:ignored a: x",
                                "# decant:ignore-end", "# decant:ignore-start a: x"}) {
    CAPTURE(line);
    Transcript of;
    left_of({"one", line}, of, 3);
    REQUIRE(of.warnings.size() == 1);
    CHECK(of.warnings[0].starts_with("line 4: "));
  }
}

TEST_CASE("words about comments are words") {
  for (std::string_view line : {"Agent: write decant:ignore a: x", "Agent: #decant", "x#decant:ignore a: x", "<!-- decant:ignore a: x", "decant:ignore a: x -->"}) {
    CAPTURE(line);
    Transcript of;
    CHECK(left_of({line}, of) == std::string(line) + '|');
    CHECK(of.ignores.empty());
  }
}

}  // namespace
}  // namespace decant
