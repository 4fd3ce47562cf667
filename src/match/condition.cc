#include "match/condition.h"

#include <algorithm>
#include <string_view>

namespace decant {
namespace {

constexpr std::array<yaml::Key, 1> values = {{{"", "its value, or a list of values one of which it must have", yaml::texts()}}};

bool is_equal(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
    return lower(x) == lower(y);
  });
}

std::string_view value_of(const Transcript& transcript, std::string_view key) {
  if (key == "channel") return transcript.channel;
  if (key == "language") return transcript.language;
  if (key == "team") return transcript.team;
  if (key == "agent") return transcript.agent;
  if (key == "customer") return transcript.customer;
  for (const auto& [name, value] : transcript.meta)
    if (is_equal(name, key)) return value;
  return {};
}

}  // namespace

bool MetadataCondition::holds(const Transcript& transcript) const {
  return std::all_of(wanted.begin(), wanted.end(), [&](const auto& entry) {
    const std::string_view value = value_of(transcript, entry.first);
    return !value.empty() && std::any_of(entry.second.begin(), entry.second.end(),
                                         [&](const std::string& one) { return is_equal(one, value); });
  });
}

yaml::Shape condition_shape() { return yaml::map_of(values); }

std::optional<MetadataCondition> read_condition(const yaml::Node& node, yaml::Reader& reader) {
  if (!node.is_map() || node.entries().empty()) {
    reader.fail(node, "when must be a map of what is known of a conversation and its values", "for example when: {tier: [gold, platinum]}");
    return std::nullopt;
  }
  MetadataCondition condition;
  for (const auto& [key, value] : node.entries()) {
    std::vector<std::string> wanted;
    for (const yaml::Node& one : reader.texts(value, key.text())) wanted.push_back(std::string(one.text()));
    if (wanted.empty()) return std::nullopt;
    condition.wanted.push_back({std::string(key.text()), std::move(wanted)});
  }
  return condition;
}

}  // namespace decant
