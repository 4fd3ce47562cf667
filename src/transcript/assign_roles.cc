#include "transcript/assign_roles.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "transcript/formats/fields.h"
#include "transcript/formats/labels.h"
#include "transcript/guess_roles.h"
#include "transcript/swapped_roles.h"

namespace decant {
namespace {

bool is_channel(std::string_view speaker, std::string_view channel) {
  if (equals_in_any_case(speaker, channel)) return true;
  const std::optional<uint32_t> wanted = speaker_number(channel);
  return wanted && wanted == speaker_number(speaker);
}

std::optional<Role> said_by_user(const Turn& turn, const KnownRoles& known) {
  if (turn.speaker.empty()) return std::nullopt;
  for (const std::string& name : known.agent_speakers)
    if (is_named(turn.speaker, name) || (!turn.id.empty() && is_named(turn.id, name)))
      return Role::agent;
  for (const ChannelRole& channel : known.channels)
    if (is_channel(turn.speaker, channel.channel)) return channel.role;
  return std::nullopt;
}

bool has_any(const Transcript& transcript, RoleSet roles) {
  return std::ranges::any_of(transcript.turns,
                             [&](const Turn& turn) { return roles.has(turn.role); });
}

// A bot may have answered before somebody did.
RoleSet people_of_the_brand() {
  RoleSet set;
  set.add(Role::agent);
  set.add(Role::supervisor);
  return set;
}

// Who speaks beside an agent that the user named, and is alone in that, is the customer.
void take_the_other(Transcript& transcript) {
  const std::string* other = nullptr;
  for (const Turn& turn : transcript.turns) {
    if (turn.role == Role::customer) return;
    if (turn.role != Role::unknown) continue;
    if (turn.speaker.empty() || (other != nullptr && *other != turn.speaker)) return;
    other = &turn.speaker;
  }
  for (Turn& turn : transcript.turns)
    if (turn.role == Role::unknown) {
      turn.role = Role::customer;
      ++transcript.roles.by_user;
    }
}

void guess(Transcript& transcript) {
  const RoleGuess found = guess_roles(transcript);
  if (found.roles.empty() && has_any(transcript, brand_roles())) return;
  transcript.roles.reason = found.reason;
  if (found.reason.empty()) return;  // the reader has said that there are no speakers
  transcript.roles.is_guessed = !found.roles.empty();
  transcript.warnings.push_back(found.roles.empty()
                                    ? fmt::format("nobody is known to be the agent: {}", found.reason)
                                    : fmt::format("roles guessed: {}", found.reason));
  for (Turn& turn : transcript.turns) {
    if (turn.role != Role::unknown) continue;
    const auto role = found.roles.find(turn.speaker);
    if (role != found.roles.end()) turn.role = role->second;
  }
}

}  // namespace

void assign_roles(Transcript& transcript, const KnownRoles& known) {
  bool is_named_by_user = false;
  for (Turn& turn : transcript.turns) {
    std::optional<Role> role = said_by_user(turn, known);
    if (!role && turn.role == Role::unknown) role = known.roster.role_of(turn.speaker, turn.id);
    if (!role) continue;
    turn.role = *role;
    ++transcript.roles.by_user;
    is_named_by_user |= brand_roles().has(*role);
  }
  if (is_named_by_user) take_the_other(transcript);
  warn_of_swapped_roles(transcript);
  RoleSet unknown;
  unknown.add(Role::unknown);
  if (has_any(transcript, people_of_the_brand()) || !has_any(transcript, unknown)) return;
  guess(transcript);
  transcript.roles.is_unknown = !has_any(transcript, brand_roles());
  if (transcript.roles.is_unknown && transcript.roles.reason.empty())
    transcript.roles.reason = "no speakers are named";
}

}  // namespace decant
