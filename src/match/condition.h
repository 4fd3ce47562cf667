// `when:` conditions on what is known of a conversation: its channel, language, team, agent, customer, and whatever else the
// file says (tier, direction, …).
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "transcript/transcript.h"
#include "yaml/reader.h"

namespace decant {

struct MetadataCondition {
  // Every key must have one of its values, compared in any case. What the file does not say holds for no value.
  std::vector<std::pair<std::string, std::vector<std::string>>> wanted;

  bool holds(const Transcript& transcript) const;
};

std::optional<MetadataCondition> read_condition(const yaml::Node& node, yaml::Reader& reader);
yaml::Shape condition_shape();

}  // namespace decant
