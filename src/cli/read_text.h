// A small file that the user wrote for decant: a pack, a baseline, a table of disputed findings.
#pragma once

#include <string>

#include "base/result.h"
#include "input/read.h"

namespace decant {

// All of it, which must be UTF-8. "-" is standard input.
Result<Buffer> read_text(const std::string& path);

}  // namespace decant
