#include "eval/agreement.h"

#include <algorithm>
#include <cmath>

namespace decant {
namespace {

constexpr double z = 1.959964;

double bound(int hits, int of, double sign) {
  const double n = of, p = hits / n;
  const double centre = p + z * z / (2 * n);
  const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  return std::clamp((centre + sign * half) / (1 + z * z / n), 0.0, 1.0);
}

}  // namespace

std::optional<double> Share::value() const {
  if (of == 0) return std::nullopt;
  return double(hits) / of;
}

double Share::low() const { return bound(hits, of, -1); }
double Share::high() const { return bound(hits, of, 1); }

std::optional<double> Agreement::f1() const {
  const int of = 2 * true_positives + false_positives + misses;
  if (of == 0) return std::nullopt;
  return 2.0 * true_positives / of;
}

std::optional<double> Agreement::kappa() const {
  const double n = decisions();
  if (n == 0) return std::nullopt;
  const double observed = (true_positives + true_negatives) / n;
  const double first_yes = (true_positives + false_positives) / n, second_yes = (true_positives + misses) / n;
  const double expected = first_yes * second_yes + (1 - first_yes) * (1 - second_yes);
  if (expected >= 1) return std::nullopt;
  return (observed - expected) / (1 - expected);
}

Agreement& Agreement::operator+=(const Agreement& other) {
  true_positives += other.true_positives;
  false_positives += other.false_positives;
  misses += other.misses;
  true_negatives += other.true_negatives;
  return *this;
}

}  // namespace decant
