// An average that says how far to trust it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace decant {

struct Average {
  uint64_t count = 0;
  double mean = 0;
  // Half the width of the 95 % interval of the mean (Student's t); none of fewer than two values.
  std::optional<double> margin;
};

// Of `count` values with this sum and this sum of squares. REQUIRES: count > 0.
Average average_of(uint64_t count, double sum, double squares);
Average average_of(std::span<const double> values);

}  // namespace decant
