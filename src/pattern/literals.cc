#include "pattern/literals.h"

#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "pattern/codes.h"

namespace decant {
namespace {

constexpr std::string_view gap_literal("\0", 1);

std::string code_string(uint8_t code) { return std::string(1, static_cast<char>(code)); }

struct Repetition {
  int low = 1;
  int high = 1;  // < 0: no limit
};

// Reads a regex that RE2 has accepted. What is met but not understood sets is_unknown_, and then nothing that was read
// counts.
class Reader {
 public:
  explicit Reader(const PatternSpec& spec) : spec_(spec), regex_(spec.regex) {}

  std::optional<Facts> read() {
    Facts facts = alternatives(!spec_.is_raw && spec_.word_begin, !spec_.is_raw && spec_.word_end);
    if (is_unknown_ || at_ != regex_.size()) return std::nullopt;
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
  std::optional<Repetition> repetition();
  std::optional<Repetition> peek_braces(std::size_t& end) const;

  bool at_end() const { return at_ >= regex_.size(); }
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < regex_.size() ? regex_[at_ + ahead] : '\0';
  }
  bool skip(std::string_view text) {
    if (at_end() || !regex_.substr(at_).starts_with(text)) return false;
    at_ += text.size();
    return true;
  }
  Facts give_up() {
    is_unknown_ = true;
    at_ = regex_.size();
    return anything(true);
  }
  uint32_t rune();
  std::optional<uint32_t> hex();
  // Case-insensitively, these are also k and s.
  bool looks_like_ascii(uint32_t first, uint32_t last) const {
    constexpr uint32_t long_s = 0x17F, kelvin = 0x212A;
    return spec_.is_raw &&
           ((first <= long_s && long_s <= last) || (first <= kelvin && kelvin <= last));
  }

  const PatternSpec& spec_;
  std::string_view regex_;
  std::size_t at_ = 0;
  bool is_unknown_ = false;
};

Facts Reader::alternatives(bool begins_at_boundary, bool ends_at_boundary) {
  std::vector<Facts> branches;
  branches.push_back(sequence(begins_at_boundary, ends_at_boundary));
  while (skip("|")) branches.push_back(sequence(begins_at_boundary, ends_at_boundary));
  return either(std::move(branches));
}

Facts Reader::sequence(bool begins_at_boundary, bool ends_at_boundary) {
  const Facts boundary = exactly({std::string(1, boundary_mark)});
  Sequence parts;
  if (begins_at_boundary) parts.add(boundary);
  while (!at_end() && peek() != '|' && peek() != ')') {
    if (const std::string text = plain_text(); !text.empty()) {
      parts.add_codes(text);
      continue;
    }
    Facts part = atom(parts.is_at_boundary());
    while (const std::optional<Repetition> times = repetition()) {
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
  for (; !at_end(); ++at_) {
    const char c = peek();
    const uint8_t code = code_of(c);
    if (code == code_gap && c != ' ' && c != ',') break;
    const char next = peek(1);
    if (next == '?' || next == '*' || next == '+' || next == '{') break;
    if (code != code_gap || !codes.ends_with(gap_literal)) codes += static_cast<char>(code);
  }
  return codes;
}

Facts Reader::atom(bool at_boundary) {
  switch (peek()) {
    case '(': return group(at_boundary);
    case '[': return character_class();
    case '\\': return escape();
    case '.': ++at_; return anything(false);
    case '^':
    case '$': ++at_; return exactly({std::string(1, boundary_mark)});
    case '*':
    case '+':
    case '?': return give_up();
    default: return character(rune());
  }
}

Facts Reader::group(bool at_boundary) {
  ++at_;
  if (skip("?P<")) {
    const std::size_t end = regex_.find('>', at_);
    if (end == std::string_view::npos) return give_up();
    at_ = end + 1;
  } else if (skip("?")) {
    // Flags change what a phrase's letters match; a raw regex ignores case anyway, and the other flags change nothing
    // that is looked at here.
    const std::size_t flags = at_;
    while (std::string_view("imsU-").find(peek()) != std::string_view::npos && !at_end()) ++at_;
    if (at_ > flags && !spec_.is_raw) return give_up();
    if (at_ > flags && skip(")")) return exactly({""});
    if (!skip(":")) return give_up();
  }
  Facts facts = alternatives(at_boundary, false);
  if (!skip(")")) return give_up();
  return facts;
}

Facts Reader::character(uint32_t rune) const {
  if (rune < 0x80) return exactly({code_string(code_of(static_cast<char>(rune)))});
  return looks_like_ascii(rune, rune) ? anything(false) : exactly({std::string(gap_literal)});
}

Facts Reader::escape() {
  ++at_;
  const char c = peek();
  ++at_;
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
      if (peek() == '{') at_ = regex_.find('}', at_);
      if (at_end()) return give_up();
      ++at_;
      return anything(false);
    }
    case 'x': {
      const std::optional<uint32_t> rune = hex();
      return rune ? character(*rune) : give_up();
    }
    default: {
      const bool is_itself = c >= ' ' && (code_of(c) == code_gap || c == '_');
      return is_itself ? character(static_cast<uint32_t>(c)) : give_up();
    }
  }
}

std::optional<uint32_t> Reader::class_bound() {
  if (!skip("\\")) return rune();
  const char c = peek();
  ++at_;
  if (c == 'x') return hex();
  constexpr std::string_view names = "abtnvfr";  // of the control characters from 7 on; \b is none here
  if (const std::size_t name = names.find(c); name != std::string_view::npos && c != 'b') {
    return static_cast<uint32_t>(7 + name);
  }
  const bool is_itself = c >= ' ' && (code_of(c) == code_gap || c == '_');
  return is_itself ? std::optional(static_cast<uint32_t>(c)) : std::nullopt;
}

bool Reader::add_class_item(Literals& members) {
  if (skip("[:")) {
    const std::size_t end = regex_.find(":]", at_);
    at_ = end == std::string_view::npos ? regex_.size() : end + 2;
    return false;
  }
  if (peek() == '\\' && std::string_view("dswDSWpP").find(peek(1)) != std::string_view::npos) {
    Facts facts = escape();
    if (!facts.is_exact) return false;
    members.push_back(facts.strings.front());
    return true;
  }
  const std::optional<uint32_t> first = class_bound();
  std::optional<uint32_t> last = first;
  if (peek() == '-' && peek(1) != ']') {
    ++at_;
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
  ++at_;
  bool is_known = !skip("^");
  Literals members;
  for (bool is_first = true; is_first || peek() != ']'; is_first = false) {
    if (at_end()) return give_up();
    is_known = add_class_item(members) && is_known;
  }
  ++at_;
  std::ranges::sort(members);
  members.erase(std::unique(members.begin(), members.end()), members.end());
  return is_known && members.size() <= max_members ? exactly(std::move(members))
                                                   : anything(false);
}

// {n}, {n,} or {n,m}; anything else in braces is plain text to RE2.
std::optional<Repetition> Reader::peek_braces(std::size_t& end) const {
  const auto number = [this, &end]() -> std::optional<int> {
    int value = 0;
    const char* from = regex_.data() + end;
    const auto [rest, error] = std::from_chars(from, regex_.data() + regex_.size(), value);
    if (error != std::errc() || *from == '-') return std::nullopt;
    end += static_cast<std::size_t>(rest - from);
    return value;
  };
  const auto is_next = [this, &end](char c) { return end < regex_.size() && regex_[end] == c; };
  end = at_ + 1;
  const std::optional<int> low = number();
  if (!low) return std::nullopt;
  std::optional<int> high = low;
  if (is_next(',')) {
    ++end;
    high = is_next('}') ? -1 : number();
  }
  if (!high || !is_next('}')) return std::nullopt;
  ++end;
  return Repetition{*low, *high};
}

// Greedy or not: the same texts match.
std::optional<Repetition> Reader::repetition() {
  Repetition times;
  std::size_t end = at_ + 1;
  switch (at_end() ? '\0' : peek()) {
    case '?': times = {0, 1}; break;
    case '*': times = {0, -1}; break;
    case '+': times = {1, -1}; break;
    case '{': {
      const std::optional<Repetition> counted = peek_braces(end);
      if (!counted) return std::nullopt;
      times = *counted;
      break;
    }
    default: return std::nullopt;
  }
  at_ = end;
  skip("?");
  return times;
}

// REQUIRES: valid UTF-8, as RE2 does.
uint32_t Reader::rune() {
  const uint8_t lead = static_cast<uint8_t>(peek());
  ++at_;
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  uint32_t rune = lead & (0x3Fu >> more);
  for (int i = 0; i < more; ++i, ++at_) rune = rune << 6 | (static_cast<uint8_t>(peek()) & 0x3Fu);
  return rune;
}

// After \x: two digits, or any number of them in braces.
std::optional<uint32_t> Reader::hex() {
  const bool in_braces = skip("{");
  const std::size_t end = in_braces ? regex_.find('}', at_) : at_ + 2;
  if (end > regex_.size()) return std::nullopt;
  uint32_t rune = 0;
  const auto [rest, error] = std::from_chars(regex_.data() + at_, regex_.data() + end, rune, 16);
  if (error != std::errc() || rest != regex_.data() + end) return std::nullopt;
  at_ = in_braces ? end + 1 : end;
  return rune;
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
