#include "pattern/prefilter.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "fuzz/pattern_case.h"
#include "pattern/codes.h"
#include "pattern/literal_table.h"
#include "unit/pattern/sample_text.h"

namespace decant {
namespace {

// Literals as people see them: '#' a digit, ' ' a gap.
std::string codes_from(std::string_view letters) {
  std::string codes;
  for (char letter : letters) {
    codes += static_cast<char>(letter == '#' ? code_digit : code_of(letter));
  }
  return codes;
}

// Per turn, which of the literals are found. Every literal is a pattern of its own.
std::vector<std::vector<PatternId>> found(const std::vector<std::string>& literals,
                                          std::initializer_list<std::string_view> turns) {
  Prefilter prefilter;
  for (PatternId id = 0; id < literals.size(); ++id) prefilter.add(id, codes_from(literals[id]));
  prefilter.build();
  const FoldedText text = sample_text(turns);
  Prefilter::Scratch scratch;
  Candidates candidates;
  candidates.start(literals.size(), text.turns.size());
  const std::vector<Voices> voices(text.turns.size(), all_voices), voices_of(literals.size(), all_voices);
  prefilter.set_voices(voices_of);
  prefilter.scan(text.lower, text.turns, voices, scratch, candidates);
  candidates.finish();
  std::vector<std::vector<PatternId>> by_turn(text.turns.size());
  for (PatternId id : candidates.patterns()) {
    for (uint32_t turn : candidates.turns(id)) by_turn[turn].push_back(id);
  }
  return by_turn;
}

bool stands(std::string literal, std::string_view text) { return !found({literal}, {text})[0].empty(); }

using Found = std::vector<std::vector<PatternId>>;

TEST_CASE("a literal is found with the boundaries of its words") {
  CHECK(stands(" can ", "we can."));
  CHECK(stands(" can ", "can"));
  CHECK(!stands(" can ", "a candle"));
  CHECK(!stands(" can ", "pecan"));
  CHECK(!stands(" can ", "can_t"));
  CHECK(stands(" can", "a candle"));
  CHECK(!stands(" can", "a pecan"));
  CHECK(stands("can ", "a pecan"));
  CHECK(stands("can", "pecans"));
}

TEST_CASE("a gap is a run of anything that is no word") {
  for (const char* text : {"we can do", "we  can do", "we, can - do", "we\xE2\x80\x94" "can...do", "we          can do"}) {
    CAPTURE(text);
    CHECK(stands(" we can do ", text));
    CHECK(stands("we can do", text));
  }
  CHECK(!stands(" we can do ", "wecan do"));
  CHECK(!stands(" we can do ", "we can today"));
}

TEST_CASE("every digit is a digit") {
  CHECK(stands(" #### ", "in 1999, or so"));
  CHECK(!stands(" #### ", "in 19999"));
  CHECK(stands(" x# ", "x7"));
}

TEST_CASE("literals of every length are found at every place of a text") {
  for (std::size_t length = 1; length < 40; ++length) {
    std::string word;
    for (std::size_t i = 0; i < length; ++i) word += static_cast<char>('a' + i % 26);
    for (std::size_t before = 0; before < 70; ++before) {
      CAPTURE(length);
      CAPTURE(before);
      const std::string text = std::string(before, '.') + word;
      CHECK(stands(" " + word + " ", text));
      CHECK(stands(" " + word + " ", text + "."));
      CHECK(!stands(" " + word + " ", text + "x"));
      if (length >= 3) CHECK(stands(word, std::string(before, 'q') + word));
    }
  }
}

TEST_CASE("a literal does not run out of the text") {
  CHECK(!stands(" we can ", "we"));
  CHECK(!stands(" we can ", "can"));
  CHECK(!stands("abcdefghijklmnop", "ijklmnop"));
  CHECK(!stands(" a b c d e f g h ", "h"));
  CHECK(!stands(" a b c d e f g h ", "a"));
  CHECK(!stands(" a b ", "   "));
}

TEST_CASE("a candidate is one of its turn") {
  CHECK(found({" can ", " no "}, {"can", "", "no can", "other"}) == Found{{0}, {}, {0, 1}, {}});
  CHECK(found({" can"}, {}) == Found{});
  CHECK(found({" can"}, {""}) == Found{{}});
}

TEST_CASE("a place may have several literals") {
  CHECK(found({" can ", " can_t ", " can do ", " can", "can"}, {"can do"}) == Found{{0, 2, 3, 4}});
}

TEST_CASE("used scratch finds the same") {
  Prefilter prefilter;
  prefilter.add(0, codes_from(" can "));
  prefilter.build();
  Prefilter::Scratch scratch;
  scratch.turns_before = UINT32_MAX - 3;  // about to be counted anew
  for (int round = 0; round < 6; ++round) {
    const FoldedText text = sample_text({"can", "no", round % 2 == 0 ? "can" : "a can that is longer than before"});
    Candidates candidates;
    candidates.start(1, 3);
    const std::vector<Voices> voices(3, all_voices);
    prefilter.set_voices(voices);
    prefilter.scan(text.lower, text.turns, voices, scratch, candidates);
    candidates.finish();
    CHECK(candidates.turns(0).size() == 2);
  }
}

TEST_CASE("the prefiltered scan finds what the naive one finds, on random patterns and texts") {
  uint64_t state = 20;
  std::vector<uint8_t> bytes;
  for (int i = 0; i < 600; ++i) {
    bytes.resize(64 + static_cast<std::size_t>(i) % 512);
    for (uint8_t& byte : bytes) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      byte = static_cast<uint8_t>(state >> 56);
    }
    const std::optional<std::string> difference = PatternCase(bytes).difference();
    CHECK_MESSAGE(!difference, difference.value_or(""));
  }
}

}  // namespace
}  // namespace decant
