#include "transcript/formats/yaml_outline.h"

#include <algorithm>

#include "transcript/formats/fields.h"

namespace decant {
namespace {

// Where the key of a line ends, at its colon; npos if it has none.
std::size_t key_end(std::string_view line) {
  const char quote = line[0];
  std::size_t colon = 0;
  if (quote == '"' || quote == '\'') {
    colon = line.find(quote, 1);
    if (colon == std::string_view::npos) return colon;
    ++colon;
  } else {
    colon = line.find(':');
    if (colon == std::string_view::npos ||
        line.substr(0, colon).find_first_of("{}[]\"|<>") != std::string_view::npos)
      return std::string_view::npos;
  }
  const bool is_key =
      colon > 0 && colon < line.size() && line[colon] == ':' &&
      (colon + 1 == line.size() || line[colon + 1] == ' ' || line[colon + 1] == '\t');
  return is_key ? colon : std::string_view::npos;
}

std::string_view without_quotes(std::string_view key) {
  return key.size() >= 2 && (key[0] == '"' || key[0] == '\'') ? key.substr(1, key.size() - 2) : key;
}

}  // namespace

bool opens_yaml_block(std::string_view value) {
  if (value.empty() || (value[0] != '|' && value[0] != '>')) return false;
  const std::size_t end = value.find_first_not_of("+-123456789", 1);
  return end == std::string_view::npos ||
         value.substr(end).find_first_not_of(" \t") == std::string_view::npos ||
         trim(value.substr(end)).starts_with('#');
}

std::optional<std::vector<YamlLine>> yaml_outline(std::string_view text) {
  std::vector<YamlLine> out;
  bool is_in_value = false;      // of several lines
  std::size_t value_indent = 0;  // of its key: what is deeper belongs to it
  for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1) {
    end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    const std::size_t indent = line.find_first_not_of(" \t\r");
    if (indent == std::string_view::npos) continue;
    if (is_in_value && indent > value_indent) continue;
    is_in_value = false;
    line = trim(line);
    if (line[0] == '#' || line == "---" || line == "...") continue;
    YamlLine found{.indent = indent};
    std::size_t outer = indent;
    while (line.starts_with("- ") || line == "-") {
      const std::string_view rest = trim(line.substr(1));
      found.is_item = true;
      outer = found.indent;
      if (rest.empty()) break;
      found.indent += static_cast<std::size_t>(rest.data() - line.data());
      line = rest;
    }
    if (found.is_item && line == "-") line = {};
    const std::size_t colon = line.empty() ? std::string_view::npos : key_end(line);
    if (colon != std::string_view::npos) {
      found.key = without_quotes(line.substr(0, colon));
      found.value = trim(line.substr(colon + 1));
      outer = found.indent;
    } else {
      found.value = line;
    }
    if (found.key.empty() && !found.is_item) {
      const bool is_continued = indent > 0 && !out.empty();  // a text that goes on
      if (!is_continued) return std::nullopt;
      continue;
    }
    is_in_value = opens_yaml_block(found.value);
    value_indent = outer;
    out.push_back(found);
  }
  if (out.empty()) return std::nullopt;
  return out;
}

}  // namespace decant
