#include "lint/average.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace decant {
namespace {

// What Student's t stays under with 97.5 %, by degrees of freedom from 1; then the normal distribution and its first correction.
double student(uint64_t freedom) {
  constexpr std::array<double, 30> values = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
                                             2.201,  2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
                                             2.080,  2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042};
  if (freedom <= values.size()) return values[freedom - 1];
  return 1.95996 + 2.3723 / static_cast<double>(freedom);
}

}  // namespace

Average average_of(uint64_t count, double sum, double squares) {
  const auto n = static_cast<double>(count);
  Average out{count, sum / n, std::nullopt};
  if (count < 2) return out;
  const double variance = std::max(0.0, (squares - sum * sum / n) / (n - 1));
  out.margin = student(count - 1) * std::sqrt(variance / n);
  return out;
}

Average average_of(std::span<const double> values) {
  double sum = 0, squares = 0;
  for (double value : values) {
    sum += value;
    squares += value * value;
  }
  return average_of(values.size(), sum, squares);
}

}  // namespace decant
