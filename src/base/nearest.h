// "Did you mean": the known word that a mistyped one is closest to.
#pragma once

#include <span>
#include <string_view>

namespace decant {

// The candidate with the fewest edits (insert, delete, replace, swap neighbours; case and '_' for '-' are free), or
// empty if none is near enough to be meant: at most one edit in three letters. The first of equals.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace decant
