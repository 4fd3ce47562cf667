#include "match/operators/values.h"

#include <algorithm>

#include <fmt/format.h>

namespace decant {

std::unique_ptr<Matcher> read_required_find(const yaml::Node& map, std::string_view key, FindContext& context) {
  if (map[key].exists()) return read_find(map[key], context);
  context.reader.fail(map, fmt::format("{} is missing", key), fmt::format("say which words: {}: [\"…\"]", key));
  return nullptr;
}

bool has_own_keys(const yaml::Node& value, std::span<const yaml::Key> keys) {
  return std::ranges::any_of(keys, [&](const yaml::Key& key) { return value[key.name].exists(); });
}

std::vector<std::unique_ptr<Matcher>> read_finds(const yaml::Node& map, std::string_view key, std::size_t least,
                                                 FindContext& context) {
  const yaml::Node list = map[key];
  return read_find_list(list.exists() ? list : map, key, least, context);
}

std::vector<std::unique_ptr<Matcher>> read_find_list(const yaml::Node& list, std::string_view name, std::size_t least,
                                                     FindContext& context) {
  if (!list.is_sequence() || list.items().size() < least) {
    context.reader.fail(list, fmt::format("{} must be a list of at least {} finds", name, least),
                        "each is a phrase, a list of phrases, or a map with operators");
    return {};
  }
  std::vector<std::unique_ptr<Matcher>> out;
  for (const yaml::Node& item : list.items()) out.push_back(read_find(item, context));
  if (std::any_of(out.begin(), out.end(), [](const auto& m) { return m == nullptr; })) return {};
  return out;
}

}  // namespace decant
