// A monotone map from positions in a derived text back to the text it was derived from: words of
// a turn → bytes of the file, folded words → words. Each piece starts where a piece of the
// original starts; equal lengths map byte by byte, unequal ones (an escape, a curly quote,
// collapsed space) as a whole. What was dropped lies between two pieces.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"

namespace decant {

class SpanMap {
 public:
  // Pieces must be added in order; both positions never go back. A piece that goes on where the
  // last one left off, byte by byte, costs nothing: it is merged into it. `is_whole`: not byte by byte, though the
  // lengths may be equal ("..." for "…").
  void add(uint32_t derived_begin, uint32_t derived_size, uint32_t original_begin,
           uint32_t original_size, bool is_whole = false);

  // The original bytes behind `derived`. Of an empty span the empty span at its place.
  Span original(Span derived) const;

  // Adds what `from` says of `part`, which begins at `at` here.
  void append(const SpanMap& from, Span part, uint32_t at);

  void clear() { pieces_.clear(); }
  bool empty() const { return pieces_.empty(); }
  std::size_t size() const { return pieces_.size(); }

 private:
  struct Piece {
    uint32_t derived, derived_size, original, original_size;
    bool is_linear;
  };
  std::vector<Piece> pieces_;
};

}  // namespace decant
