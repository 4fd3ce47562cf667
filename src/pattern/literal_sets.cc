#include "pattern/literal_sets.h"

#include <algorithm>
#include <utility>

#include "pattern/rarity.h"

namespace decant {
namespace {

// A set beyond these is cut: products to their ends, alternatives to "one of them must occur". More literals cost more
// to look for than they rule out.
constexpr std::size_t max_product = 32;
constexpr std::size_t small_product = 8;  // before a product grows beyond this, what it was is offered too
constexpr std::size_t max_alternatives = 64;
constexpr std::size_t max_length = 48;
constexpr int max_copies = 16;

}  // namespace

Facts exactly(Literals strings) {
  Facts facts{.is_exact = true, .begins_with_gap = true, .ends_with_gap = true};
  for (const std::string& string : strings) {
    if (is_empty(string)) {
      facts.may_be_empty = true;
      continue;
    }
    facts.begins_with_gap = facts.begins_with_gap && string.front() == gap_char;
    facts.ends_with_gap = facts.ends_with_gap && string.back() == gap_char;
  }
  facts.strings = std::move(strings);
  return facts;
}

Facts anything(bool may_be_empty) { return {.may_be_empty = may_be_empty}; }

Facts either(std::vector<Facts> branches) {
  if (branches.size() == 1) return std::move(branches.front());
  Facts facts{.begins_with_gap = true, .ends_with_gap = true};
  bool all_exact = true;
  for (const Facts& branch : branches) {
    all_exact = all_exact && branch.is_exact;
    facts.may_be_empty = facts.may_be_empty || branch.may_be_empty;
    facts.begins_with_gap = facts.begins_with_gap && branch.begins_with_gap;
    facts.ends_with_gap = facts.ends_with_gap && branch.ends_with_gap;
  }
  Literals all;
  if (all_exact) {
    for (Facts& branch : branches) std::ranges::move(branch.strings, std::back_inserter(all));
    make_unique(all);
    if (all.size() <= max_alternatives) return exactly(std::move(all));
    leave_open(all);
  } else {
    for (Facts& branch : branches) {
      if (branch.is_exact) {
        leave_open(branch.strings);
        branch.is_exact = false;
        branch.needed.push_back(std::move(branch.strings));
      }
      Literals some = cheapest_set(branch);
      if (some.empty()) return facts;
      std::ranges::move(some, std::back_inserter(all));
    }
    make_unique(all);
  }
  facts.needed.push_back(std::move(all));
  return facts;
}

Facts repeated(Facts part, int low, int high) {
  if (high == 0) return exactly({""});
  if (low == 1 && high == 1) return part;
  const bool only_gaps = part.is_exact && std::ranges::all_of(part.strings, [](const auto& string) {
    return is_empty(string) || string == gap_literal;
  });
  if (part.is_exact && low == 0 && (high == 1 || only_gaps)) {
    part.strings.emplace_back();
    make_unique(part.strings);
    return exactly(std::move(part.strings));
  }
  if (only_gaps) return part;  // a gap is a run of them already
  if (low == 0) {
    part.is_exact = false;
    part.strings.clear();
    part.needed.clear();
    part.may_be_empty = true;
    return part;
  }
  if (!part.is_exact) {
    for (Literals& literals : part.needed) {
      for (std::string& literal : literals) std::erase(literal, open_mark);
    }
    return part;
  }
  // A mark may come from before the first copy, so it says nothing about the others.
  Literals further = part.strings;
  for (std::string& literal : further) std::erase(literal, boundary_mark);
  make_unique(further);
  Literals copies = part.strings;
  int count = 1;
  for (; count < std::min(low, max_copies); ++count) {
    if (copies.size() * further.size() > max_product || longest(copies) > max_length) break;
    copies = product(copies, further);
  }
  if (count == high) return exactly(std::move(copies));
  part.is_exact = false;
  part.strings.clear();
  part.needed = {std::move(copies)};
  return part;
}

bool Sequence::is_at_boundary() const {
  return std::ranges::all_of(current_, [](const std::string& string) {
    return !string.empty() && (string.back() == gap_char || string.back() == boundary_mark);
  });
}

void Sequence::add_codes(std::string_view codes) {
  if (codes.empty()) return;
  if (longest(current_) > max_length) {
    add(exactly({std::string(codes)}));
    return;
  }
  settle(codes.front() == gap_char ? gap_literal : std::string_view());
  advance(false, codes.front() == gap_char, codes.back() == gap_char);
  for (std::string& string : current_) append(string, codes);
}

void Sequence::add(Facts part) {
  const std::size_t size = current_.size() * part.strings.size();
  const bool fits = part.is_exact && size <= max_product && longest(current_) <= max_length;
  if (!fits || (current_.size() <= small_product && size > small_product)) offer_current();

  const bool begins_at_boundary =
      part.is_exact && std::ranges::all_of(part.strings, [](const std::string& string) {
        return string.starts_with(boundary_mark);
      });
  if (begins_at_boundary) {
    settle(boundary_literal);
  } else if (!part.begins_with_gap) {
    settle({});
  } else if (!part.may_be_empty) {
    settle(gap_literal);
  }

  Literals heads = std::move(current_);
  if (!fits) {
    all_exact_ = false;
    restart();
    heads = part.is_exact ? ends_of(heads, max_product / part.strings.size()) : Literals{};
    if (heads.empty()) heads = current_;
  }
  advance(part.may_be_empty, part.begins_with_gap, part.ends_with_gap);
  if (part.is_exact) {
    current_ = product(heads, part.strings);
  } else {
    restart();
  }
  std::ranges::move(part.needed, std::back_inserter(facts_.needed));
}

Facts Sequence::finish() {
  if (!all_exact_) {
    offer_current();
    return std::move(facts_);
  }
  Facts facts = exactly(std::move(current_));
  facts.needed = std::move(facts_.needed);
  return facts;
}

void Sequence::advance(bool may_be_empty, bool begins_with_gap, bool ends_with_gap) {
  if (facts_.may_be_empty) facts_.begins_with_gap = facts_.begins_with_gap && begins_with_gap;
  facts_.may_be_empty = facts_.may_be_empty && may_be_empty;
  facts_.ends_with_gap = ends_with_gap && (!may_be_empty || facts_.ends_with_gap);
  gap_before_ = ends_with_gap && (!may_be_empty || gap_before_);
}

// What follows the literals that end here is known: a gap, a boundary, or nothing of the kind.
void Sequence::settle(std::string_view next) {
  for (; settled_ < facts_.needed.size(); ++settled_) {
    for (std::string& string : facts_.needed[settled_]) {
      if (!string.ends_with(open_mark)) continue;
      string.pop_back();
      append(string, next);
    }
  }
}

void Sequence::offer_current() {
  const bool says_something = std::ranges::none_of(current_, [](const std::string& string) {
    return is_empty(string) || string == gap_literal;
  });
  if (!says_something) return;
  facts_.needed.push_back(current_);
  leave_open(facts_.needed.back());
}

Literals cheapest_set(const Facts& facts) {
  std::vector<const Literals*> sets;
  std::vector<Literals> plain;  // the same without marks
  auto consider = [&](const Literals& literals) {
    Literals unmarked;
    for (const std::string& literal : literals) unmarked.push_back(without_marks(literal));
    if (!std::ranges::all_of(unmarked, is_searchable)) return;
    sets.push_back(&literals);
    plain.push_back(std::move(unmarked));
  };
  if (facts.is_exact) consider(facts.strings);
  for (const Literals& literals : facts.needed) consider(literals);
  if (sets.empty()) return {};
  if (sets.size() == 1) return *sets.front();
  const auto cheapest = std::ranges::min_element(plain, {}, search_cost);
  return *sets[static_cast<std::size_t>(cheapest - plain.begin())];
}

}  // namespace decant
