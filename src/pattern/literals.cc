#include "pattern/literals.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "pattern/codes.h"
#include "pattern/regex_cursor.h"

namespace decant {
namespace {

std::string code_string(uint8_t code) { return std::string(1, static_cast<char>(code)); }

// Reads a regex that RE2 has accepted. What is met but not understood sets is_unknown_, and then nothing that was read
// counts.
class Reader {
 public:
  explicit Reader(const PatternSpec& spec) : spec_(spec), cursor_(spec.regex) {}

  std::optional<Facts> read() {
    Facts facts = alternatives(!spec_.is_raw && spec_.word_begin, !spec_.is_raw && spec_.word_end);
    if (is_unknown_ || !cursor_.at_end()) return std::nullopt;
    return facts;
  }

 private:
  // begins_at_boundary: a word at the very beginning is known to be a word's beginning.
  Facts alternatives(bool begins_at_boundary, bool ends_at_boundary);
  Facts sequence(bool begins_at_boundary, bool ends_at_boundary);
  Facts atom(bool at_boundary);
  Facts group(bool at_boundary);
  Facts escape();
  Facts character(uint32_t rune) const;
  Facts character_class();
  // Adds what a class escape or a POSIX name stands for; false if these are too many characters to say.
  bool add_class_item(Literals& members);
  std::optional<uint32_t> class_bound();
  std::string plain_text();

  Facts give_up() {
    is_unknown_ = true;
    cursor_.skip_all();
    return anything(true);
  }
  // Case-insensitively, these are also k and s.
  bool looks_like_ascii(uint32_t first, uint32_t last) const {
    constexpr uint32_t long_s = 0x17F, kelvin = 0x212A;
    return spec_.is_raw &&
           ((first <= long_s && long_s <= last) || (first <= kelvin && kelvin <= last));
  }

  const PatternSpec& spec_;
  RegexCursor cursor_;
  bool is_unknown_ = false;
};

Facts Reader::alternatives(bool begins_at_boundary, bool ends_at_boundary) {
  std::vector<Facts> branches;
  branches.push_back(sequence(begins_at_boundary, ends_at_boundary));
  while (cursor_.skip("|")) branches.push_back(sequence(begins_at_boundary, ends_at_boundary));
  return either(std::move(branches));
}

Facts Reader::sequence(bool begins_at_boundary, bool ends_at_boundary) {
  const Facts boundary = exactly({std::string(1, boundary_mark)});
  Sequence parts;
  if (begins_at_boundary) parts.add(boundary);
  while (!cursor_.at_end() && cursor_.peek() != '|' && cursor_.peek() != ')') {
    if (const std::string text = plain_text(); !text.empty()) {
      parts.add_codes(text);
      continue;
    }
    Facts part = atom(parts.is_at_boundary());
    while (const std::optional<Repetition> times = cursor_.repetition()) {
      part = repeated(std::move(part), times->low, times->high);
    }
    parts.add(std::move(part));
  }
  if (ends_at_boundary) parts.add(boundary);
  return parts.finish();
}

// The codes of the letters, digits and spaces up to the next thing that means something, or that is repeated.
std::string Reader::plain_text() {
  std::string codes;
  for (; !cursor_.at_end(); cursor_.advance()) {
    const char c = cursor_.peek();
    const uint8_t code = code_of(c);
    if (code == code_gap && c != ' ' && c != ',') break;
    const char next = cursor_.peek(1);
    if (next == '?' || next == '*' || next == '+' || next == '{') break;
    if (code != code_gap || !codes.ends_with(gap_literal)) codes += static_cast<char>(code);
  }
  return codes;
}

Facts Reader::atom(bool at_boundary) {
  switch (cursor_.peek()) {
    case '(': return group(at_boundary);
    case '[': return character_class();
    case '\\': return escape();
    case '.': cursor_.advance(); return anything(false);
    case '^':
    case '$': cursor_.advance(); return exactly({std::string(1, boundary_mark)});
    case '*':
    case '+':
    case '?': return give_up();
    default: return character(cursor_.rune());
  }
}

Facts Reader::group(bool at_boundary) {
  cursor_.advance();
  if (cursor_.skip("?P<")) {
    if (!cursor_.skip_behind(">")) return give_up();
  } else if (cursor_.skip("?")) {
    // Flags change what a phrase's letters match; a raw regex ignores case anyway, and the other flags change nothing
    // that is looked at here.
    bool has_flags = false;
    for (; !cursor_.at_end() && std::string_view("imsU-").find(cursor_.peek()) != std::string_view::npos; cursor_.advance()) {
      has_flags = true;
    }
    if (has_flags && !spec_.is_raw) return give_up();
    if (has_flags && cursor_.skip(")")) return exactly({""});
    if (!cursor_.skip(":")) return give_up();
  }
  Facts facts = alternatives(at_boundary, false);
  if (!cursor_.skip(")")) return give_up();
  return facts;
}

Facts Reader::character(uint32_t rune) const {
  if (rune < 0x80) return exactly({code_string(code_of(static_cast<char>(rune)))});
  return looks_like_ascii(rune, rune) ? anything(false) : exactly({std::string(gap_literal)});
}

Facts Reader::escape() {
  cursor_.advance();
  const char c = cursor_.peek();
  cursor_.advance();
  switch (c) {
    case 'b':
    case 'A':
    case 'z': return exactly({std::string(1, boundary_mark)});
    case 'B': return exactly({""});
    case 'd': return exactly({code_string(code_digit)});
    case 'W':
    case 's':
    case 't':
    case 'n':
    case 'r':
    case 'f':
    case 'v':
    case 'a': return exactly({std::string(gap_literal)});
    case 'w':
    case 'D':
    case 'S': return anything(false);
    case 'p':
    case 'P': {
      const bool has_name = cursor_.peek() == '{';
      if (has_name && !cursor_.skip_behind("}")) return give_up();
      if (!has_name) cursor_.advance();
      return anything(false);
    }
    case 'x': {
      const std::optional<uint32_t> rune = cursor_.hex();
      return rune ? character(*rune) : give_up();
    }
    default: {
      const bool is_itself = c >= ' ' && (code_of(c) == code_gap || c == '_');
      return is_itself ? character(static_cast<uint32_t>(c)) : give_up();
    }
  }
}

std::optional<uint32_t> Reader::class_bound() {
  if (!cursor_.skip("\\")) return cursor_.rune();
  if (const std::optional<char> control = cursor_.control()) return static_cast<uint32_t>(*control);
  const char c = cursor_.peek();
  cursor_.advance();
  if (c == 'x') return cursor_.hex();
  const bool is_itself = c >= ' ' && (code_of(c) == code_gap || c == '_');
  return is_itself ? std::optional(static_cast<uint32_t>(c)) : std::nullopt;
}

bool Reader::add_class_item(Literals& members) {
  if (cursor_.skip("[:")) {
    cursor_.skip_behind(":]");
    return false;
  }
  if (cursor_.peek() == '\\' && std::string_view("dswDSWpP").find(cursor_.peek(1)) != std::string_view::npos) {
    Facts facts = escape();
    if (!facts.is_exact) return false;
    members.push_back(facts.strings.front());
    return true;
  }
  const std::optional<uint32_t> first = class_bound();
  std::optional<uint32_t> last = first;
  if (cursor_.peek() == '-' && cursor_.peek(1) != ']') {
    cursor_.advance();
    last = class_bound();
  }
  if (!first || !last) {
    give_up();
    return false;
  }
  if (looks_like_ascii(*first, *last)) return false;
  if (*last >= 0x80) members.emplace_back(gap_literal);
  for (uint32_t rune = *first; rune <= *last && rune < 0x80; ++rune) {
    members.push_back(code_string(code_of(static_cast<char>(rune))));
  }
  return true;
}

Facts Reader::character_class() {
  constexpr std::size_t max_members = 8;
  cursor_.advance();
  bool is_known = !cursor_.skip("^");
  Literals members;
  for (bool is_first = true; is_first || cursor_.peek() != ']'; is_first = false) {
    if (cursor_.at_end()) return give_up();
    is_known = add_class_item(members) && is_known;
  }
  cursor_.advance();
  std::ranges::sort(members);
  members.erase(std::unique(members.begin(), members.end()), members.end());
  return is_known && members.size() <= max_members ? exactly(std::move(members))
                                                   : anything(false);
}

}  // namespace

Literals literals_of(const PatternSpec& spec) {
  const std::optional<Facts> facts = Reader(spec).read();
  if (!facts) return {};
  Literals literals = cheapest_set(*facts);
  for (std::string& literal : literals) literal = without_marks(literal);
  // One that contains another says nothing new: " any case " does for " any case at ".
  std::ranges::sort(literals, {}, [](const std::string& literal) { return literal.size(); });
  Literals kept;
  for (std::string& literal : literals) {
    const auto contains = [&](const std::string& other) { return literal.find(other) != std::string::npos; };
    if (std::ranges::none_of(kept, contains)) kept.push_back(std::move(literal));
  }
  return kept;
}

}  // namespace decant
