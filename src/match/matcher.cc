#include "match/matcher.h"

#include <algorithm>
#include <tuple>

namespace decant {

bool is_before(const Hit& a, const Hit& b) {
  return std::tuple(a.turn, a.span.begin, b.span.end) < std::tuple(b.turn, b.span.begin, a.span.end);
}

void keep_one_a_place(std::vector<Hit>& hits) {
  std::stable_sort(hits.begin(), hits.end(), is_before);
  const auto overlaps = [](const Hit& a, const Hit& b) { return a.turn == b.turn && b.span.begin < a.span.end; };
  hits.erase(std::unique(hits.begin(), hits.end(), overlaps), hits.end());
}

bool Matcher::stays_in_turn() const {
  const MatcherInfo made_of = info();
  return std::ranges::all_of(made_of.parts, [](const MatcherInfo::Part& part) { return part.matcher->stays_in_turn(); });
}

}  // namespace decant
