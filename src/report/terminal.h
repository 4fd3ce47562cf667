// What we print to: whether a person looks at it, how wide it is, whether it may be coloured; and the text of strangers
// made harmless, so that no transcript can move the cursor, rename the window or turn a line around.
#pragma once

#include <string>
#include <string_view>

namespace decant {

bool is_terminal(int descriptor);

// Columns of the terminal behind `descriptor`, 40 at least; 80 if it is none or does not say.
int terminal_width(int descriptor);

// Whether what goes to `descriptor` may be coloured: a terminal, not a dumb one, and NO_COLOR is unset or empty.
bool may_colour(int descriptor);

// Adds `text` to `out` as one line of valid UTF-8. Line ends and tabs become a space; other control characters their
// picture (ESC: ␛), and so nothing is lost in silence; characters that change the direction of writing and bytes that
// are no UTF-8 become U+FFFD.
void append_harmless(std::string_view text, std::string& out);
std::string harmless(std::string_view text);

}  // namespace decant
