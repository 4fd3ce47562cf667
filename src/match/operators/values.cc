#include "match/operators/values.h"

#include <algorithm>

#include <fmt/format.h>

namespace decant {

std::unique_ptr<Matcher> read_required_find(const yaml::Node& map, std::string_view key, FindContext& context) {
  if (map[key].exists()) return read_find(map[key], context);
  context.reader.fail(map, fmt::format("{} is missing", key), fmt::format("say which words: {}: [\"…\"]", key));
  return nullptr;
}

std::vector<std::unique_ptr<Matcher>> read_finds(const yaml::Node& map, std::string_view key, std::size_t least,
                                                 FindContext& context) {
  const yaml::Node list = key.empty() ? map : map[key];
  if (!list.is_sequence() || list.items().size() < least) {
    context.reader.fail(list.exists() ? list : map,
                        fmt::format("{} must be a list of at least {} finds", key.empty() ? "this" : key, least),
                        "each is a phrase, a list of phrases, or a map with operators");
    return {};
  }
  std::vector<std::unique_ptr<Matcher>> out;
  for (const yaml::Node& item : list.items()) out.push_back(read_find(item, context));
  if (std::any_of(out.begin(), out.end(), [](const auto& m) { return m == nullptr; })) return {};
  return out;
}

}  // namespace decant
