// A part of a conversation: its first or last turns, words, seconds or percent.
#pragma once

#include <optional>

#include "match/matcher.h"
#include "yaml/reader.h"

namespace decant {

struct Window {
  enum class Unit : uint8_t { turns, words, seconds, percent };
  bool is_last = false;
  Unit unit = Unit::turns;
  int size = 0;

  // Whether the hit begins in the window. Turns and words are counted among those of `roles`; percent is of the whole text.
  // Without times no hit lies in a window of seconds.
  bool contains(const Scene& scene, RoleSet roles, const Hit& hit) const;
  // Whether the conversation can have such a window: it has turns of `roles`, and times if seconds are asked for.
  bool exists(const Transcript& transcript, RoleSet roles) const;
};

std::string to_string(const Window& window);  // "last 3 turns"

// {first: {turns: 3}} or {last: {percent: 10}}.
std::optional<Window> read_window(const yaml::Node& node, yaml::Reader& reader);
yaml::Shape window_shape();

// When the byte `at` of the folded text is said, as far as the file tells (time_at()); NaN without times.
double time_of(const Scene& scene, uint32_t turn, uint32_t at);

}  // namespace decant
