// Figures of agreement, as they are computed by hand: precision, recall and F1 with Wilson's 95 % interval, and Cohen's kappa.
#pragma once

#include <optional>

namespace decant {

// A share of `of`, with the interval in which the true share lies with a certainty of 95 % (Wilson 1927, without correction for
// continuity; z = 1.959964).
struct Share {
  int hits = 0, of = 0;
  std::optional<double> value() const;  // 0 … 1; none of nothing
  double low() const;                   // REQUIRES: of > 0
  double high() const;
};

// What became of decisions about which a grader has no doubt.
struct Agreement {
  int true_positives = 0, false_positives = 0, misses = 0, true_negatives = 0;

  Share precision() const { return {true_positives, true_positives + false_positives}; }
  Share recall() const { return {true_positives, true_positives + misses}; }
  // 2 tp / (2 tp + fp + fn); none where nothing was found and nothing was to be found.
  std::optional<double> f1() const;
  // (observed − expected) / (1 − expected) agreement of two judges who say yes or no; none where one answer is all that is
  // expected of both.
  std::optional<double> kappa() const;
  int decisions() const { return true_positives + false_positives + misses + true_negatives; }

  Agreement& operator+=(const Agreement& other);
};

}  // namespace decant
