// A half-open range of bytes. Which bytes is said by whoever hands it out: the source block,
// the words of a transcript, or its folded text.
#pragma once

#include <algorithm>
#include <cstdint>

namespace decant {

struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return end <= begin; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend auto operator<=>(const Span&, const Span&) = default;
};

// The smallest span that covers both.
inline Span join(Span a, Span b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace decant
