// Reads a text as if files lay beside it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "reading.h"

namespace decant {

struct Beside : Reading {
  std::vector<std::string> companions;
};

inline Beside read_beside(std::string_view format, std::string_view text, std::string path,
                          std::function<std::vector<std::string>(std::string_view)> neighbours, const Mapping* mapping = nullptr) {
  Beside reading;
  reading.bytes = std::make_unique<std::string>(text);
  reading.bytes->append(block_padding, '\0');
  const Sink sink{[&](Transcript&& transcript) { reading.transcripts.push_back(std::move(transcript)); },
                  [&](Error&& error) { reading.errors.push_back(std::move(error)); },
                  [&](std::string_view what) { reading.companions.emplace_back(what); }};
  Block block;
  block.path = path;
  block.bytes = std::string_view(*reading.bytes).substr(0, text.size());
  block.neighbours = std::move(neighbours);
  block.mapping = mapping;
  format_named(format)->read(block, sink);
  return reading;
}

}  // namespace decant
