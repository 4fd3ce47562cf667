#include "yaml/scalar_source.h"

#include <doctest/doctest.h>

namespace decant::yaml {
namespace {

// "said=written" for the pieces of the value under "a", one a line, that are not written as they are said.
std::string changed(const std::string& source) {
  const auto document = parse("p.yaml", source);
  REQUIRE(document);
  const Node node = (*document)->root()["a"];
  std::string out, said;
  for (const ScalarPiece& piece : ScalarSource(source).pieces(node)) {
    const std::string text(node.text().substr(piece.text.begin, piece.text.size()));
    const std::string written = source.substr(piece.source.begin, piece.source.size());
    CHECK(piece.text.begin == said.size());
    said += text;
    if (text != written) out += (out.empty() ? "" : "\n") + text + "=" + written;
  }
  CHECK(said == node.text());
  return out;
}

TEST_CASE("every byte of a scalar knows where it is written, whatever the style") {
  CHECK(changed("x: 1\na: plain words\nb: 2\n") == "");
  CHECK(changed("a: over\n   two lines # and\n") == " =\n   ");
  CHECK(changed("a: 'it''s'\n") == "'=''");
  CHECK(changed("a: 'two\n\n  lines'\n") == "\n=\n\n  ");
  CHECK(changed("a: \"q\\\"\\u00e9\\U0001F600\\x41 \\n\\t z\"\n") == "\"=\\\"\n\xC3\xA9=\\u00e9\n\xF0\x9F\x98\x80=\\U0001F600\nA=\\x41\n \n\t = \\n\\t ");
  CHECK(changed("a: \"con\\\n   tinued\"\n") == "");
  CHECK(changed("a: |  # comment\n   one\n\n     two\nb: 1\n") == "\n\n  =\n\n     ");
  CHECK(changed("a: >-\n  one\n  two\n") == " =\n  ");
}

TEST_CASE("windows line ends are space like any other") {
  CHECK(changed("a: >-\r\n  one\r\n  two\r\n") == " =\r\n  ");
}

}  // namespace
}  // namespace decant::yaml
