// The prefiltered scan must find what the naive one finds, for whatever patterns and texts the bytes make. For libFuzzer,
// or for any main that hands over bytes.
#include <cstdio>
#include <cstdlib>

#include "pattern_case.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  decant::PatternCase random({data, size});
  if (const std::optional<std::string> difference = random.difference()) {
    std::fprintf(stderr, "%s\n", difference->c_str());
    std::abort();
  }
  return 0;
}
