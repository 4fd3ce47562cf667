#include "eval/label_map.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "yaml/reader.h"

namespace decant {
namespace {

struct Standard {
  std::string_view key;
  FindingType type;
  std::string_view packs[2];
};

using enum FindingType;
constexpr std::array<Standard, 31> standard = {{
    {"cant", fault, {"cant-vocabulary"}},
    {"policy", fault, {"policy-citing"}},
    {"authority", fault, {"no-authority"}},
    {"argue", fault, {"needing-to-be-right"}},
    {"blame", fault, {"passing-blame"}},
    {"feel", fault, {"telling-how-to-feel"}},
    {"hollow", fault, {"telling-how-to-feel"}},
    {"promise", fault, {"broken-promises"}},
    {"let_go", fault, {"losing-customers"}},
    {"repeat", fault, {"ends-with-the-call"}},
    {"silo", fault, {"misaligned-touchpoints"}},
    {"coerce", fault, {"persuasion-not-coercion"}},
    {"jargon", fault, {"persuasion-not-coercion"}},
    {"retaliate", fault, {"abusive-customers"}},
    {"disparage", fault, {"valued-people"}},
    {"off_script", fault, {"off-script"}},
    {"passive", fault, {"proactive-service"}},
    {"social", fault, {"service-in-social"}},
    {"can_do", credit, {"cant-vocabulary"}},
    {"exception", credit, {"no-authority"}},
    {"own", credit, {"passing-blame", "needing-to-be-right"}},
    {"shows", credit, {"telling-how-to-feel"}},
    {"commit", credit, {"broken-promises"}},
    {"winback", credit, {"losing-customers"}},
    {"confirm", credit, {"bad-endings"}},
    {"history", credit, {"ends-with-the-call"}},
    {"handoff", credit, {"misaligned-touchpoints"}},
    {"benefit", credit, {"persuasion-not-coercion"}},
    {"boundary", credit, {"abusive-customers"}},
    {"generous", credit, {"off-script"}},
    {"proactive", credit, {"proactive-service"}},
}};

bool is_pack(const RuleBook& book, std::string_view name) {
  return std::ranges::any_of(book.packs, [&](const RulePack& pack) { return pack.name == name; });
}

constexpr std::array<yaml::Key, 1> names = {{{"name of a label", "the packs or rules (pack/rule-id) it is about", yaml::texts()}}};
constexpr std::array<yaml::Key, 2> keys = {{
    {"faults", "labels of faults", yaml::map_of(names)},
    {"credits", "labels of credits", yaml::map_of(names)},
}};

class MapReader {
 public:
  MapReader(const RuleBook& book, yaml::Reader& reader) : reader_(reader) {
    for (const RulePack& pack : book.packs) {
      known_.push_back(pack.name);
      for (const Rule& rule : pack.rules) known_.push_back(rule.name);
    }
  }

  void read(const yaml::Node& node, FindingType type, LabelMap& map) {
    if (!node.exists()) return;
    if (!node.is_map()) return reader_.fail(node, "a map of labels and what they are about is wanted here", "for example cant: cant-vocabulary");
    for (const auto& [key, value] : node.entries()) {
      MappedKey& mapped = map.emplace_back();
      mapped.key = std::string(key.text());
      mapped.type = type;
      for (const yaml::Node& name : reader_.texts(value, key.text())) {
        mapped.names.emplace_back(name.text());
        if (std::ranges::find(known_, name.text()) == known_.end())
          reader_.fail(name, fmt::format("no pack or rule is called \"{}\"", name.text()), yaml::suggestion(name.text(), known_));
      }
    }
  }

 private:
  yaml::Reader& reader_;
  std::vector<std::string_view> known_;
};

}  // namespace

bool MappedKey::covers(const Rule& rule) const {
  return rule.type == type && std::ranges::any_of(names, [&](const std::string& name) { return name == rule.pack || name == rule.name; });
}

LabelMap standard_label_map(const RuleBook& book) {
  LabelMap map;
  for (const Standard& row : standard) {
    MappedKey key{std::string(row.key), row.type, {}};
    for (const std::string_view pack : row.packs)
      if (is_pack(book, pack)) key.names.emplace_back(pack);
    if (!key.names.empty()) map.push_back(std::move(key));
  }
  return map;
}

Result<LabelMap> read_label_map(const yaml::Tree& file, const RuleBook& book) {
  Errors errors;
  yaml::Reader reader(errors);
  LabelMap map;
  const yaml::Node root(file);
  if (reader.expect_map(root, "a map of labels", keys)) {
    MapReader map_reader(book, reader);
    map_reader.read(root["faults"], fault, map);
    map_reader.read(root["credits"], credit, map);
    if (map.empty() && errors.empty()) reader.fail(root, "the map names no label");
  }
  if (!errors.empty()) return errors;
  return map;
}

}  // namespace decant
