// A phrase for people: how it was read, the regex behind it, and texts on which it does and does not fire.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/reading.h"
#include "report/passage.h"

namespace decant {

// What pieces of phrases stand for, in two columns.
void write_glosses(std::span<const Gloss> glosses, const Sheet& sheet, std::string& out);

// All about one phrase as somebody typed it. `phrase`: null if it is a regex. `literals`: what the prefilter looks for.
void write_phrase(std::string_view text, const PhraseNode* phrase, const ListLookup& lists, const PatternSpec& pattern,
                  const std::vector<std::string>& literals, const Sheet& sheet, std::string& out);

}  // namespace decant
