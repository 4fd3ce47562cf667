#include "match/matcher.h"

#include <tuple>

namespace decant {

bool is_before(const Hit& a, const Hit& b) {
  return std::tuple(a.turn, a.span.begin, b.span.end) < std::tuple(b.turn, b.span.begin, a.span.end);
}

}  // namespace decant
