#include "input/encoding.h"

#include <doctest/doctest.h>

namespace decant {
namespace {

using namespace std::string_view_literals;

std::string recoded(const std::string& encoding, std::initializer_list<std::string_view> parts, uint64_t& strange) {
  const auto recoder = Recoder::create(encoding);
  REQUIRE(recoder);
  std::string out;
  std::size_t left = parts.size();
  strange = 0;
  for (const std::string_view part : parts) strange += recoder->add(part, --left == 0, out);
  return out;
}

TEST_CASE("a mark, or the side its zero bytes stand on, tells UTF-16") {
  struct Row {
    std::string_view head, encoding;
    std::size_t mark;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"\xFF\xFE" "A\0", "UTF-16LE", 2},
           {"\xFE\xFF\0A"sv, "UTF-16BE", 2},
           {"\xFF\xFE\0\0A\0\0\0"sv, "UTF-32LE", 4},
           {"A\0g\0e\0n\0t\0"sv, "UTF-16LE", 0},
           {"\0A\0g\0e\0n\0t"sv, "UTF-16BE", 0},
           {"\x10\x04\x33\x04\x35\x04\x3D\x04\x42\x04\x3A\0\x20\0"sv, "UTF-16LE", 0},  // Cyrillic
           {"Agent: hello", "", 0},
           {"a\0b"sv, "", 0},                                         // too little to tell
           {"\x01\0\x02\0\x03\0\x04\0\x05\0"sv, "", 0},               // numbers
           {"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0"sv, "", 0},
           {"", "", 0}}) {
    CAPTURE(row.head);
    std::size_t mark = 9;
    CHECK(wide_encoding(row.head, mark) == row.encoding);
    CHECK(mark == row.mark);
  }
}

TEST_CASE("bytes that are no UTF-8 are of a western language if they stand where its letters do") {
  for (const std::string_view text : {"caf\xE9", "s\xFC\xDF", "\xC9t\xE9", "\x93quoted\x94", "it\x92s", "50 \x80", "\xDC" "ber"}) {
    CAPTURE(text);
    CHECK(guessed_encoding(text) == "WINDOWS-1252");
  }
}

TEST_CASE("damaged UTF-8 is repaired, not guessed at") {
  for (const std::string_view text :
       {"caf\xC3\xA9 \xFF", "a\xFF\xFEz", "cut \xE2\x80", "cut \xF0\x9F\x98", "ba\xC3z", "\x81", "\xFF\xFF\xFF"}) {
    CAPTURE(text);
    CHECK(guessed_encoding(text) == "");
  }
}

TEST_CASE("letters in rows are of another script, which the library names") {
  // "Добрый день, чем могу помочь вам сегодня" in Windows-1251.
  CHECK(guessed_encoding("\xC4\xEE\xE1\xF0\xFB\xE9 \xE4\xE5\xED\xFC, \xF7\xE5\xEC \xEC\xEE\xE3\xF3 \xEF\xEE\xEC\xEE\xF7\xFC "
                         "\xE2\xE0\xEC \xF1\xE5\xE3\xEE\xE4\xED\xFF") == "WINDOWS-1251");
}

TEST_CASE("a character that is cut waits for its rest; what stands for nothing is counted") {
  uint64_t strange = 0;
  CHECK(recoded("UTF-16LE", {"A", "\0\x3D"sv, "\xD8\x00"sv, "\xDE"}, strange) == "A😀");
  CHECK(strange == 0);
  CHECK(recoded("UTF-16LE", {"A\0B"sv}, strange) == "A\uFFFD");
  CHECK(strange == 1);
  CHECK(recoded("WINDOWS-1252", {"a\x81z"}, strange) == "a\uFFFDz");
  CHECK(strange == 1);
  CHECK_FALSE(Recoder::create("no-such-thing"));
}

}  // namespace
}  // namespace decant
