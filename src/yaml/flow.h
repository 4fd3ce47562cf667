// A node on one line, as YAML that reads back the same.
#pragma once

#include <string>

#include "yaml/node.h"

namespace decant::yaml {

std::string flow(const Node& node);

}  // namespace decant::yaml
