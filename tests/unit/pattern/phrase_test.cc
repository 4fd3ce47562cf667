#include "pattern/phrase.h"

#include <doctest/doctest.h>

#include "unit/pattern/phrase_hits.h"

namespace decant {
namespace {

struct Row {
  std::string_view phrase;
  std::string text;
  std::string_view hits;
};

void check(std::initializer_list<Row> rows, const Lists& lists = {}) {
  for (const Row& row : rows) {
    CAPTURE(row.phrase);
    CAPTURE(row.text);
    CHECK(hits(row.phrase, row.text, lists) == row.hits);
  }
}

TEST_CASE("words are found whole, in any case, over any white space") {
  check({
      {"my hands are tied", "Sorry, MY  hands\n are TIED.", "MY  hands\n are TIED"},
      {"can", "We can. A canteen; toucan; can_do; (can do) \"can go\"", "can | can | can"},
      {"no way", "no, way! no-way no. way no  - way", "no, way | no-way"},
      {"wait", "wait... wait", "wait | wait"},
      {"i can do", "I... can do", "I... can do"},
      {"i can do", "I – uh – can do", ""},
      {"no", "no no", "no | no"},
      {"café", "Café! cafe\u0301, cafés", "Café | cafe\u0301"},
      {"can", "pécan çan can", "can"},
      {"we\u00A0can", "we can", "we can"},  // pasted with a no-break space
      {"we\u200B can", "we can", "we can"},
  });
}

TEST_CASE("a star is any ending, the ending of none too") {
  check({
      {"refus*", "Refuse, refused, REFUSAL or refus, not arefuse", "Refuse | refused | REFUSAL | refus"},
      {"cancel* it", "cancelling it; cancel it; cancels them", "cancelling it | cancel it"},
      {"follow-up*", "follow-ups followups follow upstream", "follow-ups | followups | follow upstream"},
      {"don't*", "don't don'ts", "don't | don'ts"},
      {"(cannot|refus*) it", "canteen cannot it refuses it", "cannot it | refuses it"},
      {"(cant|refus*)", "cantaloupe refused", "refused"},
      {"cant [refus*]", "cantaloupe", ""},
  });
}

TEST_CASE("a verb's short form by itself is the verb") {
  check({
      {"(are|'s) full", "The hall is full. It has full marks. It's full.", "is full"},
      {"it 's full", "it's full, it is full; its full, it has full", "it's full | it is full"},
      {"you ('ll|might) see", "you'll see, you will see or you might see", "you'll see | you will see | you might see"},
      {"I 've seen", "I've seen, ive seen, I have seen", "I've seen | ive seen | I have seen"},
  });
}

TEST_CASE("an escaped space makes one word, of which nothing is contracted") {
  check({{"red\\ kale", "red kale, redkale", "red kale"}, {"you\\ kale", "you kale", "you kale"}});
}

TEST_CASE("round brackets are a choice") {
  check({
      {"(wait|hold on) please", "wait please, hold on please, please", "wait please | hold on please"},
      {"i (can|may (not|never)) go", "I can go. I may never go. I may go", "I can go | I may never go"},
      {"cancel(led|ing)", "cancelled, canceling? cancelling cancel led", "cancelled | canceling | cancelling"},
      {"you('ll| will) go", "youll go, you'll go, you will go, youwill go", "youll go | you'll go | you will go"},
      {"(I|we)('ve| have) gone", "i've gone, we have gone, i gone", "i've gone | we have gone"},
      {"(un)fair", "unfair un fair", "unfair"},
      {"(no|c++)", "note no c++ c+", "no | c++"},
      {"(one)", "one", "one"},
      {"(a b|c) d", "a b d c d a d", "a b d | c d"},
      {"the (fee)-(waiver)", "the fee-waiver, the fee waiver, the feewaiver", "the fee-waiver | the fee waiver | the feewaiver"},
  });
}

TEST_CASE("square brackets may be missing") {
  check({
      {"i [really] can't", "I can't. I really can't", "I can't | I really can't"},
      {"[really] sorry", "really sorry, so sorry", "really sorry | sorry"},
      {"sorry [about that]", "sorry about that; sorry about", "sorry about that | sorry"},
      {"[so [very]] sorry", "so very sorry; so sorry; very sorry", "so very sorry | so sorry | sorry"},
      {"[a|the] fee", "a fee, the fee, no fee", "a fee | the fee | fee"},
      {"that is [un]fair", "that is fair, that is unfair, that isfair", "that is fair | that is unfair"},
      {"[un]fair", "fair unfair un fair", "fair | unfair | fair"},
      {"re[-]send", "resend re-send", "resend | re-send"},
      {"cancel[led]", "cancel cancelled cancels", "cancel | cancelled"},
      {"one [two] [three] four", "one four; one two four; one three four; one two three four", "one four | one two four | one three four | one two three four"},
      {"[I] am [not] sure", "am sure, I'm sure, I am not sure", "am sure | I'm sure | I am not sure"},
      {"no [_] way", "no way no single way no one single way", "no way | no single way"},
      {"cant [_]", "cantaloupe", ""},
  });
}

TEST_CASE("an underscore is exactly one word") {
  check({
      {"that _ works", "that really works. That works. That it really works", "that really works"},
      {"_ works", "it works. works", "it works"},
      {"it _", "it works! it", "it works"},
      {"a _ b", "a, x, b a x-y b a (x) b a x. b", "a, x, b | a x-y b | a (x) b"},
      {"a _ _ b", "a x y b; a x b", "a x y b"},
  });
}

TEST_CASE("dots are up to so many words inside a sentence") {
  check({
      {"nothing ... do", "nothing do", "nothing do"},
      {"nothing ... do", "nothing that we can do", "nothing that we can do"},
      {"nothing ... do", "nothing at all we can do", "nothing at all we can do"},
      {"nothing ... do", "nothing at all that we can do", ""},
      {"nothing ...{1} do", "nothing we do, nothing we can do", "nothing we do"},
      {"nothing ...{6} do", "nothing a b c d e f do", "nothing a b c d e f do"},
      {"nothing ...{6} do", "nothing a b c d e f g do", ""},
      {"nothing … do", "nothing we do", "nothing we do"},
      {"nothing …{1} do", "nothing we can do", ""},
      // Not over the end of a sentence or paragraph, over other punctuation yes
      {"nothing ... do", "nothing. We do", ""},
      {"nothing ... do", "nothing we have! So do", ""},
      {"nothing ... do", "he said \"nothing left.\" We do", ""},
      {"nothing ... do", "nothing (not one.) do", ""},
      {"nothing ... do", "nothing here\n\nwe do", ""},
      {"nothing ... do", "nothing here\n- we do", ""},
      {"nothing ... do", "nothing, I fear; \"we\" do", "nothing, I fear; \"we\" do"},
      {"nothing ... do", "nothing at 3.50 do", "nothing at 3.50 do"},
      // The shortest way there
      {"a ... b", "a x b y b", "a x b"},
      {"a ... b ... c", "a x b y c", "a x b y c"},
      {"a [x] ... b", "a b, a x y b", "a b | a x y b"},
  });
}

TEST_CASE("braces name a word list, and lists may use lists") {
  const Lists lists = {{"we", {"I", "we", "our team"}},
                       {"unable", {"can't", "am unable to", "are not able to"}},
                       {"refuse", {"{we} {unable}", "no"}},
                       {"one", {"just one"}},
                       {"maybe", {"[so] sorry", "pardon"}}};
  check({{"{we} {unable} do", "I can't do. We cannot do. Our team are not able to do. I'm unable to do", "I can't do | We cannot do | Our team are not able to do | I'm unable to do"},
         {"{refuse} it", "we're not able to it, no it", "we're not able to it | no it"},
         {"{one}", "just one", "just one"},
         {"[{we}] know", "know; we know", "know | we know"},
         {"({we}|you) know", "you know, I know", "you know | I know"},
         {"{maybe} dear", "so sorry dear, sorry dear, pardon dear", "so sorry dear | sorry dear | pardon dear"},
         {"{we}'ll", "we'll", ""}},
        lists);
}

TEST_CASE("a hyphen in a word may be missing or a space") {
  check({
      {"follow-up", "follow-up follow up followup Follow–Up", "follow-up | follow up | followup | Follow–Up"},
      {"out-of-date", "out of date, out-of-date, outofdate", "out of date | out-of-date | outofdate"},
      {"sign up", "sign-up", "sign-up"},
      {"a - b", "a - b", "a - b"},
  });
}

TEST_CASE("punctuation at a word stands for itself") {
  check({
      {"24/7", "24/7 2417", "24/7"},
      {"why?", "why? why", "why?"},
      {"$5", "$5, 5", "$5"},
      {"no, we", "no, we; no we", "no, we | no we"},
      {"no , we", "no, we", "no, we"},
      {"customers' fault", "the customers’ fault", "customers’ fault"},
      {"3.50", "3.50 3x50", "3.50"},
      {"a.m.", "9 a.m. x", "a.m."},
  });
}

TEST_CASE("a backslash takes a sign for itself") {
  check({
      {"\\(refund\\)", "a (refund) refund", "(refund)"},
      {"\\[x\\]", "[x] x", "[x]"},
      {"yes\\|no", "yes|no", "yes|no"},
      {"\\{name\\}", "{name}", "{name}"},
      {"a\\*b", "a*b ab", "a*b"},
      {"a\\\\b", "a\\b", "a\\b"},
      {"c.d+", "c.d+ cxdd", "c.d+"},
      {"a^b$", "a^b$", "a^b$"},
  });
}

TEST_CASE("what is no phrase says where and why") {
  struct Case {
    std::string_view phrase, fault;
  };
  const Lists lists = {{"we", {"I", "we"}}, {"gap", {"... so"}}, {"maybe", {"[so]"}}};
  for (const Case& row : std::initializer_list<Case>{
           {"", "0: words are missing here"},
           {"   ", "3: words are missing here"},
           {",", "1: words are missing here"},
           {"we ()", "4: words are missing here"},
           {"we (a|) b", "6: words are missing here"},
           {"we (|a) b", "4: words are missing here"},
           {"we [ ]", "5: words are missing here"},
           {"we (can", "3: this \"(\" is never closed"},
           {"we [can", "3: this \"[\" is never closed"},
           {"we {can", "3: this \"{\" is never closed"},
           {"we {} can", "3: a word list needs a name between { and }"},
           {"we can)", "6: \")\" closes nothing"},
           {"we can]", "6: \"]\" closes nothing"},
           {"we can}", "6: \"}\" closes nothing"},
           {"we (can] do", "7: \"]\" where \")\" should close the group"},
           {"we [can) do", "7: \")\" where \"]\" should close the group"},
           {"can|may", "3: alternatives must stand in ( ) or [ ]"},
           {"can\\", "3: nothing follows the \\"},
           {"r*", "0: \"*\" needs at least two letters before it"},
           {"we *", "3: \"*\" needs at least two letters before it"},
           {"we re*fuse", "3: \"*\" may stand at the end of a word only"},
           {"refus**", "0: \"*\" may stand at the end of a word only"},
           {"we...can", "0: \"...\" and \"_\" must stand alone"},
           {"we can...", "3: \"...\" and \"_\" must stand alone"},
           {"we…can", "0: \"...\" and \"_\" must stand alone"},
           {"(we)... can", "4: \"...\" and \"_\" must stand alone"},
           {"we ...(can)", "6: \"...\" and \"_\" must stand alone"},
           {"(re)_ it", "4: \"...\" and \"_\" must stand alone"},
           {"... can", "0: a gap needs words on both sides"},
           {"we can ...", "7: a gap needs words on both sides"},
           {"we (... can)", "4: a gap needs words on both sides"},
           {"we [can ...] do", "8: a gap needs words on both sides"},
           {"[we] ... can", "5: a gap needs words on both sides"},
           {"we ... [can]", "3: a gap needs words on both sides"},
           {"...", "0: a gap needs words on both sides"},
           {"a ...{0} b", "5: a gap takes a number of words from 1 to 20"},
           {"a ...{21} b", "5: a gap takes a number of words from 1 to 20"},
           {"a ...{x} b", "5: a gap takes a number of words from 1 to 20"},
           {"a ...{3 b", "5: a gap takes a number of words from 1 to 20"},
           {"a ...{99999999999} b", "5: a gap takes a number of words from 1 to 20"},
           {"[a]", "0: every part of this phrase may be missing"},
           {"[a] [b|c]", "0: every part of this phrase may be missing"},
           {"([a]|b)", "0: every part of this phrase may be missing"},
           {"{maybe}", "0: every part of this phrase may be missing"},
           // A fault inside a list is shown where the list is used.
           {"we can {gap}", "7: a gap needs words on both sides"},
           {"((((((((((((((((((a))))))))))))))))))", "17: nested deeper than 16 levels"},
       }) {
    CAPTURE(row.phrase);
    CHECK(fault_in(row.phrase, lists) == row.fault);
  }
}

TEST_CASE("a phrase may not grow without end") {
  std::string many = "word0";
  for (int i = 1; i < 400; ++i) many += "|word" + std::to_string(i);
  const std::string choice = '(' + many + ')';
  CHECK(fault_in(choice + ' ' + choice) == "");
  std::string phrase = choice;
  for (int i = 0; i < 12; ++i) phrase += ' ' + choice;
  CHECK(fault_in(phrase).ends_with(": the phrase grows over 32 KiB of regex"));
  Lists doubling = {{"l0", {"a b c d e f"}}};
  for (int i = 1; i < 8; ++i) {
    const std::string use = "{l" + std::to_string(i - 1) + "}";
    doubling["l" + std::to_string(i)] = {use + ' ' + use + ' ' + use + ' ' + use + ' ' + use};
  }
  CHECK(fault_in("so {l7}", doubling) == "3: the phrase grows over 32 KiB of regex");
}

TEST_CASE("lists are found with their places, however deep") {
  const auto parsed = parse_phrase("{a} (b|[{c}] d{e})");
  std::vector<const PhraseNode*> used;
  lists_used(std::get<PhraseNode>(parsed), used);
  REQUIRE(used.size() == 3);
  CHECK(used[0]->text == "a");
  CHECK(used[0]->at == 0);
  CHECK(used[1]->text == "c");
  CHECK(used[1]->at == 8);
  CHECK(used[2]->text == "e");
  CHECK(used[2]->at == 14);
}

}  // namespace
}  // namespace decant
