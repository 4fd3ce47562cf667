// A guess at who is the agent, from what only one side says: the greeting, the offer of help, the questions that verify, the
// farewell; and from the other side's requests. It would rather say nothing than be wrong: an agent's faults must never
// come from a customer's mouth.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "transcript/transcript.h"

namespace decant {

struct RoleGuess {
  std::map<std::string, Role, std::less<>> roles;  // by speaker; empty: too little to go by
  std::string reason;  // why, or why not, in one sentence; empty if no unknown speaker has a name
};

// About the speakers whose role is unknown. REQUIRES: nobody's role is agent or supervisor.
RoleGuess guess_roles(const Transcript& transcript);

}  // namespace decant
