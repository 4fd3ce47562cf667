// How phrases are read, for people.
#include "pattern/reading.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "pattern/word_forms.h"

using namespace decant;

namespace {

PhraseNode parsed(std::string_view text) { return std::get<PhraseNode>(parse_phrase(text)); }

struct Lists {
  std::map<std::string, std::vector<PhraseNode>, std::less<>> lists;

  ListLookup lookup() const {
    return [this](std::string_view name) {
      const auto found = lists.find(name);
      return found == lists.end() ? nullptr : &found->second;
    };
  }
};

std::string meaning(std::string_view phrase, std::string_view written, const Lists& lists = {}) {
  std::vector<Gloss> glosses;
  add_glosses(phrase, lists.lookup(), glosses);
  const auto found = std::ranges::find(glosses, written, &Gloss::written);
  return found == glosses.end() ? "no gloss" : found->meaning;
}

bool has(const std::vector<std::string>& texts, std::string_view text) { return std::ranges::find(texts, text) != texts.end(); }

PhraseSamples samples(std::string_view text, const Lists& lists = {}) {
  const PhraseNode phrase = parsed(text);
  const ListLookup lookup = lists.lookup();
  return phrase_samples(phrase, lookup, std::get<PatternSpec>(render_phrase(phrase, lookup)), 100);
}

}  // namespace

TEST_CASE("a phrase is written as it was read") {
  for (const std::string_view text : {"can't wait", "refus* to", "we ... can ...{7} do", "a _ b", "[not] here",
                                      "{we} \\(really\\)", "follow-up calls"})
    CHECK(written_phrase(parsed(text)) == text);
  CHECK(written_phrase(parsed("(a|b   c)")) == "(a | b c)");
  CHECK(written_phrase(parsed("cancel(led | ing) it")) == "(cancelled | canceling) it");
  CHECK(written_phrase(parsed("open[ed]")) == "(open | opened)");
}

TEST_CASE("a gloss says what a piece stands for beyond itself") {
  CHECK(meaning("can't", "can't") == "can't, cant, cannot, can not");
  CHECK(meaning("do not worry", "do not") == "don't, dont, do not");
  CHECK(meaning("I'll", "i'll") == "i'll, i will, i shall; not “ill”, which is another word");
  CHECK(meaning("organise it", "organise") == "organise, organize");
  CHECK(meaning("refus* it", "refus*") == "any word that begins with refus");
  CHECK(meaning("a ... b", "...") == "up to 4 words, inside one sentence");
  CHECK(meaning("a ...{9} b", "...{9}") == "up to 9 words, inside one sentence");
  CHECK(meaning("a _ b", "_") == "exactly one word");
  CHECK(meaning("the follow-up", "follow-up") == "follow-up, follow up, followup");
  CHECK(meaning("/a+/", "/…/") == "a regex in RE2's syntax, in any case, with no word boundaries but its own");
  CHECK(meaning("papaya", "papaya") == "no gloss");
}

TEST_CASE("a word that leans on the one before it says so, but not at the start") {
  CHECK(meaning("the shops are", "are") == "are; or 're at the end of the word before");
  CHECK(meaning("are shops", "are") == "no gloss");
}

TEST_CASE("word lists come with their entries, and those with theirs, each once") {
  Lists lists;
  lists.lists["we"] = {parsed("we"), parsed("our {team}")};
  lists.lists["team"] = {parsed("team"), parsed("organisation")};
  std::vector<Gloss> glosses;
  add_glosses("{we} and {we}", lists.lookup(), glosses);
  REQUIRE(glosses.size() == 3);
  CHECK(glosses[0].written == "{we}");
  CHECK(glosses[0].meaning == "we, our {team}");
  CHECK(glosses[1].written == "{team}");
  CHECK(glosses[2].meaning == "organisation, organization");
}

TEST_CASE("a broken phrase has no gloss") { CHECK(meaning("(a|b", "(… | …)") == "no gloss"); }

TEST_CASE("word forms are written out") {
  CHECK(word_forms("can't").alone == std::vector<std::string>{"can't", "cant", "cannot", "can not"});
  CHECK(word_forms("am").attached == std::vector<std::string>{"'m", "m"});
  CHECK(word_forms("(why?)").alone == std::vector<std::string>{"(why?)"});
}

TEST_CASE("samples show each alternative, and near misses that stay quiet") {
  const PhraseSamples shown = samples("I can't [ever] (do|change) it");
  for (const std::string_view text : {"i can't ever do it", "i cannot ever do it", "i can't do it", "i can't ever change it"})
    CHECK(has(shown.fires, text));
  CHECK(has(shown.quiet, "i can't ever do its"));
  CHECK(has(samples("that is it").fires, "that's it"));
}

TEST_CASE("samples show how far a gap reaches") {
  const PhraseSamples shown = samples("nothing ...{2} do");
  CHECK(has(shown.fires, "nothing do"));
  CHECK(has(shown.fires, "nothing one two do"));
  CHECK(has(shown.quiet, "nothing one two three do"));
  CHECK(has(shown.quiet, "nothing one. Two do"));
}

TEST_CASE("samples show which spelling is another word") {
  const PhraseSamples shown = samples("we'll see");
  CHECK(has(shown.fires, "we will see"));
  CHECK(has(shown.quiet, "well see"));
}

TEST_CASE("samples are bounded and say how many are left out") {
  const PhraseNode phrase = parsed("(a|b|c|d|e) z");
  const ListLookup none = Lists{}.lookup();
  const PhraseSamples shown = phrase_samples(phrase, none, std::get<PatternSpec>(render_phrase(phrase, none)), 2);
  CHECK(shown.fires.size() == 2);
  CHECK(shown.more == 3);
}
