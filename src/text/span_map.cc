#include "text/span_map.h"

#include <algorithm>

namespace decant {

void SpanMap::add(uint32_t derived_begin, uint32_t derived_size, uint32_t original_begin,
                  uint32_t original_size, bool is_whole) {
  const bool is_linear = derived_size == original_size && !is_whole;
  if (!pieces_.empty() && is_linear) {
    Piece& last = pieces_.back();
    if (last.is_linear && last.derived + last.derived_size == derived_begin &&
        last.original + last.original_size == original_begin) {
      last.derived_size += derived_size;
      last.original_size += original_size;
      return;
    }
  }
  pieces_.push_back({derived_begin, derived_size, original_begin, original_size, is_linear});
}

Span SpanMap::original(Span derived) const {
  if (pieces_.empty()) return {};
  // The piece that holds the first byte: the last one that starts at or before it.
  auto first = std::upper_bound(pieces_.begin(), pieces_.end(), derived.begin,
                                [](uint32_t at, const Piece& p) { return at < p.derived; });
  if (first != pieces_.begin()) --first;
  const uint32_t into = std::min(derived.begin - std::min(first->derived, derived.begin),
                                 first->derived_size);
  const uint32_t begin = first->is_linear ? first->original + into
                         : into == 0        ? first->original
                                            : first->original + (into == first->derived_size
                                                                     ? first->original_size
                                                                     : 0);
  if (derived.empty()) return {begin, begin};
  // The piece that holds the last byte.
  auto last = std::upper_bound(first, pieces_.end(), derived.end - 1,
                               [](uint32_t at, const Piece& p) { return at < p.derived; });
  if (last != first) --last;
  const uint32_t end =
      last->is_linear
          ? last->original + std::min(derived.end - last->derived, last->derived_size)
          : last->original + last->original_size;
  return {begin, std::max(begin, end)};
}

void SpanMap::append(const SpanMap& from, Span part, uint32_t at) {
  auto piece = std::upper_bound(from.pieces_.begin(), from.pieces_.end(), part.begin,
                                [](uint32_t begin, const Piece& p) { return begin < p.derived; });
  if (piece != from.pieces_.begin()) --piece;
  for (; piece != from.pieces_.end() && piece->derived < part.end; ++piece) {
    const uint32_t begin = std::max(piece->derived, part.begin);
    const uint32_t end = std::min(piece->derived + piece->derived_size, part.end);
    if (begin >= end) continue;
    const uint32_t here = at + (begin - part.begin);
    if (piece->is_linear) add(here, end - begin, piece->original + (begin - piece->derived), end - begin);
    else add(here, end - begin, piece->original, piece->original_size, true);
  }
}

}  // namespace decant
