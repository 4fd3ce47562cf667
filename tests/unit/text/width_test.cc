#include "text/width.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace decant {
namespace {

std::vector<std::string> wrapped(std::string_view text, int columns, int first) {
  std::vector<std::string> lines;
  for (Span line : wrap(text, columns, first)) lines.emplace_back(text.substr(line.begin, line.size()));
  return lines;
}
using Lines = std::vector<std::string>;

TEST_CASE("width counts columns, not bytes") {
  CHECK(display_width("") == 0);
  CHECK(display_width("can't") == 5);
  CHECK(display_width("café") == 4);
  CHECK(display_width("cafe\xCC\x81") == 4);     // e and an accent
  CHECK(display_width("返金") == 4);
  CHECK(display_width("😀") == 2);
  CHECK(display_width("❤\xEF\xB8\x8F") == 2);    // asked for as an emoji
  CHECK(display_width("🇩🇪") == 2);
  CHECK(display_width("👩\xE2\x80\x8D💻") == 4);  // the most generous terminal
  CHECK(display_width("\xFF") == 1);
}

TEST_CASE("cutting never tears a character apart") {
  CHECK(beginning("cafe\xCC\x81s", 4) == "cafe\xCC\x81");
  CHECK(beginning("返金", 3) == "返");
  CHECK(ending("返金", 3) == "金");
  CHECK(beginning("👩\xE2\x80\x8D💻x", 3) == "");
  CHECK(ending("x👩\xE2\x80\x8D💻", 4) == "👩\xE2\x80\x8D💻");
  CHECK(beginning("abc", 9) == "abc");
  CHECK(ending("abc", 0) == "");
  CHECK(shortened("flat-refusal", 12) == "flat-refusal");
  CHECK(shortened("flat-refusal", 5) == "flat…");
  CHECK(shortened_in_front("flat-refusal", 5) == "…usal");
}

TEST_CASE("lines break at spaces and long words where they must") {
  CHECK(wrapped("", 10, 10) == Lines{""});
  CHECK(wrapped("we can do that", 10, 10) == Lines{"we can do", "that"});
  CHECK(wrapped("we can do that", 10, 5) == Lines{"we", "can do", "that"});
  CHECK(wrapped("we   can  ", 4, 4) == Lines{"we", "can"});
  CHECK(wrapped("abcdefghij kl", 4, 4) == Lines{"abcd", "efgh", "ij", "kl"});
  CHECK(wrapped("policy-shield/hides-behind-policy", 14, 14) == Lines{"policy-shield/", "hides-behind-", "policy"});
  CHECK(wrapped("policy-shield", 6, 6) == Lines{"policy", "-", "shield"});
}

TEST_CASE("wide scripts break between characters but not before their punctuation") {
  CHECK(wrapped("ご返金はできません", 8, 8) == Lines{"ご返金は", "できませ", "ん"});
  CHECK(wrapped("ご返金、はい", 6, 6) == Lines{"ご返", "金、は", "い"});
  CHECK(wrapped("はい「否」", 6, 6) == Lines{"はい", "「否」"});
  CHECK(wrapped("x ›返金‹ y", 6, 6) == Lines{"x ›返", "金‹ y"});
}

TEST_CASE("no line is wider than asked for and nothing but spaces is lost") {
  const std::vector<std::string> pieces{"we", " ", "  ", "can't", "返", "、", "「", "😀", "👩\xE2\x80\x8D💻", "-", "/",
                                        "wwwwwwwwwww", "e\xCC\x81", "\xFF"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text, kept, expected;
    for (auto i = random() % 20; i-- > 0;) text += pieces[random() % pieces.size()];
    const int columns = 4 + static_cast<int>(random() % 20), first = 4 + static_cast<int>(random() % 20);
    CAPTURE(text);
    int room = first;
    for (const std::string& line : wrapped(text, columns, first)) {
      CHECK(display_width(line) <= room);
      CHECK(!line.ends_with(' '));
      room = columns;
      kept += line;
    }
    std::erase(kept, ' ');
    expected = text;
    std::erase(expected, ' ');
    CHECK(kept == expected);
  }
}

}  // namespace
}  // namespace decant
