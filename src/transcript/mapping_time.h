// Times as JSON values write them.
#pragma once

#include <optional>

#include "json/document.h"
#include "transcript/formats/time.h"
#include "transcript/mapping.h"

namespace decant {

// A number or digits in a mapping's unit, "1.5s", an ISO 8601 duration ("PT1M0.5S"), or what
// time_from() reads. nullopt if it is none of these. Numbers of TimeUnit::guess are taken as
// seconds.
std::optional<Time> time_of_value(json::Value value, TimeUnit unit);

// `time` and what a duration says, later.
std::optional<Time> later(const std::optional<Time>& time, const std::optional<Time>& duration);

}  // namespace decant
