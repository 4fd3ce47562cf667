// Numbers as people read them; the same in every country.
#pragma once

#include <string>
#include <string_view>

#include "base/points.h"
#include "lint/verdict.h"
#include "text/numerals.h"

namespace decant {

inline constexpr std::string_view minus_sign = "−";

// m:ss, from an hour on h:mm:ss; empty if the time is not known.
std::string clock_time(double seconds);

// What a finding did to the score: "−6", "+2", "0". Points are counted without sign, the type tells which way they
// went.
std::string signed_points(FindingType type, Points points);

// What a finding is called: a fault by its severity, else "credit" or "note".
std::string_view label_of(const Finding& finding);

}  // namespace decant
