// What the YAML parser does not tell, or tells in its own words.
#pragma once

#include <string>
#include <string_view>

#include "yaml/node.h"

namespace decant::yaml {

// What most probably happened where the parser stopped, and what to do; empty if nobody knows. `line` is the line it names.
std::string hint_for(std::string_view message, std::string_view line);

// The parser takes a quote that is never closed for a text up to the end of the file. The record of such a text; else null.
const Record* open_quote(const Document& document);

}  // namespace decant::yaml
