// Recordings whose channels were assigned the wrong way round: the customer answers the phone for
// the company.
#pragma once

#include "transcript/transcript.h"

namespace decant {

// Adds a warning if only the customer says, at the start, what only a company says ("thank you for
// calling"). The roles stay: who is right is for the reader to say.
void warn_of_swapped_roles(Transcript& transcript);

}  // namespace decant
