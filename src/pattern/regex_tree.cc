#include "pattern/regex_tree.h"

#include <algorithm>
#include <utility>

#include "pattern/regex_cursor.h"
#include "pattern/spelling.h"

namespace decant {
namespace {

constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

CharacterSet characters(bool (*is_in)(char)) {
  CharacterSet set;
  for (int c = 0; c < 0x80; ++c)
    if (is_in(static_cast<char>(c))) set.add(static_cast<char>(c));
  return set;
}

void add_other_case(CharacterSet& set) {
  for (char c = 'a'; c <= 'z'; ++c) {
    const char capital = static_cast<char>(c - 'a' + 'A');
    if (set.has(c)) set.add(capital);
    else if (set.has(capital)) set.add(c);
  }
}

// Quotes, dashes, signs of currencies: what has no other case. A few of them are missing, which costs time only.
constexpr bool is_sign(uint32_t rune) {
  return (rune > 0xA0 && rune < 0xC0 && rune != 0xAA && rune != 0xB5 && rune != 0xBA) || (rune >= 0x2010 && rune < 0x2028) ||
         (rune >= 0x20A0 && rune <= 0x20C0);
}

class Reader {
 public:
  Reader(std::string_view regex, bool in_any_case) : cursor_(regex), in_any_case_(in_any_case) {}

  std::optional<RegexPart> read() {
    RegexPart part = choice();
    if (is_unknown_ || !cursor_.at_end()) return std::nullopt;
    return part;
  }

 private:
  RegexPart choice() {
    RegexPart part{.kind = RegexPart::Kind::choice};
    do part.parts.push_back(sequence());
    while (cursor_.skip("|"));
    if (part.parts.size() > 1) return part;
    RegexPart only = std::move(part.parts.front());
    return only;
  }

  RegexPart sequence() {
    RegexPart all;
    while (!is_unknown_ && !cursor_.at_end() && cursor_.peek() != '|' && cursor_.peek() != ')') {
      if (const std::string_view text = plain_text(); !text.empty()) {
        all.parts.push_back(text_part(text));
        continue;
      }
      RegexPart next = atom();
      while (const std::optional<Repetition> times = cursor_.repetition()) {
        RegexPart repeated{.kind = RegexPart::Kind::repeated, .low = times->low, .high = times->high, .is_lazy = times->is_lazy};
        repeated.parts.push_back(std::move(next));
        next = std::move(repeated);
      }
      const bool joins = next.kind == RegexPart::Kind::text && !all.parts.empty() && all.parts.back().kind == RegexPart::Kind::text &&
                         all.parts.back().in_any_case == next.in_any_case;
      if (joins) all.parts.back().text += next.text;
      else all.parts.push_back(std::move(next));
    }
    if (all.parts.size() != 1) return all;
    RegexPart only = std::move(all.parts.front());
    return only;
  }

  // The letters, digits and spaces up to the next thing that means something or is repeated.
  std::string_view plain_text() {
    std::size_t size = 0;
    const auto is_plain = [](char c) { return is_lower(c) || is_upper(c) || is_digit(c) || c == ' ' || c == '_'; };
    while (is_plain(cursor_.peek(size))) ++size;
    if (size > 0 && std::string_view("?*+{").find(cursor_.peek(size)) != std::string_view::npos && !cursor_.at_end(size)) --size;
    return cursor_.take(size);
  }

  RegexPart text_part(std::string_view text) const {
    RegexPart part{.kind = RegexPart::Kind::text, .in_any_case = in_any_case_};
    part.text = text;
    if (in_any_case_) std::ranges::transform(part.text, part.text.begin(), lowered);
    return part;
  }

  RegexPart atom() {
    if (cursor_.skip("(")) return group();
    if (cursor_.skip("[")) return character_class();
    if (cursor_.skip("\\b")) return {.kind = RegexPart::Kind::boundary};
    if (cursor_.skip("^") || cursor_.skip("\\A")) return {.kind = RegexPart::Kind::begin};
    if (cursor_.skip("$") || cursor_.skip("\\z")) return {.kind = RegexPart::Kind::end};
    if (cursor_.skip(".")) return {.kind = RegexPart::Kind::set, .set = characters([](char c) { return c == '\n'; }).all_but()};
    if (const auto set = class_escape()) return {.kind = RegexPart::Kind::set, .set = *set};
    if (const std::string_view one = sign(); !one.empty()) return text_part(one);
    const std::optional<char> c = character();
    return c ? text_part({&*c, 1}) : RegexPart{};
  }

  // A sign beyond ASCII as it stands, moved past; empty if none stands here.
  std::string_view sign() {
    RegexCursor behind = cursor_;
    if (cursor_.at_end() || static_cast<unsigned char>(cursor_.peek()) < 0x80 || !is_sign(behind.rune())) return {};
    const std::size_t size = static_cast<unsigned char>(cursor_.peek()) < 0xE0 ? 2 : 3;
    return cursor_.take(size);
  }

  // Behind its parenthesis. A flag without a colon holds to the end of the group around it.
  RegexPart group() {
    const bool in_any_case_outside = in_any_case_;
    if (cursor_.skip("?P<")) {
      cursor_.skip_behind(">");
    } else if (cursor_.skip("?")) {
      bool is_set = true;
      for (; cursor_.peek() == '-' || cursor_.peek() == 'i'; cursor_.advance()) {
        if (cursor_.peek() == '-') is_set = false;
        else in_any_case_ = is_set;
      }
      if (cursor_.skip(")")) return {};
      if (!cursor_.skip(":")) unknown();
    }
    RegexPart part = choice();
    in_any_case_ = in_any_case_outside;
    if (!cursor_.skip(")")) unknown();
    return part;
  }

  // \d, \s, \w and what they leave out, moved past; nullopt if none stands here.
  std::optional<CharacterSet> class_escape() {
    if (cursor_.peek() != '\\') return std::nullopt;
    CharacterSet set;
    switch (cursor_.peek(1)) {
      case 'd':
      case 'D': set = characters(is_digit); break;
      case 's':
      case 'S': set = characters([](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }); break;
      case 'w':
      case 'W': set = characters([](char c) { return is_lower(c) || is_upper(c) || is_digit(c) || c == '_'; }); break;
      default: return std::nullopt;
    }
    const bool is_negated = is_upper(cursor_.peek(1));
    cursor_.advance(2);
    return is_negated ? set.all_but() : set;
  }

  // An ASCII character as it stands or escaped; nullopt, and unknown, if it is another one or means something else.
  std::optional<char> character() {
    const bool is_escaped = cursor_.skip("\\");
    if (is_escaped && cursor_.skip("x")) {
      const std::optional<uint32_t> rune = cursor_.hex();
      return rune && *rune < 0x80 ? std::optional(static_cast<char>(*rune)) : unknown();
    }
    if (is_escaped)
      if (const std::optional<char> control = cursor_.control()) return control;
    const char c = cursor_.peek();
    const bool is_itself = is_escaped ? c >= ' ' && !is_lower(c) && !is_upper(c) && !is_digit(c)
                                      : std::string_view("([.^$*+?").find(c) == std::string_view::npos;
    if (!is_itself || cursor_.at_end() || static_cast<unsigned char>(c) >= 0x80) return unknown();
    cursor_.advance();
    return c;
  }

  std::optional<char> unknown() {
    is_unknown_ = true;
    cursor_.skip_all();
    return std::nullopt;
  }

  RegexPart character_class() {
    RegexPart part{.kind = RegexPart::Kind::set};
    RegexPart signs{.kind = RegexPart::Kind::choice};
    const bool is_negated = cursor_.skip("^");
    for (bool is_first = true; is_first || cursor_.peek() != ']'; is_first = false) {
      if (cursor_.peek() == '[' && cursor_.peek(1) == ':') unknown();
      if (is_unknown_) return part;
      if (const auto set = class_escape()) {
        part.set.add(*set);
        continue;
      }
      if (const std::string_view one = sign(); !one.empty()) {
        signs.parts.push_back(text_part(one));
        if (is_negated || (cursor_.peek() == '-' && cursor_.peek(1) != ']')) unknown();
        continue;
      }
      const std::optional<char> first = class_bound();
      std::optional<char> last = first;
      if (cursor_.peek() == '-' && cursor_.peek(1) != ']') {
        cursor_.advance();
        last = class_bound();
      }
      if (is_unknown_ || !first || !last) return part;
      for (int c = *first; c <= *last; ++c) part.set.add(static_cast<char>(c));
    }
    cursor_.advance();
    if (in_any_case_) add_other_case(part.set);
    if (is_negated) part.set = part.set.all_but();
    if (signs.parts.empty()) return part;
    signs.parts.push_back(std::move(part));
    return signs;
  }

  std::optional<char> class_bound() {
    if (cursor_.peek() == '\\' || cursor_.at_end()) return character();
    const char c = cursor_.peek();
    if (static_cast<unsigned char>(c) >= 0x80) return unknown();
    cursor_.advance();
    return c;
  }

  RegexCursor cursor_;
  bool in_any_case_;
  bool is_unknown_ = false;
};

}  // namespace

bool may_be_empty(const RegexPart& part) {
  switch (part.kind) {
    case RegexPart::Kind::text: return part.text.empty();
    case RegexPart::Kind::set: return false;
    case RegexPart::Kind::sequence: return std::ranges::all_of(part.parts, may_be_empty);
    case RegexPart::Kind::choice: return std::ranges::any_of(part.parts, may_be_empty);
    case RegexPart::Kind::repeated: return part.low == 0 || may_be_empty(part.parts.front());
    case RegexPart::Kind::boundary:
    case RegexPart::Kind::begin:
    case RegexPart::Kind::end: return true;
  }
  return true;
}

namespace {

bool begins_with(const RegexPart& part, const RegexPart& first) {
  return part == first || (part.kind == RegexPart::Kind::sequence && !part.parts.empty() && part.parts.front() == first);
}

RegexPart without_first(RegexPart part) {
  if (part.kind != RegexPart::Kind::sequence) return {};
  part.parts.erase(part.parts.begin());
  return part;
}

}  // namespace

RegexPart with_gaps_first(RegexPart part) {
  static const RegexPart gap = *regex_tree(word_gap_regex, false);
  if (part == gap) return part;
  for (RegexPart& child : part.parts) child = with_gaps_first(std::move(child));
  if (part.kind != RegexPart::Kind::choice) return part;
  // Only alternatives side by side: the others between them would change places.
  std::vector<RegexPart> ways;
  for (std::size_t i = 0; i < part.parts.size();) {
    std::size_t end = i;
    while (end < part.parts.size() && begins_with(part.parts[end], gap)) ++end;
    if (end - i < 2) {
      ways.push_back(std::move(part.parts[i++]));
      continue;
    }
    RegexPart rest{.kind = RegexPart::Kind::choice};
    for (; i < end; ++i) rest.parts.push_back(without_first(std::move(part.parts[i])));
    RegexPart together;
    together.parts.push_back(gap);
    together.parts.push_back(std::move(rest));
    ways.push_back(std::move(together));
  }
  part.parts = std::move(ways);
  if (part.parts.size() > 1) return part;
  RegexPart only = std::move(part.parts.front());
  return only;
}

std::optional<RegexPart> regex_tree(std::string_view regex, bool in_any_case) { return Reader(regex, in_any_case).read(); }

}  // namespace decant
