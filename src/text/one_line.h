// What was said over several lines, as a report or a label shows it: on one.
#pragma once

#include <string>
#include <string_view>

#include "base/span.h"

namespace decant {

// Every run of white space and control characters is one space; none stands at the start or the end.
std::string on_one_line(std::string_view text);
// The same with the end as it is; moves `mark` so that it stays on the same words.
std::string on_one_line(std::string_view text, Span& mark);

}  // namespace decant
