#include "yaml/reader.h"

#include <doctest/doctest.h>

#include <array>

namespace decant::yaml {
namespace {

// A document and what a reader had to say about it.
struct Desk {
  std::unique_ptr<Document> document;
  Errors errors;
  Reader reader{errors};

  explicit Desk(std::string source) : document(std::move(*parse("p.yaml", std::move(source)))) {}
  Node operator[](std::string_view key) const { return document->root()[key]; }
  // "line:column: what / hint" of the last error; empty if there is none. Then forgotten.
  std::string complaint() {
    if (errors.empty()) return "";
    const Error last = errors.back();
    errors.clear();
    return std::to_string(last.place.line) + ':' + std::to_string(last.place.column) + ": " + last.what + (last.hint.empty() ? "" : " / " + last.hint);
  }
};

TEST_CASE("unknown keys are refused with what was probably meant") {
  static constexpr std::array<std::string_view, 3> known = {"find", "within", "by"};
  Desk desk("good: {find: a, by: 5}\nbad: {fnid: a, colour: b}\nlist: [a]\ntext: a\nnone:\n");
  CHECK(desk.reader.expect_map(desk["good"], "soften", known));
  CHECK(desk.errors.empty());
  CHECK(desk.reader.expect_map(desk["bad"], "soften", known));
  REQUIRE(desk.errors.size() == 2);
  CHECK(desk.complaint() == "2:16: unknown key \"colour\" in soften / known here: find, within, by");
  desk.reader.expect_map(desk["bad"], "soften", known);
  desk.errors.pop_back();
  CHECK(desk.complaint() == "2:7: unknown key \"fnid\" in soften / did you mean \"find\"?");
  CHECK_FALSE(desk.reader.expect_map(desk["list"], "soften", known));
  CHECK(desk.complaint().starts_with("3:7: soften must be a map of keys and values, this is a list / "));
  CHECK_FALSE(desk.reader.expect_map(desk["text"], "soften", known));
  CHECK_FALSE(desk.reader.expect_map(desk["none"], "soften", known));
  CHECK(desk.complaint().find("this is nothing") != std::string::npos);
}

TEST_CASE("values are read as what they must be") {
  Desk desk(
      "text: some words  \nblock: |\n  a\n  b\nempty: ''\nnumber: 12\nhalf: 2.5\nminus: -1\npercent: 50%\nmuch: 101%\n"
      "list: [a, b]\nodd: [a, {b: c}, '']\nno: []\nnone:\nspace: ' 5'\n");
  CHECK(desk.reader.text(desk["text"], "x") == "some words");
  CHECK(desk.reader.text(desk["block"], "x") == "a\nb");
  CHECK(desk.reader.text(desk["number"], "x") == "12");
  CHECK(desk.reader.integer(desk["number"], "x", 0, 12) == 12);
  CHECK(desk.reader.points(desk["half"], "x") == Points{2'500'000});
  CHECK(desk.reader.percent(desk["percent"], "x") == 50);
  CHECK(desk.reader.texts(desk["list"], "x").size() == 2);
  CHECK(desk.reader.texts(desk["text"], "x").size() == 1);
  CHECK(desk.errors.empty());

  // What is not there is no mistake.
  CHECK_FALSE(desk.reader.text(Node(), "x"));
  CHECK_FALSE(desk.reader.integer(Node(), "x", 0, 1));
  CHECK_FALSE(desk.reader.points(Node(), "x"));
  CHECK_FALSE(desk.reader.percent(Node(), "x"));
  CHECK(desk.reader.texts(Node(), "x").empty());
  CHECK(desk.errors.empty());

  CHECK_FALSE(desk.reader.text(desk["list"], "x"));
  CHECK(desk.complaint() == "11:7: x must be a text, this is a list");
  CHECK_FALSE(desk.reader.text(desk["empty"], "x"));
  CHECK(desk.complaint() == "5:8: x is empty");
  CHECK_FALSE(desk.reader.integer(desk["number"], "x", 13, 20));
  CHECK(desk.complaint() == "6:9: x must be a whole number from 13 to 20");
  for (std::string_view key : {"half", "minus", "text", "list", "none", "space", "percent"}) {
    CHECK_FALSE(desk.reader.integer(desk[key], "x", 0, 20));
    CHECK_FALSE(desk.complaint().empty());
  }
  for (std::string_view key : {"minus", "text", "list", "none", "space", "percent"}) {
    CHECK_FALSE(desk.reader.points(desk[key], "x"));
    CHECK_FALSE(desk.complaint().empty());
  }
  for (std::string_view key : {"much", "number", "text", "none"}) {
    CHECK_FALSE(desk.reader.percent(desk[key], "x"));
    CHECK_FALSE(desk.complaint().empty());
  }
  CHECK(desk.reader.texts(desk["odd"], "x").size() == 1);
  CHECK(desk.errors.size() == 2);
  CHECK(desk.complaint() == "12:18: x holds an empty text");
  for (std::string_view key : {"no", "none", "empty"}) {
    CHECK(desk.reader.texts(desk[key], "x").empty());
    CHECK_FALSE(desk.complaint().empty());
  }
}

TEST_CASE("a choice is one of the known words") {
  static constexpr std::array<std::string_view, 3> known = {"advice", "warning", "error"};
  Desk desk("a: warning\nb: waring\nc: Error\nd: [error]\ne:\n");
  CHECK(desk.reader.choice(desk["a"], "severity", known) == 1);
  CHECK(desk.errors.empty());
  CHECK_FALSE(desk.reader.choice(desk["b"], "severity", known));
  CHECK(desk.complaint() == "2:4: unknown severity \"waring\" / did you mean \"warning\"?");
  CHECK_FALSE(desk.reader.choice(desk["c"], "severity", known));
  CHECK(desk.complaint() == "3:4: unknown severity \"Error\" / did you mean \"error\"?");
  CHECK_FALSE(desk.reader.choice(desk["d"], "severity", known));
  CHECK_FALSE(desk.complaint().empty());
  CHECK_FALSE(desk.reader.choice(desk["e"], "severity", known));
  CHECK_FALSE(desk.complaint().empty());
}

}  // namespace
}  // namespace decant::yaml
