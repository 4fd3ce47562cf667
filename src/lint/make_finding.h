// An observation → a finding: its place in the source, the words around it, and a fingerprint that outlives moved lines.
#pragma once

#include <span>

#include "lint/verdict.h"
#include "rule/check.h"
#include "score/scorecard.h"

namespace decant {

// Without points: those depend on what else is found.
Finding make_finding(const Rule& rule, const Terms& terms, const Scene& scene, const Observation& observation, int softened);

// The same words twice in the same turn are two findings: their order tells their fingerprints apart.
void tell_apart(std::span<Finding* const> findings);

}  // namespace decant
