#include "transcript/guess_roles.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "transcript/role_cues.h"

namespace decant {
namespace {

// How far the two sides must lie apart, and how heavy the heaviest cue must be.
constexpr int enough = 5;
constexpr int heavy = 3;
// Who speaks first on a call is mostly the one who was called; in writing it is the one who asks.
constexpr int speaks_first = 1;
constexpr std::size_t most_speakers = 32;
constexpr std::size_t most_bytes = 200'000;  // of what one speaker says; the greeting comes early

struct Speaker {
  std::string name;
  std::string words = " ";
  int lead = 0;  // towards the brand's side
  const RoleCue* brand = nullptr;  // the heaviest of each side
  const RoleCue* customer = nullptr;
};

std::vector<Speaker> speakers_of(const Transcript& transcript) {
  std::vector<Speaker> out;
  for (const Turn& turn : transcript.turns) {
    if (turn.role != Role::unknown || turn.speaker.empty()) continue;
    auto known = out.begin();
    while (known != out.end() && known->name != turn.speaker) ++known;
    if (known == out.end()) {
      if (out.size() == most_speakers) return {};
      known = out.insert(out.end(), Speaker{.name = turn.speaker});
    }
    if (known->words.size() < most_bytes) known->words += "." + plain_words(transcript.text(turn));
  }
  return out;
}

void weigh(Speaker& speaker) {
  for (const RoleCue& cue : role_cues()) {
    if (speaker.words.find(plain_words(cue.words)) == std::string::npos) continue;
    const bool is_brand = cue.side == RoleCue::Side::brand;
    const RoleCue*& heaviest = is_brand ? speaker.brand : speaker.customer;
    if (heaviest == nullptr || heaviest->weight < cue.weight) heaviest = &cue;
    speaker.lead += is_brand ? cue.weight : -cue.weight;
  }
}

bool is_heavy(const RoleCue* cue) {
  return cue != nullptr && cue->weight >= heavy;
}

std::string nothing_to_go_by(const std::vector<Speaker>& speakers) {
  std::string names;
  for (std::size_t i = 0; i < speakers.size() && i < 4; ++i)
    names += (i == 0 ? "" : i + 1 == speakers.size() ? " and " : ", ") + speakers[i].name;
  if (speakers.size() > 4) names += fmt::format(" and {} more", speakers.size() - 4);
  return fmt::format("what {} say does not tell; name the agent with --agent-speaker",
                     names);
}

// Two speakers: one against the other.
void guess_of_two(const std::vector<Speaker>& speakers, RoleGuess& out) {
  const bool is_second = speakers[1].lead > speakers[0].lead;
  const Speaker& agent = speakers[is_second ? 1 : 0];
  const Speaker& other = speakers[is_second ? 0 : 1];
  if (agent.lead - other.lead < enough || other.lead >= enough || agent.lead <= -enough) return;
  if (!is_heavy(agent.brand) && !is_heavy(other.customer)) return;
  out.roles = {{agent.name, Role::agent}, {other.name, Role::customer}};
  out.reason = fmt::format("{} is taken for the agent", agent.name);
  if (is_heavy(agent.brand)) out.reason += fmt::format(", who says \"{}\"", agent.brand->words);
  if (is_heavy(other.customer))
    out.reason += fmt::format(", as {} says \"{}\"", other.name, other.customer->words);
}

// Any other number: each for themselves, and whoever says too little stays unknown.
void guess_each(const std::vector<Speaker>& speakers, RoleGuess& out) {
  for (const Speaker& speaker : speakers) {
    if (speaker.lead >= enough && is_heavy(speaker.brand)) {
      out.roles[speaker.name] = Role::agent;
      if (!out.reason.empty()) out.reason += ", ";
      out.reason += fmt::format("{} is taken for an agent, who says \"{}\"", speaker.name,
                                speaker.brand->words);
    }
  }
  if (out.roles.empty()) return;
  for (const Speaker& speaker : speakers)
    if (speaker.lead <= -enough && is_heavy(speaker.customer))
      out.roles[speaker.name] = Role::customer;
}

}  // namespace

RoleGuess guess_roles(const Transcript& transcript) {
  RoleGuess out;
  std::vector<Speaker> speakers = speakers_of(transcript);
  if (speakers.empty()) return out;
  for (Speaker& speaker : speakers) weigh(speaker);
  if (transcript.channel == "call") speakers[0].lead += speaks_first;
  if (transcript.channel == "chat" || transcript.channel == "email") speakers[0].lead -= speaks_first;
  // One who says all there is may be anybody, or two whom a machine could not tell apart.
  const bool is_alone = speakers.size() == 1 && std::ranges::all_of(transcript.turns, [](const Turn& turn) {
    return turn.role != Role::customer;
  });
  if (is_alone) {
    out.reason = fmt::format("{} is the only speaker, which tells nothing; name the agent with --agent-speaker", speakers[0].name);
    return out;
  }
  if (speakers.size() == 2)
    guess_of_two(speakers, out);
  else
    guess_each(speakers, out);
  if (out.roles.empty()) out.reason = nothing_to_go_by(speakers);
  return out;
}

}  // namespace decant
