// A JSON Schema (draft 7, which editors know best) of packs, and of any other file that holds finds. Made of the tables that
// the readers use: a kind or an operator stands in it as soon as it has its row.
//
// A schema knows keys, types, names and bounds. What it cannot know, such as whether a word list exists or a phrase can be
// read, decant says when it reads the pack.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "yaml/shape.h"

namespace decant {

std::string pack_schema();

// Of a file that is a map of `keys`.
std::string schema_of(std::string_view title, std::span<const yaml::Key> keys);

}  // namespace decant
