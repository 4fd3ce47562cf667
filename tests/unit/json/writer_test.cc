#include "json/writer.h"

#include <doctest/doctest.h>
#include <simdjson.h>

#include <cmath>
#include <limits>
#include <random>
#include <string>

namespace decant::json {
namespace {

std::string as_json(std::string_view text) {
  std::string out;
  append_string(text, out);
  return out;
}

TEST_CASE("commas and colons come by themselves") {
  std::string out;
  Writer writer(out);
  writer.begin_object().member("a", 1).key("b").begin_array().value("x").value(true).null().end_array();
  writer.key("c").begin_object().end_object().key("d").begin_array().begin_array().end_array();
  writer.begin_object().end_object().end_array().member("e", uint64_t{18446744073709551615u});
  writer.member("f", int64_t{-9}).end_object();
  CHECK(out == R"({"a":1,"b":["x",true,null],"c":{},"d":[[],{}],"e":18446744073709551615,"f":-9})");
}

TEST_CASE("strings are escaped and made valid UTF-8") {
  const struct {
    std::string_view text, json;
  } rows[] = {
      {"", R"("")"},
      {"plain", R"("plain")"},
      {"a\"b\\c/", R"("a\"b\\c/")"},
      {"\n\r\t\b\x1B\x7F", "\"\\n\\r\\t\\u0008\\u001b\\u007f\""},
      {std::string_view("\0x", 2), R"("\u0000x")"},
      {"caf\xC3\xA9 \xF0\x9F\x98\x80", "\"caf\xC3\xA9 \xF0\x9F\x98\x80\""},
      {"\xE2\x80\xA8|\xE2\x80\xA9|\xE2\x80\xAA", "\"\\u2028|\\u2029|\xE2\x80\xAA\""},
      {"\xFF|\x80|\xC3", "\"\xEF\xBF\xBD|\xEF\xBF\xBD|\xEF\xBF\xBD\""},
      {"\xF0\x9F\x98|x", "\"\xEF\xBF\xBD|x\""},                                // cut off: one for what is left
      {"\xC0\xAF", "\"\xEF\xBF\xBD\xEF\xBF\xBD\""},                            // overlong
      {"\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},            // a surrogate
      {"\xF4\x90\x80\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},  // above U+10FFFF
  };
  for (const auto& row : rows) CHECK(as_json(row.text) == row.json);
}

TEST_CASE("any bytes make JSON that a parser reads") {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (auto i = random() % 40; i-- > 0;) bytes += static_cast<char>(random() % 2 ? 0x80 + random() % 128 : random());
    simdjson::dom::parser parser;
    CHECK(parser.parse(as_json(bytes)).error() == simdjson::SUCCESS);
  }
}

TEST_CASE("numbers are exact, short and never more than JSON knows") {
  std::string out;
  Writer writer(out);
  writer.begin_array().value(Points{7'500'000}).value(Points{-60'000}).tenths(Points::whole(82));
  writer.seconds(14.2).seconds(1.23456).seconds(6).seconds(-0.0001).seconds(std::nan(""));
  writer.value(0.1).value(6.0).value(std::numeric_limits<double>::infinity()).value(1e300).end_array();
  CHECK(out == "[7.5,-0.06,82.0,14.2,1.235,6,0,null,0.1,6,null,1e+300]");
}

}  // namespace
}  // namespace decant::json
