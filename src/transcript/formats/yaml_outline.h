// What the lines of a YAML text show without parsing it: so much is enough to tell what a file is,
// even if it is broken.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace decant {

struct YamlLine {
  std::size_t indent = 0;       // of the key, or of the value where there is none
  bool is_item = false;         // "- " stands before it
  std::string_view key = {};    // without quotes; empty: none
  std::string_view value = {};  // of the same line
};

// The keys and items of `text`, without comments and without what belongs to a value over several
// lines; nullopt if it starts otherwise, or if a line at the left edge is neither.
std::optional<std::vector<YamlLine>> yaml_outline(std::string_view text);

// "|" or ">", with what may stand behind: a text over several lines follows.
bool opens_yaml_block(std::string_view value);

}  // namespace decant
