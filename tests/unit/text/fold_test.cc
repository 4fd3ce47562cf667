#include "text/fold.h"

#include <doctest/doctest.h>

#include <random>

#include "unit/text/folding.h"
#include "text/unicode.h"

namespace decant {
namespace {

struct Row {
  std::string_view given, folded;
};

TEST_CASE("folding undoes the accidents of spelling") {
  for (const Row& row : std::initializer_list<Row>{
           // Quotes and hyphens
           {"I can’t “do” that", "I can't \"do\" that"},
           {"can‘t won´t isnʼt didn`t", "can't won't isn't didn't"},
           {"«non» „so“", "\"non\" \"so\""},
           {"on–off — in‐house ‑ −5", "on-off - in-house - -5"},
           {"that was 5′ 6″", "that was 5' 6\""},
           // White space
           {"we\u00A0cannot", "we cannot"},
           {"we\u2009\u3000 \t cannot\r\nhelp", "we cannot help"},
           {"  we cannot \n", "we cannot"},
           {"a\vb\fc\x01" "d\x02 e", "a b c d e"},
           // Invisible characters
           {"can\u200Bnot re\u00ADfund \uFEFFnow \u202Eso\u2066 we\u2060 \u200D", "cannot refund now so we"},
           // Width and compatibility forms
           {"Ｗｅ ｃａｎ＇ｔ", "We can't"},
           {"oﬃce ﬁne № ½ ™", "office fine No 1⁄2 TM"},
           {"𝐰𝐞 𝓬𝓪𝓷𝓷𝓸𝓽", "we cannot"},
           {"\u212Aelvin \u017Forry", "Kelvin sorry"},
           // Marks are put together with their letters, ASCII ones too
           {"cafe\u0301 re\u0301sume\u0301", "café résumé"},
           {"n\u0303o \u00E9\u0323", "ño ẹ\u0301"},
           // What repairing left
           {"we \x7F can", "we \x7F can"},
           {"", ""},
           {" \n\t ", ""},
       }) {
    CAPTURE(row.given);
    CHECK(cased(row.given) == row.folded);
  }
}

TEST_CASE("folding masks links, mentions and topics") {
  for (const Row& row : std::initializer_list<Row>{
           {"see https://shop.example/cant-return?x=1 now", "see <link> now"},
           {"go to www.shop.example/help.", "go to <link>."},
           {"at shop.com, or sub.shop.co.uk!", "at <link>, or <link>!"},
           {"(https://t.example/x)", "(<link>)"},
           {"look at bit.ly/3xYz or shop.example/returns", "look at <link> or <link>"},
           {"mail no.way@shop.example.", "mail <link>."},
           {"[our form](https://shop.example/cannot)", "[our form](<link>)"},
           {"**https://a.example/b**", "**<link>**"},
           {"https://a.example/x...y", "<link>"},
           {"@ShopHelp we are sorry @dana_b's order", "<mention> we are sorry <mention>'s order"},
           {"＠ShopHelp hello", "<mention> hello"},
           {".@shop (@dana)", ".<mention> (<mention>)"},
           {"#NoRefunds is #1fan", "<tag> is <tag>"},
           {"order #123 and #4567.", "order #123 and #4567."},
           // None of these
           {"a.m. or e.g. this", "a.m. or e.g. this"},
           {"3.50 and v2.1", "3.50 and v2.1"},
           {"half @ noon", "half @ noon"},
           {"done.Next we go", "done.Next we go"},
           {"and/or", "and/or"},
           {"then # is a sign", "then # is a sign"},
       }) {
    CAPTURE(row.given);
    CHECK(cased(row.given) == row.folded);
  }
}

TEST_CASE("folding drops a signature at the end of a turn, and nothing that only looks like one") {
  for (const Row& row : std::initializer_list<Row>{
           {"We are on it. ^SG", "We are on it."},
           {"We are on it ^sg", "We are on it"},
           {"We are on it. ^Dana", "We are on it."},
           {"We are on it. *TAC", "We are on it."},
           {"We are on it. /JM", "We are on it."},
           {"We are on it! -Becky", "We are on it!"},
           {"We are on it. ~Becky", "We are on it."},
           {"We are on it. -BK", "We are on it."},
           {"We are on it. ^SG 1/2", "We are on it. 1/2"},
           {"We are on it. ^SG https://a.example/b", "We are on it. <link>"},
           {"We are on it.\n\n^SG", "We are on it."},
           // None
           {"I'd go -Becky", "I'd go -Becky"},
           {"Ask Sam, -Becky", "Ask Sam, -Becky"},
           {"^SG we are on it", "^SG we are on it"},
           {"^SG", "^SG"},
           {"That is x^2", "That is x^2"},
           {"we said -No way", "we said -No way"},
           {"and/or /maybe", "and/or /maybe"},
           {"it was *Lovely", "it was Lovely"},
           {"so sad ^_^", "so sad ^_^"},
       }) {
    CAPTURE(row.given);
    CHECK(cased(row.given) == row.folded);
  }
}

TEST_CASE("folding drops Markdown emphasis and sees where paragraphs and list items begin") {
  for (const Row& row : std::initializer_list<Row>{
           {"we **cannot** do _that_ or `this` ~~now~~", "we cannot do that or this now"},
           {"***no*** way", "no way"},
           {"it is **not**, and __never__!", "it is not, and never!"},
           {"un**believ**able", "unbelievable"},
           {"snake_case * 5", "snake_case * 5"},
           {"***", "*"},
           {"One thing.\n\nAnother", "One thing. ¶ Another"},
           {"One thing\n \n\n\nAnother", "One thing ¶ Another"},
           {"One line\nthe same", "One line the same"},
           {"You need\n- a card\n* a bill\n• a name\n1. more\n2) most", "You need ¶ a card ¶ a bill ¶ a name ¶ more ¶ most"},
           {"- a card\n- a bill", "a card ¶ a bill"},
           {"# Returns\nWe take them", "Returns ¶ We take them"},
           {"First\n## Returns\n\nWe take them", "First ¶ Returns ¶ We take them"},
           {"First\n\n- second", "First ¶ second"},
           {"I have 3 - 2 left", "I have 3 - 2 left"},
           // A number that is all there is on its line is an answer, not a list item.
           {"12.", "12."},
           {"my number is\n12.", "my number is 12."},
           {"First\n\n^SG", "First"},
       }) {
    CAPTURE(row.given);
    CHECK(cased(row.given) == row.folded);
  }
}

TEST_CASE("folding drops what speakers drop: fillers, stutters, words broken off") {
  for (const Row& row : std::initializer_list<Row>{
           {"um i uh cant do that", "i cant do that"},
           {"Um, we, erm, hmm, can't", "we, can't"},
           {"Uhh... we can", "we can"},
           {"we um- can", "we can"},
           {"Hm?", ""},
           // None
           {"go to the ER now", "go to the ER now"},
           {"uh-huh, mm-hm", "uh-huh, mm-hm"},
           {"the umbrella", "the umbrella"},
           {"um's the word", "um's the word"},
           // Stutters
           {"I I can't", "I can't"},
           {"we we we cannot", "we cannot"},
           {"I, I can't", "I, can't"},
           {"The the card", "The card"},
           {"I um I can't", "I can't"},
           {"I ... I can't", "I can't"},
           // Said twice and meant
           {"I know that that is so", "I know that that is so"},
           {"no no no", "no no no"},
           {"it had had very very", "it had had very very"},
           {"5 5 1 2 2", "5 5 1 2 2"},
           {"I do. Do you?", "I do. Do you?"},
           {"- so\n- so", "so ¶ so"},
           {"one word\n\nword two", "one word ¶ word two"},
           // Broken off
           {"we ca- can't", "we can't"},
           {"we ca- ca- can't", "we can't"},
           {"re- refund", "refund"},
           {"a well- known", "a well- known"},
           {"pre- paid", "pre- paid"},
           {"we can-", "we can-"},
       }) {
    CAPTURE(row.given);
    CHECK(cased(row.given) == row.folded);
  }
}

TEST_CASE("dots that trail off are a comma") {
  for (const Row& row : std::initializer_list<Row>{
           {"I... can't", "I, can't"},
           {"I…can't", "I, can't"},
           {"I...can't", "I, can't"},
           // By themselves they are nothing
           {"I ... can't", "I can't"},
           {"I … can't", "I can't"},
           {"I ..can't", "I can't"},
           {"well.... no", "well, no"},
           {"...and then", "and then"},
           {"(no...)", "(no,)"},
           {"so \"well...\" he said", "so \"well,\" he said"},
           {"wait...", "wait,"},
           {"really...?", "really,?"},
           {"Stop! ... can you", "Stop! can you"},
           {"at 3.50", "at 3.50"},
       }) {
    CAPTURE(row.given);
    CHECK(cased(row.given) == row.folded);
  }
}

TEST_CASE("in lower case an apostrophe inside a word is a letter of it") {
  for (const Row& row : std::initializer_list<Row>{
           {"I CAN'T", "i can_t"},
           {"I can’t", "i can_t"},
           {"'quoted' dogs' rock'n'roll", "'quoted' dogs' rock_n_roll"},
           {"ÉCOLE Straße ÀÇ'É", "école straße àç_é"},
           {"İ stays, ẞ stays", "İ stays, ẞ stays"},  // their small forms have another length
       }) {
    CAPTURE(row.given);
    CHECK(lower(row.given) == row.folded);
  }
}

TEST_CASE("turns follow each other with a line break between them, empty ones too") {
  const FoldedText text = folded_turns({"Hello ^SG", "", "um", "Bye CAFÉ"});
  CHECK(text.cased == "Hello\n\n\nBye CAFÉ");
  CHECK(text.lower == "hello\n\n\nbye café");
  CHECK(text.turns == std::vector<Span>{{0, 5}, {6, 6}, {7, 7}, {8, 17}});
  CHECK(text.has_foreign_letters == std::vector<bool>{false, false, false, true});
}

TEST_CASE("only letters beyond ASCII count as foreign") {
  struct Case {
    std::string given;
    bool is_foreign;
  };
  for (const Case& row : std::initializer_list<Case>{
           {"can’t — “so” … 😀 Ａ", false}, {"café", true}, {"cafe\u0301", true}, {"да", true}, {"5 €", false}, {"½", false}, {"²", false}}) {
    CAPTURE(row.given);
    CHECK(folded_turns({row.given}).has_foreign_letters[0] == row.is_foreign);
  }
}

// The given text behind `words` of the folded text.
std::string given_behind(const std::string& given, std::string_view words) {
  const FoldedText text = folded_turns({given});
  const std::size_t at = text.cased.find(words);
  REQUIRE(at != std::string::npos);
  const Span span = text.map.original({static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())});
  return given.substr(span.begin, span.size());
}

TEST_CASE("every folded span has the given text behind it") {
  struct Case {
    std::string given;
    std::string_view words, behind;
  };
  for (const Case& row : std::initializer_list<Case>{
           {"so we can’t do", "can't", "can’t"},
           {"so we  \n can’t do", "we can't", "we  \n can’t"},
           {"so we um, uh can do", "we can", "we um, uh can"},
           {"I I can't", "I can't", "I I can't"},
           {"I ca- can't", "I can't", "I ca- can't"},
           {"it is **not** so", "not", "not"},
           {"it is **not** so", "is not so", "is **not** so"},
           {"un**believ**able", "unbelievable", "un**believ**able"},
           {"un**believ**able", "nb", "n**b"},
           {"see https://a.example/x, ok", "\x01", "https://a.example/x"},
           {"see https://a.example/x, ok", "see \x01,", "see https://a.example/x,"},
           {"hi @dana’s", "\x02's", "@dana’s"},
           {"an oﬃce", "office", "oﬃce"},
           // Half of a ligature has all of it behind; three bytes for three bytes must not be cut up.
           {"an oﬃce", "of", "oﬃ"},
           {"an oﬃce", "ce", "ce"},
           {"at a.com…", "..", "…"},
           {"cafe\u0301 so", "é", "e\u0301"},
           {"Ｗｅ", "W", "Ｗ"},
           {"I…can't", "I, can't", "I…can't"},
           {"I... can't", ",", "..."},
           {"I ... can't", "I can't", "I ... can't"},
           {"a\n\n- b", "a \x04 b", "a\n\n- b"},
           {"can\u200Bnot", "cannot", "can\u200Bnot"},
       }) {
    CAPTURE(row.given);
    CAPTURE(row.words);
    CHECK(given_behind(row.given, row.words) == row.behind);
  }
}

bool is_valid_utf8(std::string text) { return repair_utf8(text, text.size()) == 0; }

// Whether the map from folded to given text goes forward only, turn by turn. Empty if all is well.
std::string fault_of(const FoldedText& text, const std::vector<std::string>& given) {
  if (text.lower.size() != text.cased.size()) return "the two buffers differ in length";
  if (text.turns.size() != given.size()) return "a turn was lost";
  if (!is_valid_utf8(text.cased) || !is_valid_utf8(text.lower)) return "no valid UTF-8";
  if (text.cased.find("  ") != std::string::npos) return "two spaces in a row";
  uint32_t next_turn = 0, offset = 0;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const Span turn = text.turns[i];
    const Span source{offset, offset + static_cast<uint32_t>(given[i].size())};
    if (turn.begin != next_turn) return "turns do not follow each other";
    Span before{source.begin, source.begin};
    for (uint32_t at = turn.begin; at < turn.end; ++at) {
      const auto byte = static_cast<unsigned char>(text.cased[at]);
      if (byte < 0x20 && (byte < 1 || byte > 4)) return "a control character";
      const Span span = text.map.original({at, at + 1});
      if (!source.contains(span)) return "a byte maps outside its turn";
      if (span.begin < before.begin || span.end < before.end) return "the map goes back";
      if (text.map.original({turn.begin, at + 1}).end != span.end) return "a longer span ends elsewhere";
      before = span;
    }
    next_turn = turn.end + 1;
    if (turn.end < text.cased.size() && text.cased[turn.end] != '\n') return "no line break after a turn";
    offset = source.end + 1;
  }
  return next_turn == text.cased.size() + 1 || given.empty() ? "" : "text behind the last turn";
}

TEST_CASE("whatever is folded keeps its promises") {
  static constexpr std::string_view pieces[] = {
      "can",  "can’t", "I",     "um",   "uh-huh", " ",  " ",     " ",    "\n",   "\n\n",   "\t",        "\u00A0", "\u200B",
      "...",  "…",     ".",     ",",    "-",      "--", "—",     "*",    "**",   "_",      "`",         "~~",     "#",
      "# ",   "- ",    "1. ",   "@dana", "#topic", "#12", "^SG", "-Bo",  "/JM",  "1/2",    "a.com",     "https://a.example/b",
      "](",   "[",     ")",     "(",    "\"",     "'",  "’",     "ﬃ",    "Ａ",   "e\u0301", "\u0301",   "\uFE0F", "😀",
      "да",   "İ",     "\u212A", "½",    "\x7F",   "\x01", "\x04", "\u2028", "ca-", "no",   "\u00A8",    "\uFDFA", "=\u0338"};
  std::mt19937 random(20260304);
  for (int round = 0; round < 20'000; ++round) {
    std::vector<std::string> turns(1 + random() % 3);
    for (std::string& turn : turns)
      for (auto count = random() % 9; count > 0; --count) turn += pieces[random() % std::size(pieces)];
    const std::string fault = fault_of(folded_turns(turns), turns);
    if (fault.empty()) continue;
    CAPTURE(turns[0]);
    CAPTURE(turns.back());
    FAIL_CHECK(fault);
    break;
  }
}

TEST_CASE("a letter with a hundred thousand marks is folded in no time") {
  std::string given = "a";
  for (int i = 0; i < 50'000; ++i) given += "\u0301\u0323";
  CHECK(fault_of(folded_turns({given}), {given}) == "");
}

TEST_CASE("cleared, a folded text can be used again") {
  FoldedText text = folded_turns({"one", "two"});
  text.clear();
  fold("three", 7, text);
  CHECK(text.cased == "three");
  CHECK(text.turns == std::vector<Span>{{0, 5}});
  CHECK(text.map.original({0, 5}) == Span{7, 12});
}

}  // namespace
}  // namespace decant
