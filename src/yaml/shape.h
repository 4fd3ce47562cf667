// What users may write, as data: the keys of a map and what their values look like. Readers refuse keys that are not in such
// a list, and the JSON Schema that editors check with is made of the same list, so that the two cannot drift apart.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace decant::yaml {

struct Key;

// What a value looks like. Made by the functions below.
struct Shape {
  enum class Type : uint8_t {
    text,      // any scalar
    texts,     // a text, or a list of them
    texts_or_maps,  // the same, where a map of `keys` may stand for a text
    number,    // 0 to `most`
    integer,   // `least` to `most`
    percent,   // "50%"
    boolean,
    only_true,
    choice,    // one of `names`
    choices,   // one of `names`, or a list of them
    map,       // of `keys`
    maps,      // a list of `least` maps of `keys` or more
    map_of,    // keys as the user likes, values of the shape `keys[0]` has
    ref,       // what the schema calls `word`
    refs,      // a list of `least` of them or more
    ref_or_map,
  };
  Type type = Type::text;
  int least = 0, most = 0;
  std::string_view word = {};  // ref…: its name; text: a regex it must match, if any
  std::span<const std::string_view> names = {};
  const Key* keys = nullptr;
  std::size_t key_count = 0;
};

// Whether a map must have the key.
enum class Need : uint8_t { none, required, one_of_these, at_least_one_of_these, at_most_one_of_these };

struct Key {
  std::string_view name;
  std::string_view summary;  // one line, shown by editors
  Shape shape;
  Need need = Need::none;
};

inline std::span<const Key> keys_of(const Shape& shape) { return {shape.keys, shape.key_count}; }

constexpr Shape text(std::string_view regex = {}) { return {.type = Shape::Type::text, .word = regex}; }
constexpr Shape texts() { return {.type = Shape::Type::texts}; }
// `keys` live for ever.
constexpr Shape texts_or_maps(std::span<const Key> keys) {
  return {.type = Shape::Type::texts_or_maps, .keys = keys.data(), .key_count = keys.size()};
}
constexpr Shape number(int most) { return {.type = Shape::Type::number, .most = most}; }
constexpr Shape integer(int least, int most) { return {.type = Shape::Type::integer, .least = least, .most = most}; }
constexpr Shape percent() { return {.type = Shape::Type::percent}; }
constexpr Shape boolean() { return {.type = Shape::Type::boolean}; }
constexpr Shape only_true() { return {.type = Shape::Type::only_true}; }
constexpr Shape choice(std::span<const std::string_view> names) { return {.type = Shape::Type::choice, .names = names}; }
constexpr Shape choices(std::span<const std::string_view> names) { return {.type = Shape::Type::choices, .names = names}; }
constexpr Shape ref(std::string_view name) { return {.type = Shape::Type::ref, .word = name}; }
constexpr Shape refs(std::string_view name, int least) { return {.type = Shape::Type::refs, .least = least, .word = name}; }

// `keys` live for ever.
constexpr Shape map(std::span<const Key> keys) {
  return {.type = Shape::Type::map, .keys = keys.data(), .key_count = keys.size()};
}
constexpr Shape maps(std::span<const Key> keys, int least = 0) {
  return {.type = Shape::Type::maps, .least = least, .keys = keys.data(), .key_count = keys.size()};
}
constexpr Shape ref_or_map(std::string_view name, std::span<const Key> keys) {
  return {.type = Shape::Type::ref_or_map, .word = name, .keys = keys.data(), .key_count = keys.size()};
}
constexpr Shape map_of(std::span<const Key, 1> value) {
  return {.type = Shape::Type::map_of, .keys = value.data(), .key_count = 1};
}

}  // namespace decant::yaml
