#include "pattern/literal_sets.h"

#include <algorithm>
#include <utility>

#include "pattern/codes.h"
#include "pattern/rarity.h"

namespace decant {
namespace {

constexpr char gap = static_cast<char>(code_gap);
constexpr std::string_view gap_literal{&gap, 1};

// A set beyond these is cut: products to their ends, alternatives to "one of them must occur". More literals cost more
// to look for than they rule out.
constexpr std::size_t max_product = 32;
constexpr std::size_t small_product = 8;  // before a product grows beyond this, what it was is offered too
constexpr std::size_t max_alternatives = 64;
constexpr std::size_t max_length = 48;
constexpr int max_copies = 16;

bool is_empty(std::string_view literal) {
  return literal.empty() || literal == std::string_view(&boundary_mark, 1);
}

void make_unique(Literals& literals) {
  std::ranges::sort(literals);
  literals.erase(std::unique(literals.begin(), literals.end()), literals.end());
}

// Marks vanish where something stands on both of their sides: either they are true there or there is no match at all.
void append(std::string& literal, std::string_view next) {
  if (next.empty()) return;
  if (literal.empty()) {
    literal = next;
    return;
  }
  if (is_empty(next)) {
    if (literal.back() != gap && literal.back() != boundary_mark) literal += boundary_mark;
    return;
  }
  if (is_empty(literal)) {
    if (next.front() == gap || next.front() == boundary_mark) literal.clear();
    literal += next;
    return;
  }
  if (literal.back() == boundary_mark) literal.pop_back();
  if (next.front() == boundary_mark) next.remove_prefix(1);
  if (literal.back() == gap && next.front() == gap) next.remove_prefix(1);
  literal += next;
}

Literals product(const Literals& heads, const Literals& tails) {
  Literals joined;
  joined.reserve(heads.size() * tails.size());
  for (const std::string& head : heads) {
    for (const std::string& tail : tails) {
      joined.push_back(head);
      append(joined.back(), tail);
    }
  }
  if (joined.size() > 1) make_unique(joined);
  return joined;
}

std::size_t longest(const Literals& literals) {
  std::size_t length = 0;
  for (const std::string& literal : literals) length = std::max(length, literal.size());
  return length;
}

bool says_something(const Literals& literals) {
  return std::ranges::none_of(literals, [](const std::string& literal) {
    return is_empty(literal) || literal == gap_literal;
  });
}

// The ends of `literals`, as long as they can be if only `count` may be left; none if that is impossible.
Literals ends_of(const Literals& literals, std::size_t count) {
  for (std::size_t length : {8, 6, 5, 4, 3, 2, 1}) {
    Literals ends;
    for (const std::string& literal : literals) {
      ends.push_back(literal.size() > length ? literal.substr(literal.size() - length) : literal);
    }
    make_unique(ends);
    if (ends.size() <= count) return ends;
  }
  return {};
}

}  // namespace

Facts exactly(Literals strings) {
  Facts facts{.is_exact = true, .begins_with_gap = true, .ends_with_gap = true};
  for (const std::string& string : strings) {
    if (is_empty(string)) {
      facts.may_be_empty = true;
      continue;
    }
    facts.begins_with_gap = facts.begins_with_gap && string.front() == gap;
    facts.ends_with_gap = facts.ends_with_gap && string.back() == gap;
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
  for (Facts& branch : branches) {
    Literals some = all_exact ? std::move(branch.strings) : cheapest_set(branch);
    if (some.empty()) return facts;
    std::ranges::move(some, std::back_inserter(all));
  }
  make_unique(all);
  if (all_exact && all.size() <= max_alternatives) return exactly(std::move(all));
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
  if (!part.is_exact) return part;
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
    return !string.empty() && (string.back() == gap || string.back() == boundary_mark);
  });
}

void Sequence::add_codes(std::string_view codes) {
  if (codes.empty()) return;
  if (longest(current_) > max_length) {
    add(exactly({std::string(codes)}));
    return;
  }
  advance(false, codes.front() == gap, codes.back() == gap);
  for (std::string& string : current_) append(string, codes);
}

void Sequence::add(Facts part) {
  const bool fits = part.is_exact && current_.size() * part.strings.size() <= max_product &&
                    longest(current_) <= max_length;
  Literals heads;
  if (fits) {
    if (current_.size() <= small_product && current_.size() * part.strings.size() > small_product) {
      offer_current(part.begins_with_gap && !part.may_be_empty);
    }
    heads = std::move(current_);
  } else {
    all_exact_ = false;
    if (part.is_exact) heads = ends_of(current_, max_product / part.strings.size());
    flush();
    restart();
    if (heads.empty()) heads = current_;
  }
  advance(part.may_be_empty, part.begins_with_gap, part.ends_with_gap);
  if (part.is_exact) {
    current_ = product(heads, part.strings);
  } else {
    std::ranges::move(part.needed, std::back_inserter(facts_.needed));
    restart();
  }
}

Facts Sequence::finish() {
  if (all_exact_) {
    Facts facts = exactly(std::move(current_));
    facts.needed = std::move(facts_.needed);
    return facts;
  }
  flush();
  return std::move(facts_);
}

void Sequence::advance(bool may_be_empty, bool begins_with_gap, bool ends_with_gap) {
  settle_boundary(may_be_empty, begins_with_gap);
  if (facts_.may_be_empty) facts_.begins_with_gap = facts_.begins_with_gap && begins_with_gap;
  facts_.may_be_empty = facts_.may_be_empty && may_be_empty;
  facts_.ends_with_gap = ends_with_gap && (!may_be_empty || facts_.ends_with_gap);
  gap_before_ = ends_with_gap && (!may_be_empty || gap_before_);
}

// The set that was closed last ends at a word's end if whatever comes next begins with a gap.
void Sequence::settle_boundary(bool may_be_empty, bool begins_with_gap) {
  if (pending_ == none || (begins_with_gap && may_be_empty)) return;
  if (begins_with_gap) {
    for (std::string& string : facts_.needed[pending_]) append(string, gap_literal);
  }
  pending_ = none;
}

void Sequence::flush() {
  if (!says_something(current_)) return;
  facts_.needed.push_back(std::move(current_));
  pending_ = facts_.needed.size() - 1;
}

void Sequence::offer_current(bool gap_follows) {
  if (!says_something(current_)) return;
  facts_.needed.push_back(current_);
  if (!gap_follows) return;
  for (std::string& string : facts_.needed.back()) append(string, gap_literal);
}

std::string without_marks(std::string_view literal) {
  if (is_empty(literal)) return {};
  std::string plain(literal);
  std::ranges::replace(plain, boundary_mark, gap);
  return plain;
}

Literals cheapest_set(const Facts& facts) {
  const Literals* cheapest = nullptr;
  double lowest = 0;
  auto consider = [&](const Literals& literals) {
    Literals plain;
    for (const std::string& literal : literals) plain.push_back(without_marks(literal));
    if (!std::ranges::all_of(plain, is_searchable)) return;
    const double cost = search_cost(plain);
    if (cheapest != nullptr && cost >= lowest) return;
    cheapest = &literals;
    lowest = cost;
  };
  if (facts.is_exact) consider(facts.strings);
  for (const Literals& literals : facts.needed) consider(literals);
  return cheapest != nullptr ? *cheapest : Literals{};
}

}  // namespace decant
