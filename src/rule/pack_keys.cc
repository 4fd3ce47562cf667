#include "rule/pack_keys.h"

#include "match/condition.h"
#include "match/operators.h"
#include "match/read_roles.h"
#include "rule/rule.h"

namespace decant {
namespace {

using enum yaml::Need;

constexpr std::string_view name_regex = "^[a-z]([a-z0-9-]*[a-z0-9])?$";
constexpr int most_points = 1'000'000;

constexpr std::array<yaml::Key, 3> source = {{
    {"article", "what the pack is derived from", yaml::text()},
    {"author", "who wrote it", yaml::text()},
    {"section", "which part of it", yaml::text()},
}};

constexpr std::array<yaml::Key, 1> soften_within = {{
    {"turns", "further turns of the brand to look at; 0, the same turn only, unless said", yaml::integer(0, 100)},
}};
constexpr std::array<yaml::Key, 3> soften = {{
    {"find", "what makes a hit count for less", a_find, required},
    {"within", "how far behind the hit it may come", yaml::map(soften_within)},
    {"by", "how much of the points is taken off: 50%", yaml::percent(), required},
}};

constexpr std::array<yaml::Key, 2> must_fire = {{
    {"text", "what the rule must find; [[ ]] marks the exact words", yaml::text(), required},
    {"times", "how often it must find something in it; once or more unless said", yaml::integer(1, 1000)},
}};
constexpr std::array<yaml::Key, 2> must_be_quiet = {{
    {"text", "in which the rule must find nothing", yaml::text(), required},
    {"but", "rules of any pack that may find something in it", yaml::texts()},
}};
constexpr std::array<yaml::Key, 2> examples = {{
    {"fires", "texts that the rule must find; [[ ]] marks the exact words", yaml::texts_or_maps(must_fire)},
    {"quiet", "texts in which it must find nothing", yaml::texts_or_maps(must_be_quiet)},
}};

}  // namespace

std::span<const yaml::Key> pack_keys() {
  static const std::array<yaml::Key, 9> keys = {{
      {"pack", "the pack's name: small letters, digits and hyphens", yaml::text(name_regex), required},
      {"min_decant", "the earliest decant that can read the pack", yaml::text("^[0-9]+[.][0-9]+([.][0-9]+)?$")},
      {"version", "the pack's own version", yaml::text(), required},
      {"title", "the pack's name for people", yaml::text(), required},
      {"language", "of the conversations it is for; en unless said", yaml::text()},
      {"source", "what the pack is derived from", yaml::map(source)},
      {"why", "why it matters to customers", yaml::text(), required},
      {"words", "word lists, used in phrases as {name}", Vocabulary::shape()},
      {"rules", "the rules", yaml::refs("rule", 1), required},
  }};
  return keys;
}

std::span<const yaml::Key> common_rule_keys() {
  static const std::array<yaml::Key, 16> keys = {{
      {"id", "the rule's name in its pack: small letters, digits and hyphens", yaml::text(name_regex), required},
      {"kind", "how the rule judges", yaml::text(), required},  // its names come from the table of kinds
      {"message", "what reports say of a hit", yaml::text(), required},
      {"why", "why it matters, if not for the pack's reason", yaml::text()},
      {"severity", "advice, warning (unless said), error or critical", yaml::choice(severity_names)},
      {"points", "what the first hit takes, or gives back", yaml::number(most_points)},
      {"cap", "the most that the rule takes or gives in one conversation", yaml::number(most_points)},
      {"impact", "whom it hurts: the customer unless said", yaml::choice(impact_names)},
      {"owner", "who can change it: the agent unless said", yaml::choice(owner_names)},
      {"role", "whose words are judged; agent: everybody who speaks for the brand", roles_shape()},
      {"channels", "where the rule holds; everywhere unless said", yaml::choices(channel_names)},
      {"when", "of which conversations it holds: what their files say of them", condition_shape()},
      {"confidence", "trial: the rule shows what it finds and costs nothing", yaml::choice(confidences)},
      {"soften", "words that make a hit count for less", yaml::map(soften)},
      {"say_instead", "better words", yaml::texts()},
      {"examples", "texts that show what the rule finds and what not; decant test runs them", yaml::map(examples)},
  }};
  return keys;
}

std::span<const yaml::Key> source_keys() { return source; }
std::span<const yaml::Key> soften_keys() { return soften; }
std::span<const yaml::Key> soften_within_keys() { return soften_within; }
std::span<const yaml::Key> example_keys() { return examples; }
std::span<const yaml::Key> must_fire_keys() { return must_fire; }
std::span<const yaml::Key> must_be_quiet_keys() { return must_be_quiet; }

}  // namespace decant
