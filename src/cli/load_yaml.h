// A file that the user wrote in YAML: packs, scorecards, rosters, mappings.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "yaml/node.h"

namespace decant {

Result<std::unique_ptr<yaml::Document>> load_yaml(const std::string& path);

}  // namespace decant
