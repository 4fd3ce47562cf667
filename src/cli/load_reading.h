// The options about input → what reading takes, with the files that they name.
#pragma once

#include <memory>

#include "base/result.h"
#include "cli/options.h"
#include "lint/read_block.h"
#include "transcript/mapping.h"

namespace decant {

struct LoadedReading {
  std::unique_ptr<Mapping> mapping;  // what `options` points at; may be null
  ReadingOptions options;
};

// All errors of all files at once.
Result<LoadedReading> load_reading(const InputOptions& options);

}  // namespace decant
