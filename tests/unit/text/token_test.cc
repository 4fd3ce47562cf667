#include "text/token.h"

#include <doctest/doctest.h>

namespace decant {
namespace {

std::string link_in(std::string_view token) {
  const auto span = find_link(token);
  return span ? std::string(token.substr(span->begin, span->size())) : "none";
}

TEST_CASE("a link is found without the punctuation around it") {
  struct Row {
    std::string_view token, link;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"https://a.example/b?c=d#e", "https://a.example/b?c=d#e"},
           {"HTTPS://A.EXAMPLE/B", "HTTPS://A.EXAMPLE/B"},
           {"ftp://host/x", "ftp://host/x"},
           {"(www.a.example).", "www.a.example"},
           {"\"shop.com\",", "shop.com"},
           {"<me@shop.example>", "me@shop.example"},
           {"[here](https://a.example)", "https://a.example"},
           {"a.example/path", "a.example/path"},
           {"none", "none"},
           {".com", "none"},
           {"e.g.", "none"},
           {"...", "none"},
           {"(((", "none"},
           {"@shop.", "none"},
           {".@shop", "none"},
           {"3.5/4.5", "none"},
           {"](.", "none"},
           {"", "none"},
       }) {
    CAPTURE(row.token);
    CHECK(link_in(row.token) == row.link);
  }
}

TEST_CASE("handles begin with their sign and hold more than it") {
  const auto handle = [](std::string_view token, char sign) {
    const auto span = find_handle(token, sign);
    return span ? std::string(token.substr(span->begin, span->size())) : "none";
  };
  CHECK(handle("@Dana_b's", '@') == "@Dana_b");
  CHECK(handle("(@dana)", '@') == "@dana");
  CHECK(handle("@24hours", '@') == "@24hours");
  CHECK(handle("@", '@') == "none");
  CHECK(handle("a@b", '@') == "none");
  CHECK(handle("#Refund!", '#') == "#Refund");
  CHECK(handle("#1st", '#') == "#1st");
  CHECK(handle("#123", '#') == "none");
  CHECK(handle("#", '#') == "none");
}

TEST_CASE("a bare word has no punctuation around it") {
  CHECK(bare("\"Can't,\"") == "can't");
  CHECK(bare("--") == "");
  CHECK(bare("(É)") == "É");  // only ASCII letters get small
}

TEST_CASE("bullets, headings and counters are known by their looks") {
  for (std::string_view token : {"-", "*", "+", "•", "1.", "2)", "12."}) CHECK(is_bullet(token));
  for (std::string_view token : {"--", "a.", "123.", "1", ".", "1:", ""}) CHECK_FALSE(is_bullet(token));
  for (std::string_view token : {"#", "##", "######"}) CHECK(is_heading(token));
  for (std::string_view token : {"#######", "#1", "a#"}) CHECK_FALSE(is_heading(token));
  for (std::string_view token : {"1/2", "(2/2)", "[3/3]"}) CHECK(is_counter(token));
  for (std::string_view token : {"1-2", "12/2", "1/", "a/b"}) CHECK_FALSE(is_counter(token));
}

}  // namespace
}  // namespace decant
