// The payload of one cue taken apart: voice tags, other tags, entities, names before the words.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"
#include "transcript/role.h"

namespace decant {

// A piece of a payload line.
struct CuePiece {
  enum class Kind { words, entity, voice };
  Kind kind = Kind::words;
  std::string_view source;   // its bytes
  std::string text;          // of an entity: what it stands for; of a voice: the name
  std::optional<Role> role;  // of a voice with a class such as <v.agent Dana>
};

// Calls piece() for what stands in `line` in order; tags other than <v> are left out. With
// `has_markup` false only the tags that subtitle players know (<i>, {\an8} …) are taken for tags,
// and nothing for an entity.
void take_apart(std::string_view line, bool has_markup,
                const std::function<void(const CuePiece&)>& piece);

// "(Dana Reyes)" alone on a line; empty if it is no name.
std::string_view name_in_brackets(std::string_view line);

}  // namespace decant
