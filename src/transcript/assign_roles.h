// The last step of reading: who is who, where the file does not say or the user knows better. In this order: the user's
// --agent-speaker and channel map, which outrank the file; the roster; a guess from what is said, which is told.
#pragma once

#include "transcript/known_roles.h"
#include "transcript/transcript.h"

namespace decant {

// Gives roles to the speakers of `transcript`, whose sidecars are read already, and fills its note and warnings. Speakers
// of whom nothing is known stay unknown.
void assign_roles(Transcript& transcript, const KnownRoles& known);

}  // namespace decant
