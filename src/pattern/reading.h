// How a phrase was read, for people: what each of its pieces stands for beyond what it says, and texts on which the whole
// does and does not fire. Nothing here takes part in matching; the texts were tried on the pattern itself, so that what is
// shown is what happens.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pattern/phrase.h"

namespace decant {

// A piece of a phrase that stands for more than itself: "can't" for "can't, cant, cannot, can not", "..." for "up to 4
// words, inside one sentence", "{we}" for its entries.
struct Gloss {
  std::string written;
  std::string meaning;
};

// The phrase in the notation it was read from; spaces and commas may differ from what was typed.
std::string written_phrase(const PhraseNode& phrase);

// Whether a pack's text is a regex between slashes and no phrase.
bool is_written_regex(std::string_view text);

// Adds the glosses of a phrase as a pack has it and of the word lists it uses, each once, in the order in which a reader
// meets them. REQUIRES: `lists` knows every list, without cycles. A phrase that cannot be read adds nothing.
void add_glosses(std::string_view text, const ListLookup& lists, std::vector<Gloss>& glosses);

struct PhraseSamples {
  std::vector<std::string> fires;  // the phrase with each of its alternatives, one at a time
  std::vector<std::string> quiet;  // near misses
  std::size_t more = 0;            // further texts that fire
};

// At most `most` texts of each sort. `pattern` is what `phrase` was rendered as.
PhraseSamples phrase_samples(const PhraseNode& phrase, const ListLookup& lists, const PatternSpec& pattern, std::size_t most);

}  // namespace decant
