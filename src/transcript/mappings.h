// All JSON shapes that decant knows beside its own.
#pragma once

#include <span>

#include "transcript/formats.h"
#include "transcript/mapping.h"

namespace decant {

std::span<const Mapping> mappings();

// Whether `document` has the shape.
bool is_of(const Mapping& mapping, json::Value document);

// The mapping of a document; nullptr if its shape is unknown. `user`, if there is one, is asked
// first.
const Mapping* mapping_for(json::Value document, const Mapping* user);

// What a file is that belongs to conversations beside it and holds none itself; nullptr if it is no
// such file.
const Companion* companion_for(json::Value document, const Block& block);

}  // namespace decant
