#include "pattern/literal_strings.h"

#include <algorithm>

namespace decant {

void append(std::string& literal, std::string_view next) {
  if (next.empty()) return;
  if (literal.empty()) {
    literal = next;
    return;
  }
  if (is_empty(next)) {
    if (literal.back() != gap_char && literal.back() != boundary_mark) literal += boundary_mark;
    return;
  }
  if (is_empty(literal)) {
    if (next.front() == gap_char || next.front() == boundary_mark) literal.clear();
    literal += next;
    return;
  }
  if (literal.back() == boundary_mark) literal.pop_back();
  if (next.front() == boundary_mark) next.remove_prefix(1);
  if (literal.back() == gap_char && next.front() == gap_char) next.remove_prefix(1);
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

Literals ends_of(const Literals& literals, std::size_t count) {
  for (std::size_t length : {8, 6, 5, 4, 3, 2, 1}) {
    Literals ends;
    for (const std::string& literal : literals) {
      std::size_t begin = literal.size() - std::min(literal.size(), length);
      if (begin > 0 && literal[begin - 1] == gap_char) --begin;  // a word's beginning is worth more than its letter
      ends.push_back(literal.substr(begin));
    }
    make_unique(ends);
    if (ends.size() <= count) return ends;
  }
  return {};
}

void make_unique(Literals& literals) {
  std::ranges::sort(literals);
  literals.erase(std::unique(literals.begin(), literals.end()), literals.end());
}

void leave_open(Literals& literals) {
  for (std::string& literal : literals) literal += open_mark;
}

std::size_t longest(const Literals& literals) {
  std::size_t length = 0;
  for (const std::string& literal : literals) length = std::max(length, literal.size());
  return length;
}

std::string without_marks(std::string_view literal) {
  if (literal.ends_with(open_mark)) literal.remove_suffix(1);
  if (is_empty(literal)) return {};
  std::string plain(literal);
  std::ranges::replace(plain, boundary_mark, gap_char);
  return plain;
}

}  // namespace decant
