#include "lint/bench.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "match/voices.h"

namespace decant {
namespace {

std::string value_or_nothing(std::string_view what, std::string_view value) {
  return value.empty() ? fmt::format("the {} of this conversation is not known", what)
                       : fmt::format("the {} of this conversation is {}", what, value);
}

// Why the rule says nothing about a conversation of this sort, or empty. What judge() asks, with words.
std::string why_not_applicable(const Rule& rule, const Transcript& transcript) {
  if (std::none_of(transcript.turns.begin(), transcript.turns.end(), [&](const Turn& turn) { return rule.roles.has(turn.role); }))
    return fmt::format("nobody speaks whom the rule listens to ({})", to_string(rule.roles));
  if (!rule.channels.empty() && std::ranges::find(rule.channels, transcript.channel) == rule.channels.end())
    return fmt::format("the rule is for {}; {}", fmt::join(rule.channels, ", "), value_or_nothing("channel", transcript.channel));
  if (rule.when && !rule.when->holds(transcript)) {
    std::string wanted;
    for (const auto& [key, values] : rule.when->wanted)
      wanted += fmt::format("{}{} is {}", wanted.empty() ? "" : " and ", key, fmt::join(values, " or "));
    return fmt::format("the rule asks for conversations where {}", wanted);
  }
  return {};
}

}  // namespace

void Bench::put(const Transcript& transcript) {
  transcript_ = &transcript;
  folded_.clear();
  for (const Turn& turn : transcript.turns) fold(transcript.text(turn), turn.text.begin, folded_);
  scan_.start(folded_, voices_of(transcript));
}

Tried Bench::judge(const Rule& rule) {
  Tried tried;
  tried.why_not = rule.logic->check->steps_across() > 0 ? "a rule over several contacts says nothing about one alone"
                                                        : why_not_applicable(rule, *transcript_);
  if (tried.why_not.empty()) {
    tried.outcome = rule.logic->check->judge(scene(), scope(rule), tried.found);
    if (tried.outcome == Outcome::not_applicable)
      tried.why_not = fmt::format("there is nothing here that this {} rule could judge", rule.kind);
  }
  return tried;
}

std::string to_string(RoleSet roles) {
  std::vector<std::string_view> names;
  for (int role = 0; role < role_count; ++role)
    if (roles.has(static_cast<Role>(role))) names.push_back(name(static_cast<Role>(role)));
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace decant
