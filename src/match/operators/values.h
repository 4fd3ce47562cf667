// Values that several operators take.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "match/operators.h"

namespace decant {

// Reads a `find` under `key`, which must be there.
std::unique_ptr<Matcher> read_required_find(const yaml::Node& map, std::string_view key, FindContext& context);

// Reads a list of at least `least` finds under `key`; empty with errors if it cannot.
std::vector<std::unique_ptr<Matcher>> read_finds(const yaml::Node& map, std::string_view key, std::size_t least,
                                                 FindContext& context);

// The same of the list itself; `name` for messages.
std::vector<std::unique_ptr<Matcher>> read_find_list(const yaml::Node& list, std::string_view name, std::size_t least,
                                                     FindContext& context);

// Whether the value of a filter is a map with keys of the filter's own, `find` and others, and not a find itself.
bool has_own_keys(const yaml::Node& value, std::span<const yaml::Key> keys);

// Whether any of `places` lies in the same turn as `hit` and satisfies `holds`.
template <typename F>
bool any_in_turn(const std::vector<Hit>& places, const Hit& hit, F&& holds) {
  for (const Hit& place : places)
    if (place.turn == hit.turn && holds(place)) return true;
  return false;
}

// Drops those hits from `first` on that `drops` says.
template <typename F>
void drop_hits(std::vector<Hit>& hits, std::size_t first, F&& drops) {
  std::size_t kept = first;
  for (std::size_t i = first; i < hits.size(); ++i)
    if (!drops(hits[i])) {
      if (kept != i) hits[kept] = std::move(hits[i]);
      ++kept;
    }
  hits.resize(kept);
}

}  // namespace decant
