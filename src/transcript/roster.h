// Who works here and who does not: a file that users write once and read all their transcripts with.
//
//     agents:
//       names: [Dana Reyes, "K. *"]
//       domains: [quayside.example]
//       ids: [U501, 4471]
//     customers: {domains: [mail.example]}
//     bots: [Quay Helper]
//
// A plain list holds names. Keys: agents, supervisors, bots, systems, customers; what comes first wins.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "transcript/role.h"
#include "yaml/node.h"

namespace decant {

struct RosterEntry {
  Role role = Role::unknown;
  std::vector<std::string> names;    // patterns (base/glob.h), compared in any case
  std::vector<std::string> domains;  // of mail addresses, and what lies below them
  std::vector<std::string> ids;
};

struct Roster {
  std::vector<RosterEntry> entries;

  // The role of a speaker by name, id or the domain of an address in either; nullopt if the roster does not have them.
  std::optional<Role> role_of(std::string_view speaker, std::string_view id) const;
};

// The roster, or all that is wrong with it.
Result<Roster> read_roster(const yaml::Node& root);

// Whether a name is the one that a user wrote: a pattern such as "K. *", in any case.
bool is_named(std::string_view name, std::string_view pattern);

}  // namespace decant
