// Text as if typed on a plain keyboard: straight quotes and hyphens, compatibility forms (NFKC), nothing invisible.
#pragma once

#include <string>
#include <string_view>

#include "text/span_map.h"

namespace decant {

// A token in its plain spelling, with a map back to the token's bytes (from 0).
struct Spelling {
  std::string text;
  SpanMap map;
  bool has_foreign_letters = false;
};

// REQUIRES: `token` is valid UTF-8.
Spelling spell(std::string_view token);

// Adds `text` in lower case, without a change of length.
void append_lower(std::string_view text, std::string& out);

// A word or phrase of a pack as folding would spell it: plain, in lower case.
std::string plain_spelling(std::string_view text);

}  // namespace decant
