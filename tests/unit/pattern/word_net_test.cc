#include "pattern/word_net.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/net_search.h"

namespace decant {
namespace {

WordNet net_of(std::string regex) { return word_net_of({.regex = std::move(regex)}); }

// The words at which a match may begin, with a space behind each.
std::string starts(const WordNet& net, std::string_view turn) {
  REQUIRE(!net.empty());
  std::vector<TextWord> words;
  add_words(turn, words);
  NetSearch search;
  REQUIRE(search.find(net, turn, words));
  std::string out;
  for (uint32_t start : search.starts) out += std::string(turn.substr(words[start].begin, words[start].size)) + ' ';
  return out;
}

constexpr const char* gap = "(?:,? |-)";

TEST_CASE("words are runs of word characters, and know whether a space is before them") {
  std::vector<TextWord> words;
  add_words("we can_t, x-2.", words);
  REQUIRE(words.size() == 4);
  CHECK(words[1].begin == 3);
  CHECK(words[1].size == 5);
  CHECK(words[1].is_after_space);
  CHECK(words[2].is_after_space);
  CHECK_FALSE(words[3].is_after_space);
}

TEST_CASE("a match may begin where all words of the phrase follow in their order") {
  const WordNet net = net_of(std::string("(?:i|we)") + gap + "can" + gap + "(?:do|see)");
  CHECK(starts(net, "so we can do it, and i can, see") == "we i ");
  CHECK(starts(net, "we can not do, can we do, we do") == "");
  CHECK(starts(net, "we candid do") == "");
  CHECK(starts(net, "") == "");
}

TEST_CASE("spellings, endings and optional words are all known") {
  CHECK(starts(net_of("can(?:_?t|not| not)"), "can_t cant cannot can not can canteen") == "can_t cant cannot can ");
  CHECK(starts(net_of("refus[a-z0-9_]*"), "refuse refus prefuse refund") == "refuse refus ");
  CHECK(starts(net_of("we(?:(?:,? |-)really)? (?:can|may)"), "we can, we really may, we never can") == "we we ");
}

TEST_CASE("a gap in the phrase is words on the other side of spaces") {
  const WordNet net = net_of("no(?:,? [^ ]*[^ .!?]){0,2}?(?:,? |-)way");
  CHECK(starts(net, "no way, no such way, no one-eyed way") == "no no no ");
  CHECK(starts(net, "no a b c way") == "");
}

TEST_CASE("a gap's kind counts where the phrase asks for a space") {
  CHECK(starts(net_of("we can"), "we can") == "we ");
  CHECK(starts(net_of("we can"), "we-can") == "");
  CHECK(starts(net_of("we-can"), "we-can") == "we ");
}

TEST_CASE("patterns that may begin or end inside a word, or between words, have no net") {
  CHECK(word_net_of({.regex = "can", .is_raw = true}).empty());
  CHECK(word_net_of({.regex = "can", .word_begin = false}).empty());
  CHECK(word_net_of({.regex = "can", .word_end = false}).empty());
  CHECK(net_of("[^ ]*[^ .!?] can").empty());
  CHECK(net_of("caf\xC3\xA9").empty());
  CHECK(net_of("[[:alpha:]]").empty());
}

TEST_CASE("a phrase that no net is made of may begin with any word") {
  CHECK(starts(net_of("we" + std::string(gap) + std::string(60, 'a')), "so we can") == "so we can ");
}

TEST_CASE("what would take too long to find out is not said") {
  std::string turn;
  for (int i = 0; i < 200'000; ++i) turn += "a ";
  std::vector<TextWord> words;
  add_words(turn, words);
  NetSearch search;
  const WordNet net = net_of("a(?: a){0,32} b");
  CHECK_FALSE(search.find(net, turn, words));
}

TEST_CASE("a long turn without the end of a phrase is searched through once") {
  std::string turn;
  for (int i = 0; i < 20'000; ++i) turn += "no no ";
  CHECK(starts(net_of("no(?:,? [^ ]*[^ .!?]){0,4}?(?:,? |-)way"), turn) == "");
}

}  // namespace
}  // namespace decant
