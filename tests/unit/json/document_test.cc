#include "json/document.h"

#include <doctest/doctest.h>

#include <string>

namespace decant::json {
namespace {

std::string failure(std::string_view text) {
  Document document;
  const std::optional<Error> error = document.parse(text, "f.json");
  if (!error) return "none";
  return std::to_string(error->place.line) + ":" + std::to_string(error->place.column) + " " +
         error->what;
}

TEST_CASE("a document gives its values, keys and places") {
  const std::string text =
      R"( {"name": "Ada", "ok": true, "n": -1.5e1, "none": null, "list": [1, "two", []]} )";
  Document document;
  REQUIRE_FALSE(document.parse(text).has_value());
  const Value root = document.root();
  CHECK(root.is(Kind::object));
  CHECK(root["name"].text() == "Ada");
  CHECK(root["ok"].boolean() == true);
  CHECK(root["n"].number() == -15.0);
  CHECK(root["n"].text() == "-1.5e1");
  CHECK(root["none"].is(Kind::null));
  CHECK(root["list"].items().size() == 3);
  CHECK_FALSE(root["absent"].exists());
  CHECK_FALSE(root["absent"]["deeper"].exists());
  CHECK(root["absent"].text() == "");
  const Span name = root["name"].source();
  CHECK(text.substr(name.begin, name.size()) == "\"Ada\"");
  const Span list = root["list"].source();
  CHECK(text.substr(list.begin, list.size()) == R"([1, "two", []])");
  std::string keys;
  for (Value member : root.items()) keys += member.key() + ' ';
  CHECK(keys == "name ok n none list ");
}

TEST_CASE("of a key that stands twice the last value counts") {
  Document document;
  REQUIRE_FALSE(document.parse(R"({"a": 1, "a": 2})").has_value());
  CHECK(document.root()["a"].number() == 2);
}

TEST_CASE("strings that are numbers can be read as numbers") {
  Document document;
  REQUIRE_FALSE(document.parse(R"(["3.25", "3,25", "inf", "", true, "1e400"])").has_value());
  std::vector<std::optional<double>> numbers;
  for (Value value : document.root().items()) numbers.push_back(value.number());
  CHECK(numbers[0] == 3.25);
  for (std::size_t i = 1; i < numbers.size(); ++i) CHECK_FALSE(numbers[i].has_value());
}

TEST_CASE("escapes are undone, and every piece knows its bytes") {
  const std::string text = R"(["a\nb\u00e9 \ud83d\ude00 \"q\" \/ \ud800x"])";
  Document document;
  REQUIRE_FALSE(document.parse(text).has_value());
  const Value string = *document.root().items().begin();
  CHECK(string.text() == "a\nb\xC3\xA9 \xF0\x9F\x98\x80 \"q\" / \xEF\xBF\xBDx");
  std::string pieces;
  string.pieces([&](std::string_view piece, Span source) {
    pieces += std::string(piece) + "=" + text.substr(source.begin, source.size()) + "|";
  });
  CHECK(pieces.starts_with("a=a|\n=\\n|b=b|\xC3\xA9=\\u00e9| = |\xF0\x9F\x98\x80=\\ud83d\\ude00|"));
}

TEST_CASE("escaped keys are found by what they mean") {
  Document document;
  REQUIRE_FALSE(document.parse(R"({"t\u0065xt": 1})").has_value());
  CHECK(document.root()["text"].number() == 1);
}

TEST_CASE("scalars alone are documents") {
  for (std::string_view text : {"1", "\"x\"", "null", " true ", "[]", "{}"}) {
    CAPTURE(text);
    CHECK(failure(text) == "none");
  }
}

TEST_CASE("a mistake is told with its place") {
  struct {
    std::string_view text, failure;
  } const rows[] = {
      {"", "1:1 there is no JSON value here"},
      {" \n ", "1:1 there is no JSON value here"},
      {"{\"a\": }", "1:7 expected a value before '}'"},
      {"{\"a\" 1}", "1:6 expected ':' after the key"},
      {"{a: 1}", "1:2 expected a key in double quotes"},
      {"[1 2]", "1:4 expected ',' or ']'"},
      {"[1,\n2,]", "2:3 a comma stands before ']'"},
      {"{\"a\": 1,}", "1:9 a comma stands before '}'"},
      {"[1, [2, 3]", "1:1 the list that starts here is never closed"},
      {"{\"a\": {\"b\": 1}", "1:1 the object that starts here is never closed"},
      {"[1] x", "1:5 something follows the end of the JSON value"},
      {"{} {}", "1:4 something follows the end of the JSON value"},
      {"[01]", "1:2 expected a JSON value"},
      {"[1.]", "1:2 expected a JSON value"},
      {"[True]", "1:2 expected a JSON value"},
      {"['a']", "1:2 expected a JSON value"},
      {"[\"a\"b]", "1:5 expected ',' or ']'"},
      {"[1\"a\"]", "1:2 expected a JSON value"},
      {"[\"a\\qb\"]", "1:4 is not an escape that JSON knows"},
      {"[\"\\u12g4\"]", "1:3 is not an escape that JSON knows"},
      {"[\n\"open\n]", "2:1 the string that starts here does not end on its line"},
      {"[\"open", "1:2 the string that starts here is never closed"},
      {"[\"a\tb\"]", "1:4 a control character stands inside a string"},
      {"{\"a\":", "1:6 the text ends where a value should stand"},
      {"{\"a\":1,", "1:8 the text ends where a key should stand"},
      {"]", "1:1 expected a value before ']'"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(failure(row.text) == row.failure);
  }
}

TEST_CASE("errors have a hint, the line and lines counted from the first one given") {
  Document document;
  const std::optional<Error> error = document.parse("[\n  None]", "f.json", 10);
  REQUIRE(error.has_value());
  CHECK(error->place.line == 11);
  CHECK(error->source_line == "  None]");
  CHECK(error->hint == "JSON writes true, false and null");
}

TEST_CASE("nesting is limited and never exhausts the stack") {
  const std::string deep = std::string(deepest_nesting, '[') + std::string(deepest_nesting, ']');
  CHECK(failure(deep) == "none");
  CHECK(failure('[' + deep + ']').ends_with("nested more than 256 deep"));
  CHECK(failure(std::string(1'000'000, '[')).ends_with("nested more than 256 deep"));
}

TEST_CASE("a document can be parsed again, after an error as well") {
  Document document;
  REQUIRE_FALSE(document.parse("[1, 2, 3]").has_value());
  REQUIRE(document.parse("[1, 2").has_value());
  CHECK_FALSE(document.root().exists());
  const std::string longer = "[\"" + std::string(100'000, 'x') + "\"]";
  REQUIRE_FALSE(document.parse(longer).has_value());
  CHECK((*document.root().items().begin()).text().size() == 100'000);
}

TEST_CASE("every prefix of a document is read or refused") {
  const std::string text = R"({"a": [1, -2.5e3, true, null, "x\u00e9\n"], "b": {"c": {}}})";
  Document document;
  for (std::size_t length = 0; length < text.size(); ++length)
    CHECK(document.parse(std::string_view(text).substr(0, length)).has_value());
  CHECK_FALSE(document.parse(text).has_value());
}

}  // namespace
}  // namespace decant::json
