#include "transcript/swapped_roles.h"

#include <fmt/format.h>

#include <string>

#include "text/numerals.h"

namespace decant {
namespace {

constexpr std::size_t first_turns = 6;  // of each side
constexpr std::string_view greetings[] = {
    "thank you for calling", "thanks for calling",     "thank you for contacting",
    "thanks for contacting", "thank you for reaching", "how can i help you",
    "how may i help you",    "how can i assist you",   "how may i assist you"};

// The greeting in `text`, empty if it has none.
std::string_view greeting_in(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  for (const std::string_view greeting : greetings)
    if (lower.find(greeting) != std::string::npos) return greeting;
  return {};
}

}  // namespace

void warn_of_swapped_roles(Transcript& transcript) {
  std::size_t agent_turns = 0, customer_turns = 0;
  std::string_view said;
  for (const Turn& turn : transcript.turns) {
    const bool is_customer = turn.role == Role::customer;
    if (!is_customer && !brand_roles().has(turn.role)) continue;
    std::size_t& turns = is_customer ? customer_turns : agent_turns;
    if (++turns > first_turns) continue;
    const std::string_view greeting = greeting_in(transcript.text(turn));
    if (greeting.empty()) continue;
    if (!is_customer) return;
    if (said.empty()) said = greeting;
  }
  if (agent_turns > 0 && !said.empty())
    transcript.warnings.push_back(fmt::format(
        "the roles look swapped: the customer says \"{}\" and the agent does not", said));
}

}  // namespace decant
