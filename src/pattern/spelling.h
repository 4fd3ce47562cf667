// The spellings one English word stands for in a phrase: contractions with their long and apostrophe-less forms, British
// and American endings. A form that makes another everyday word is left out (we'll / well, I'll / ill, it's / its).
//
// Spellings are pieces of regex over FoldedText::lower, where the apostrophe inside a word is '_'.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace decant {

// What stands between two words of a phrase: white space, a comma before it, or a hyphen.
inline constexpr std::string_view word_gap_regex = "(?:,? |-)";

// A byte of a word in folded lower case.
inline bool is_letter_of_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

struct Spellings {
  std::string first;  // the word where nothing comes before it
  // The word after another one, with what stands between; "(?:(?:,? |-)am|_m|m)" also finds the end of "I'm".
  std::string after;
  bool is_attachable = false;  // `after` is more than word_gap_regex + first
};

// `word` is in lower case, with "'" for any apostrophe. `is_stem`: any ending may follow ("refus*").
Spellings spellings_of(std::string_view word, bool is_stem);

// Whether `word` is "'s", "'re", "'ll", "'ve", "'d" or "'m", which stand for a verb though they do not begin with a letter.
bool is_short_verb(std::string_view word);

// Joins two neighbouring words of a phrase into one that stands for their short forms too: "do not" → "don't", and "that is" → "that
// is" as a word of its own, whose spellings are "that is", "that's" and "thats" (but not "that has"). Empty if there is none.
std::string contraction_of(std::string_view first, std::string_view second);

// British and American forms of a word, itself first; usually one.
std::vector<std::string> regional_forms(std::string_view word);

// `text` with RE2's special characters escaped.
std::string regex_escaped(std::string_view text);

}  // namespace decant
