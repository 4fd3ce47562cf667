// What the user says about who is who, on the command line and in a roster.
#pragma once

#include <string>
#include <vector>

#include "transcript/role.h"
#include "transcript/roster.h"

namespace decant {

struct ChannelRole {
  std::string channel;  // "0", "left", "A"
  Role role = Role::unknown;
};

struct KnownRoles {
  std::vector<std::string> agent_speakers;  // patterns, as is_named() reads them
  std::vector<ChannelRole> channels;
  Roster roster;
};

}  // namespace decant
