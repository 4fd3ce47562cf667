#include "pattern/phrase_regex.h"

#include <utility>

#include "pattern/regex_cursor.h"

namespace decant {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view regex) : cursor_(regex) {}

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
        RegexPart plain{.kind = RegexPart::Kind::text};
        plain.text = text;
        all.parts.push_back(std::move(plain));
        continue;
      }
      RegexPart next = atom();
      while (const std::optional<Repetition> times = cursor_.repetition()) {
        RegexPart repeated{.kind = RegexPart::Kind::repeated, .low = times->low, .high = times->high, .is_lazy = times->is_lazy};
        repeated.parts.push_back(std::move(next));
        next = std::move(repeated);
      }
      const bool joins = next.kind == RegexPart::Kind::text && !all.parts.empty() && all.parts.back().kind == RegexPart::Kind::text;
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
    const auto is_plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ' || c == '_'; };
    while (is_plain(cursor_.peek(size))) ++size;
    if (size > 0 && std::string_view("?*+{").find(cursor_.peek(size)) != std::string_view::npos && !cursor_.at_end(size)) --size;
    return cursor_.take(size);
  }

  RegexPart atom() {
    if (cursor_.skip("(?:")) {
      RegexPart part = choice();
      is_unknown_ |= !cursor_.skip(")");
      return part;
    }
    if (cursor_.skip("[")) return character_class();
    if (cursor_.skip("\\b")) return {.kind = RegexPart::Kind::boundary};
    RegexPart part{.kind = RegexPart::Kind::text};
    if (const std::optional<char> c = character()) part.text = *c;
    return part;
  }

  // An ASCII character as it stands or escaped; nullopt, and unknown, if it is another one or means something else.
  std::optional<char> character() {
    const bool is_escaped = cursor_.skip("\\");
    if (is_escaped && cursor_.skip("x")) {
      const std::optional<uint32_t> rune = cursor_.hex();
      return rune && *rune < 0x80 ? std::optional(static_cast<char>(*rune)) : unknown();
    }
    const char c = cursor_.peek();
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    const bool is_itself = is_escaped ? c >= ' ' && !is_letter : std::string_view("([.^$*+?").find(c) == std::string_view::npos;
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
    const bool is_negated = cursor_.skip("^");
    for (bool is_first = true; is_first || cursor_.peek() != ']'; is_first = false) {
      if (cursor_.peek() == '[' && cursor_.peek(1) == ':') unknown();
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
    if (is_negated) part.set = {{~part.set.ascii[0], ~part.set.ascii[1]}, true};
    return part;
  }

  std::optional<char> class_bound() {
    if (cursor_.peek() == '\\' || cursor_.at_end()) return character();
    const char c = cursor_.peek();
    if (static_cast<unsigned char>(c) >= 0x80) return unknown();
    cursor_.advance();
    return c;
  }

  RegexCursor cursor_;
  bool is_unknown_ = false;
};

}  // namespace

std::optional<RegexPart> phrase_regex(std::string_view regex) { return Reader(regex).read(); }

}  // namespace decant
