// How many columns text takes on a terminal, and how to cut and wrap it there. Characters are never torn apart: a
// letter stays with its marks, an emoji with what it is joined to.
//
// Terminals disagree on joined emoji (a family of four takes two columns on some and eight on others). Widths here
// are what the most generous terminal takes, so that a line never runs over, whichever one shows it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace decant {

// Columns of `text`, which should hold no control characters: they count nothing. Invalid bytes count one each.
int display_width(std::string_view text);

// The longest beginning of `text` that takes at most `columns`.
std::string_view beginning(std::string_view text, int columns);
// The longest end of `text` that takes at most `columns`.
std::string_view ending(std::string_view text, int columns);

// `text` if it takes at most `columns`; otherwise its beginning, or its end, and an ellipsis where it was cut.
// REQUIRES: columns >= 1.
std::string shortened(std::string_view text, int columns);
std::string shortened_in_front(std::string_view text, int columns);

// The lines of `text` when none may take more than `columns`, the first one not more than `first`. Breaks at spaces,
// which belong to no line, and between wide characters, as Chinese and Japanese are set; inside a word only when it
// takes a whole line. One line at least. REQUIRES: columns >= 2 and first >= 2.
std::vector<Span> wrap(std::string_view text, int columns, int first);

}  // namespace decant
