// The literals of a regex: strings of which one occurs in every match, so that a text without them need not be shown to
// RE2. Read from the regex by a parser of our own for the greater part of RE2's syntax, because RE2's (FilteredRE2) knows no
// word boundaries, and "can" inside "candle" is what must not count.
#pragma once

#include "pattern/literal_sets.h"
#include "pattern/pattern_set.h"

namespace decant {

// Strings of codes (codes.h), without marks. Empty: nothing is known, every turn is a candidate. A regex this parser does
// not understand is no error, only slow.
// Holds for every match in a folded text; a raw regex may also match U+212A and U+017F, which look like k and s to RE2
// alone: of a text that has them it says nothing.
Literals literals_of(const PatternSpec& spec);

}  // namespace decant
