// What can be said about the literals of a regex, built up from its parts: the algebra behind literals.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/literal_strings.h"

namespace decant {

// What is known of every match of some part of a regex.
struct Facts {
  bool is_exact = false;              // each match recodes to one of `strings`
  Literals strings = {};              // only if exact
  std::vector<Literals> needed = {};  // of each of these sets, one member occurs in the match
  bool may_be_empty = false;
  bool begins_with_gap = false;  // every match that is not empty does
  bool ends_with_gap = false;
};

Facts exactly(Literals strings);
// Something, but nobody knows what.
Facts anything(bool may_be_empty);
Facts either(std::vector<Facts> branches);
// `part`, at least `low` and at most `high` times; high < 0: no limit.
Facts repeated(Facts part, int low, int high);

// Parts one after the other.
class Sequence {
 public:
  void add(Facts part);
  // The same as add(exactly({codes})), without its cost.
  void add_codes(std::string_view codes);
  Facts finish();
  // Whether a word that begins here begins at a boundary.
  bool is_at_boundary() const;

 private:
  void advance(bool may_be_empty, bool begins_with_gap, bool ends_with_gap);
  void settle(std::string_view next);
  void offer_current();
  void restart() { current_ = {gap_before_ ? std::string(1, '\0') : std::string()}; }

  Facts facts_{.may_be_empty = true, .begins_with_gap = true, .ends_with_gap = true};
  Literals current_ = {""};     // the strings that can end here, as far back as they are known
  bool all_exact_ = true;       // current_ reaches back to the beginning
  bool gap_before_ = false;     // the last character so far is a gap, whatever it was
  std::size_t settled_ = 0;     // the needed sets before this one have no open marks
};

// Of the sets in `facts` the one that costs least to look for; empty if none is of use. With marks.
Literals cheapest_set(const Facts& facts);

}  // namespace decant
