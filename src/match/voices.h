// Roles as the pattern set tells speakers apart: a pattern that only rules about agents ask for is not looked for in what customers say.
#pragma once

#include <vector>

#include "pattern/pattern_set.h"
#include "transcript/transcript.h"

namespace decant {

constexpr Voices voices_of(RoleSet roles) { return roles.bits(); }

// Of each turn.
inline std::vector<Voices> voices_of(const Transcript& transcript) {
  std::vector<Voices> voices;
  for (const Turn& turn : transcript.turns) {
    RoleSet role;
    role.add(turn.role);
    voices.push_back(voices_of(role));
  }
  return voices;
}

}  // namespace decant
