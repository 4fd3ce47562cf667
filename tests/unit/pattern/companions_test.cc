#include "pattern/companions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/codes.h"
#include "pattern/literals.h"

namespace decant {
namespace {

TurnBits bits_of(std::string_view turn) {
  std::vector<uint8_t> codes(turn.size());
  encode(turn, codes.data());
  TurnBits bits;
  bits.set(codes);
  return bits;
}

// Whether the pattern's companions stand in the turn.
bool may_match(const std::string& regex, std::string_view turn) {
  const Companions companions = needs_of({.regex = regex}).companions;
  const TurnBits bits = bits_of(turn);
  return std::ranges::all_of(companions, [&](const auto& set) { return std::ranges::any_of(set, [&](uint16_t bit) { return bits.has(bit); }); });
}

TEST_CASE("each set of words that must be there is asked for") {
  const std::string regex = "(?:refund|exchange|replace)(?: [^ ]+){0,4}(?: bicycle| ticket| kettle)(?: [^ ]+){0,4} (?:tomorrow|tonight)";
  CHECK(needs_of({.regex = regex}).companions.size() == 2);
  CHECK(may_match(regex, "we refund the old kettle for you tonight"));
  CHECK_FALSE(may_match(regex, "we refund you"));
  CHECK_FALSE(may_match(regex, "the kettle comes tonight"));
}

TEST_CASE("a beginning stands for all words that begin with it") {
  const std::string regex = "refus[a-z]*(?: [^ ]+){0,4} xylophone";
  CHECK(may_match(regex, "refusing my xylophone"));
  CHECK_FALSE(may_match(regex, "we want our xylophone"));
}

TEST_CASE("what a literal has in it already is not asked for again") { CHECK(needs_of({.regex = "refund the kettle"}).companions.empty()); }

TEST_CASE("words that stand everywhere rule out nothing") { CHECK(needs_of({.regex = "(?:you|the|to)(?: [^ ]+){0,4} kettle"}).companions.empty()); }

}  // namespace
}  // namespace decant
