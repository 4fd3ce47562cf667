#include "pattern/spelling.h"

#include <doctest/doctest.h>

#include "unit/pattern/phrase_hits.h"

namespace decant {
namespace {

// Each phrase finds every text in full, and nothing in the others.
struct Family {
  std::vector<std::string> phrases, found, not_found = {};
};

void check(std::initializer_list<Family> families) {
  for (const Family& family : families) {
    for (const std::string& phrase : family.phrases) {
      CAPTURE(phrase);
      for (const std::string& text : family.found) CHECK(hits(phrase, text) == text);
      for (const std::string& text : family.not_found) {
        CAPTURE(text);
        CHECK(hits(phrase, text) == "");
      }
    }
  }
}

TEST_CASE("negations are one word in all their spellings, both ways") {
  check({
      {{"can't", "can’t", "cannot", "can not", "CAN'T"}, {"can't", "can’t", "cant", "cannot", "can not", "Can Not"}, {"can", "canned", "can do not"}},
      {{"won't", "will not"}, {"won't", "wont", "will not"}, {"will", "won"}},
      {{"shan't", "shall not"}, {"shan't", "shant", "shall not"}},
      {{"don't", "do not"}, {"don't", "dont", "do not"}, {"do nothing"}},
      {{"doesn't", "does not"}, {"doesn't", "doesnt", "does not"}},
      {{"didn't", "did not"}, {"didn't", "didnt", "did not"}},
      {{"isn't", "is not"}, {"isn't", "isnt", "is not"}},
      {{"aren't", "are not"}, {"aren't", "arent", "are not"}},
      {{"wasn't", "was not"}, {"wasn't", "wasnt", "was not"}},
      {{"weren't", "were not"}, {"weren't", "werent", "were not"}},
      {{"haven't", "have not"}, {"haven't", "havent", "have not"}},
      {{"hasn't", "has not"}, {"hasn't", "hasnt", "has not"}},
      {{"hadn't", "had not"}, {"hadn't", "hadnt", "had not"}},
      {{"couldn't", "could not"}, {"couldn't", "couldnt", "could not"}},
      {{"wouldn't", "would not"}, {"wouldn't", "wouldnt", "would not"}},
      {{"shouldn't", "should not"}, {"shouldn't", "shouldnt", "should not"}},
      {{"mustn't", "must not"}, {"mustn't", "mustnt", "must not"}},
      {{"needn't", "need not"}, {"needn't", "neednt", "need not"}},
      {{"mightn't", "might not"}, {"mightn't", "mightnt", "might not"}},
      {{"daren't", "dare not"}, {"daren't", "darent", "dare not"}},
      {{"ain't"}, {"ain't", "aint"}},
  });
}

TEST_CASE("a negation may lean on the word before it instead") {
  check({
      {{"it isn't right", "it is not right"}, {"it isn't right", "it's not right", "it is not right"}, {"its not right"}},
      {{"we aren't able", "we are not able"}, {"we're not able", "we aren't able"}, {"were not able"}},
      {{"we won't do it", "we will not do it"}, {"we'll not do it", "we won't do it"}, {"well not do it"}},
      {{"we haven't got it", "we have not got it"}, {"we've not got it", "weve not got it"}},
      {{"it hasn't come", "it has not come"}, {"it's not come"}},
      {{"I hadn't seen", "I had not seen"}, {"I'd not seen"}, {"id not seen"}},
      {{"I am not sure"}, {"I'm not sure", "im not sure", "I am not sure"}},
  });
}

TEST_CASE("pronouns and their verbs are one word or two") {
  check({
      {{"I'm", "I am"}, {"I'm", "im", "I am"}, {"I"}},
      {{"you're"}, {"you're", "youre", "you are"}, {"you"}},
      {{"they'll"}, {"they'll", "theyll", "they will", "they shall"}},
      {{"I've", "I have"}, {"I've", "ive", "I have"}},
      {{"they'd"}, {"they'd", "theyd", "they would", "they had"}},
      {{"that's"}, {"that's", "thats", "that is", "that has"}},
      {{"there's"}, {"there's", "theres", "there is"}},
            {{"you are"}, {"you are", "you're", "youre"}},
      {{"that is"}, {"that is", "that's", "thats"}, {"that has"}},
      {{"it has"}, {"it has", "it's"}, {"it is"}},
      {{"they would"}, {"they would", "they'd", "theyd"}, {"they had"}},
      {{"they had"}, {"they had", "they'd"}, {"they would"}},
      {{"they will"}, {"they will", "they'll"}, {"they shall"}},
      {{"you have"}, {"you have", "you've", "youve"}},
  });
}

TEST_CASE("a contraction keeps its apostrophe where it would be another word without") {
  check({
      {{"we'll"}, {"we'll", "we will"}, {"well"}},
      {{"I'll"}, {"I'll", "I will", "I shall"}, {"ill"}},
      {{"he'll"}, {"he'll", "he will"}, {"hell"}},
      {{"she'll"}, {"she'll"}, {"shell"}},
      {{"we're"}, {"we're", "we are"}, {"were"}},
      {{"who're"}, {"who're", "who are"}, {"whore"}},
      {{"it's"}, {"it's", "it is", "it has"}, {"its"}},
      {{"I'd"}, {"I'd", "I would", "I had"}, {"id"}},
      {{"we'd"}, {"we'd", "we had"}, {"wed"}},
      {{"she'd"}, {"she'd"}, {"shed"}},
      {{"one's"}, {"one's", "one is"}, {"ones"}},
      {{"let's", "let us"}, {"let's", "let us"}, {"lets"}},
      {{"we are"}, {"we're"}, {"were"}},
      {{"we will"}, {"we'll"}, {"well"}},
      {{"it is"}, {"it's"}, {"its"}},
      {{"I would"}, {"I'd"}, {"id"}},
  });
}

TEST_CASE("other apostrophes may be missing, and stand for nothing longer") {
  check({
      {{"o'clock"}, {"o'clock", "oclock"}},
      {{"ma'am"}, {"ma'am", "maam", "ma’am"}},
      {{"rock'n'roll"}, {"rock'n'roll", "rocknroll"}},
      {{"company's"}, {"company's", "companys"}, {"company is", "company has"}},
      {{"couldn't've"}, {"couldn't've", "couldntve"}},
  });
}

TEST_CASE("British and American spellings find each other") {
  check({
      {{"organise", "organize"}, {"organise", "organize"}},
      {{"apologising", "apologizing"}, {"apologising", "apologizing"}},
      {{"authorisation", "authorization"}, {"authorisation", "authorization"}},
      {{"favour", "favor"}, {"favour", "favor"}},
      {{"favourite", "favorite"}, {"favourite", "favorite"}},
      {{"behaviour", "behavior"}, {"behaviour", "behavior"}},
      {{"centre", "center"}, {"centre", "center"}},
      {{"metres", "meters"}, {"metres", "meters"}},
      {{"cancelled", "canceled"}, {"cancelled", "canceled"}},
      {{"travelling", "traveling"}, {"travelling", "traveling"}},
      {{"travellers", "travelers"}, {"travellers", "travelers"}},
      {{"licence", "license"}, {"licence", "license"}},
      {{"catalogue", "catalog"}, {"catalogue", "catalog"}},
      {{"catalogues", "catalogs"}, {"catalogues", "catalogs"}},
      {{"fulfil", "fulfill"}, {"fulfil", "fulfill"}},
      {{"enrolment", "enrollment"}, {"enrolment", "enrollment"}},
      {{"instalments", "installments"}, {"instalments", "installments"}},
      {{"cheque"}, {"cheque", "check"}},
      {{"cheques"}, {"cheques", "checks"}},
      {{"check"}, {"check"}, {"cheque"}},
      {{"programme"}, {"programme", "program"}},
      {{"program"}, {"program"}, {"programme"}},
      {{"meter reader", "metre reader"}, {"meter reader"}},
      {{"organis*", "organiz*"}, {"organised", "organizer", "organisation"}, {"organ"}},
      {{"realis*", "realiz*"}, {"realised", "realize"}},
      {{"favour*", "favor*"}, {"favours", "favorites"}},
  });
}

TEST_CASE("words that only look regional have one spelling") {
  for (std::string_view word : {"this", "basis", "wise", "rise", "noise", "raise", "surprise", "promise", "otherwise", "exercise", "advise", "revised",
                                "size", "prize", "seize", "equally", "cancel", "travels", "checked", "hour", "your", "it's"}) {
    CAPTURE(word);
    CHECK(regional_forms(word).size() == 1);
  }
}

TEST_CASE("contractions are made of the words that have one") {
  struct Row {
    std::string_view first, second, contraction;
  };
  for (const Row& row : std::initializer_list<Row>{{"do", "not", "don't"},
                                                    {"can", "not", "can't"},
                                                    {"will", "not", "won't"},
                                                    {"shall", "not", "shan't"},
                                                    {"let", "us", "let's"},
                                                    {"you", "are", "you are"},  // kept as one for its spellings
                                                    {"box", "is", ""},
                                                    {"am", "not", ""},
                                                    {"may", "not", ""},
                                                    {"let", "them", ""},
                                                    {"", "", ""}}) {
    CAPTURE(row.first);
    CHECK(contraction_of(row.first, row.second) == row.contraction);
  }
}

TEST_CASE("signs that mean something to RE2 are escaped, others are not") {
  CHECK(regex_escaped("a.b*c?(d)[e]{f}^$|\\+") == "a\\.b\\*c\\?\\(d\\)\\[e\\]\\{f\\}\\^\\$\\|\\\\\\+");
  CHECK(regex_escaped("é_-'/") == "é_-'/");
}

}  // namespace
}  // namespace decant
