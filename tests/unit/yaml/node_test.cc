#include "yaml/node.h"

#include <doctest/doctest.h>

namespace decant::yaml {
namespace {

// "line:column: what" of each error, one a line; "fine" if there are none.
std::string errors_in(std::string source) {
  const auto document = parse("p.yaml", std::move(source));
  if (document) return "fine";
  std::string out;
  for (const Error& error : document.errors())
    out += (out.empty() ? "" : "\n") + std::to_string(error.place.line) + ':' + std::to_string(error.place.column) + ": " + error.what;
  return out;
}

std::unique_ptr<Document> parsed(std::string source) {
  auto document = parse("p.yaml", std::move(source));
  REQUIRE(document);
  return std::move(*document);
}

TEST_CASE("a document is a tree of nodes that know their places") {
  const auto document = parsed("\xEF\xBB\xBF" "a: one\nb:\n  - two\n  - {c: 'three', d: [4, \"5\"]}\ne:\n");
  const Node root = document->root();
  REQUIRE(root.is_map());
  CHECK(root.entries().size() == 3);
  CHECK(root["a"].text() == "one");
  CHECK(root["a"].is_plain());
  CHECK(root["a"].place() == Place{"p.yaml", 1, 4});
  const auto items = root["b"].items();
  REQUIRE(items.size() == 2);
  CHECK(items[0].text() == "two");
  CHECK(items[1]["c"].text() == "three");
  CHECK_FALSE(items[1]["c"].is_plain());
  CHECK(items[1]["c"].place() == Place{"p.yaml", 4, 9});
  CHECK(items[1]["d"].items()[1].text() == "5");
  CHECK(root["e"].exists());
  CHECK(root["e"].kind() == Kind::null);
  CHECK_FALSE(root["f"].exists());
  CHECK_FALSE(root["a"]["b"].exists());
  CHECK(root["f"]["g"].text() == "");
  CHECK(root["a"].items().empty());
  CHECK(root["b"].entries().empty());
}

TEST_CASE("what YAML has and this language has not is refused at its place") {
  struct Row {
    std::string source, errors;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"a: 1\nb: 2\na: 3\n", "3:1: the key \"a\" stands here twice"},
           {"x: {a: 1, a: 2}\ny:\n  a: 1\n  'a': 2\n", "1:11: the key \"a\" stands here twice\n4:3: the key \"a\" stands here twice"},
           {"a: {a: 1}\n", "fine"},
           {"- a: 1\n- a: 1\n", "fine"},
           {"a: &x 1\n", "1:4: anchors are not part of this language"},
           {"a: !!str 1\n", "1:4: tags are not part of this language: tag:yaml.org,2002:str"},
           {"a: !x {b: 1}\n", "1:4: tags are not part of this language: !x"},
           {"a: 1\n---\nb: 2\n", "3:1: a second document starts here"},
           {"a: 1\n...\n", "fine"},
           {"---\na: 1\n", "fine"},
           {"", "0:0: the file is empty"},
           {"# nothing\n", "0:0: the file is empty"},
           {std::string("a: \0b", 5), "0:0: not a text file: it holds a NUL byte"},
           {std::string((1 << 20) + 1, '#'), "0:0: larger than 1024 KiB"},
       }) {
    CAPTURE(row.source.substr(0, 200));
    CHECK(errors_in(row.source) == row.errors);
  }
  CHECK(errors_in("a: &x 1\nb: *x\n<<: *x\n").find("2:4: aliases are not part of this language") != std::string::npos);
  CHECK(errors_in("[a]: 1\n").starts_with("1:1: a key must be a word"));
  CHECK(errors_in("? {a: 1}\n: 1\n").starts_with("1:3: a key must be a word"));
}

TEST_CASE("what is no YAML is an error at its line") {
  struct Row {
    std::string source;
    uint32_t line;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"a: 1\n\tb: 2\n", 2}, {"a: [1, 2\nb: 3\n", 1}, {"a: 1\n b: 2\n", 2}, {"a: b: c\n", 1}, {"a: \"x\\q\"\n", 1}, {"a: *none\n", 1}, {"a: \"open\nb: 2\n", 1}, {"a: \"\\uD800\"\n", 1}}) {
    CAPTURE(row.source);
    const auto document = parse("p.yaml", row.source);
    REQUIRE_FALSE(document);
    CHECK(document.errors()[0].place.line >= row.line);
    CHECK(document.errors()[0].place.line <= row.line + 2);
    CHECK_FALSE(document.errors()[0].what.empty());
  }
}

TEST_CASE("nesting without end is an error, in the first document and in a second") {
  for (const std::string& deep : {std::string(10'000, '['), std::string(10'000, '{'), [] {
                                    std::string out;
                                    for (int i = 0; i < 10'000; ++i) out += "- ";
                                    return out;
                                  }(), [] {
                                    std::string out;
                                    for (int i = 0; i < 700; ++i) out += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
                                    return out;
                                  }()}) {
    CAPTURE(deep.substr(0, 8));
    CHECK(errors_in(deep).find("nested deeper than 64 levels") != std::string::npos);
    CHECK(errors_in("a: 1\n---\n" + deep).find("a second document starts here") != std::string::npos);
  }
}

TEST_CASE("errors point into texts that stand as written") {
  const auto document = parsed(
      "plain: we can (do\n"
      "quoted: \"we can (do\"\n"
      "single: 'it''s (so'\n"
      "escaped: \"a\\tb (c\"\n"
      "block: >-\n"
      "  we can (do\n"
      "long: we can\n"
      "  do (it\n"
      "list: [one, two three]\n");
  const auto place_of = [&](std::string_view key, uint32_t at) {
    const Error error = document->root()[key].error("odd", "", at);
    return std::to_string(error.place.line) + ':' + std::to_string(error.place.column) + ' ' + error.source_line;
  };
  CHECK(place_of("plain", 7) == "1:15 plain: we can (do");
  CHECK(place_of("quoted", 7) == "2:17 quoted: \"we can (do\"");
  // Not as written: the node itself
  CHECK(place_of("single", 5) == "3:9 single: 'it''s (so'");
  CHECK(place_of("escaped", 4) == "4:10 escaped: \"a\\tb (c\"");
  CHECK(place_of("block", 7).starts_with("5:8 "));
  CHECK(place_of("long", 10) == "7:7 long: we can");
  const Node item = document->root()["list"].items()[1];
  CHECK(item.error("odd", "", 4).place == Place{"p.yaml", 9, 17});
}

TEST_CASE("two trees that say the same have one hash, whatever their layout") {
  const auto hash = [](std::string source) { return content_hash(parsed(std::move(source))->tree); };
  const uint64_t one = hash("a: [x, y]\nb: z\n");
  CHECK(hash("# c\na:\n  - 'x'\n  - \"y\"\n\nb:  z\n") == one);
  CHECK(hash("a: [x, y]\nb: zz\n") != one);
  CHECK(hash("a: [xy]\nb: z\n") != one);
  CHECK(hash("a: [x, [y]]\nb: z\n") != one);
  CHECK(hash("b: z\na: [x, y]\n") != one);
}

TEST_CASE("a file full of mistakes is read in no time") {
  std::string source;
  while (source.size() < 900'000) source += "a: 1\n";
  const auto document = parse("p.yaml", source);
  REQUIRE_FALSE(document);
  CHECK(document.errors()[0].place == Place{"p.yaml", 2, 1});
}

}  // namespace
}  // namespace decant::yaml
