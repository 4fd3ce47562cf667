// The spellings of one word as texts: what spellings_of says in regex, written out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace decant {

struct WordForms {
  std::vector<std::string> alone;     // "can't", "cant", "cannot", "can not"
  std::vector<std::string> attached;  // what is left of it at the end of the word before: "'m", "m" of "am"
};

// `word` as in PhraseNode::text of a word.
WordForms word_forms(std::string_view word);

}  // namespace decant
