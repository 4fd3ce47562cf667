// A phrase as a net of words: which words it may begin with, which may come next, and where it may end. A second look
// at a turn that holds one of a phrase's literals, and a far sharper one, because it asks for all words and for their order: of
// ten such turns it leaves two, where RE2 then finds something indeed. Those it rules out cost no RE2 object and no
// states of one, which with thousands of phrases is most of a run's time and memory.
//
// A word is a run of the bytes that RE2 calls word characters. Words are known by a hash, so a net may take one word for another;
// between them it tells a gap with a space from one without. It says where a match may begin; RE2 says whether one does.
#pragma once

#include <cstdint>
#include <vector>

#include "pattern/pattern_set.h"

namespace decant {

// A net in one row of numbers (net_layout.h), as it is compiled in. Empty: none can be made for this pattern (a raw regex, or one that
// may begin or end inside a word), and every turn must be shown to RE2. That of a phrase which is too large says of every word that
// a match may begin with it.
using WordNet = std::vector<uint16_t>;
WordNet word_net_of(const PatternSpec& spec);

}  // namespace decant
