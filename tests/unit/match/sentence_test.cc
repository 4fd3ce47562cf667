#include "match/sentence.h"

#include <doctest/doctest.h>

#include <string>

namespace decant {
namespace {

// The span of `words` in `text`.
Span place_of(std::string_view text, std::string_view words) {
  const std::size_t at = text.find(words);
  REQUIRE(at != std::string_view::npos);
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
}
Span whole(std::string_view text) { return {0, static_cast<uint32_t>(text.size())}; }
std::string cut(std::string_view text, Span span) { return std::string(text.substr(span.begin, span.size())); }

TEST_CASE("a sentence reaches from the end of the last one to its own") {
  struct Row {
    std::string_view text, at, sentence;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"one x two", "x", "one x two"},
           {"one. two x three. four", "x", " two x three."},
           {"one! x? three", "x", " x?"},
           {"x.", "x", "x."},
           {"x. two", "x", "x."},
           {"one. x", "x", " x"},
           {"(one.) x (two.) three", "x", " x (two.)"},
           {"\"one.\" x", "x", " x"},
           {"one?! x?! two", "x", " x?!"},
           {"one \x04 x \x04 three", "x", " x \x04"},
           // No ends
           {"at 3.50 x for 2.0 now", "x", "at 3.50 x for 2.0 now"},
           {"mr. a x dr. b", "x", "mr. a x dr. b"},
           {"at 5 p.m. x", "x", "at 5 p.m. x"},
           {"order no. 5 x", "x", "order no. 5 x"},
           {"a.com x", "x", "a.com x"},
           // But this is one
           {"he said no. x", "x", " x"},
           {"no. x", "x", " x"},
           // The hit holds the end itself
           {"one x. two", "x.", "one x."},
           {"one x. two y. three", "x. two", "one x. two y."},
       }) {
    CAPTURE(row.text);
    CHECK(cut(row.text, sentence_around(row.text, whole(row.text), place_of(row.text, row.at))) == row.sentence);
  }
}

TEST_CASE("a sentence stays in its turn") {
  constexpr std::string_view text = "one\ntwo x\nthree";
  CHECK(cut(text, sentence_around(text, {4, 9}, {8, 9})) == "two x");
}

TEST_CASE("words beside a hit are counted, and stop at the clause") {
  struct Row {
    std::string_view text;
    int words;
    std::string_view before, after;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"a b c x d e f", 0, "", ""},
           {"a b c x d e f", 1, "c ", " d"},
           {"a b c x d e f", 2, "b c ", " d e"},
           {"a b c x d e f", 3, "a b c ", " d e f"},
           {"a b c x d e f", 9, "a b c ", " d e f"},
           {"a, b x c, d", 9, " b ", " c"},
           {"a: b x c; d", 9, " b ", " c"},
           {"a. b x c! d", 9, " b ", " c"},
           {"a - b x c - d", 9, " b ", " c "},
           {"a \x04 b x c \x04 d", 9, " b ", " c "},
           {"a-b x c-d", 9, "a-b ", " c-d"},
           {"at 1,5 x at 1:5", 9, "at 1,5 ", " at 1:5"},
           {"x", 3, "", ""},
       }) {
    CAPTURE(row.text);
    CAPTURE(row.words);
    const Span at = place_of(row.text, "x");
    CHECK(cut(row.text, words_before(row.text, whole(row.text), at, row.words)) == row.before);
    CHECK(cut(row.text, words_after(row.text, whole(row.text), at, row.words)) == row.after);
  }
  CHECK(words_before("a\nb x", {2, 5}, {4, 5}, 9) == Span{2, 4});
  CHECK(words_after("x b\nc", {0, 3}, {0, 1}, 9) == Span{1, 3});
}

}  // namespace
}  // namespace decant
