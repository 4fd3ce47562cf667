#include "yaml/scalar_source.h"

#include <algorithm>
#include <charconv>

namespace decant::yaml {
namespace {

constexpr std::string_view space = " \t\r\n";

enum class Style { plain, single_quoted, double_quoted };  // a block is plain behind its first line

bool is_space(char c) {
  return space.find(c) != std::string_view::npos;
}

struct Escape {
  std::size_t length = 0;     // in the file
  bool is_invisible = false;  // it stands for space, or for nothing
};

// REQUIRES: source[at] is the backslash of a valid escape.
Escape escape_at(std::string_view source, std::size_t at) {
  if (at + 1 >= source.size()) return {1, true};
  const char c = source[at + 1];
  if (c == '\n') return {2, true};
  if (c == '\r') return {source.substr(at + 2).starts_with('\n') ? 3u : 2u, true};
  const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
  if (digits == 0) return {2, std::string_view(" tnr").find(c) != std::string_view::npos};
  const std::string_view hex = source.substr(at + 2, digits);
  uint32_t code = 0;
  std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
  return {2 + hex.size(), code < 0x80 && is_space(static_cast<char>(code))};
}

std::size_t character_size(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// Walks what is said and what is written side by side. Space corresponds to space, however much of
// it: nothing else is ever put in or taken out between two words.
class Alignment {
 public:
  Alignment(std::string_view text, std::string_view source, std::size_t at, Style style)
      : text_(text), source_(source), at_(at), style_(style) {}

  std::vector<ScalarPiece> run() {
    while (said_ < text_.size()) {
      const std::size_t from = at_;
      skip_space();
      const std::size_t visible = std::min(text_.find_first_not_of(space, said_), text_.size());
      if (visible > said_) {
        add(visible, from);
      } else if (!word()) {
        add(text_.size(), at_);  // cannot happen; better a place nearby than none
      }
    }
    return std::move(out_);
  }

 private:
  void add(std::size_t said_end, std::size_t source_begin) {
    const auto at = [](std::size_t number) { return static_cast<uint32_t>(number); };
    out_.push_back({{at(said_), at(said_end)}, {at(source_begin), at(at_)}});
    said_ = said_end;
  }

  void skip_space() {
    while (at_ < source_.size()) {
      if (is_space(source_[at_])) {
        ++at_;
      } else if (style_ == Style::double_quoted && source_[at_] == '\\') {
        const Escape escape = escape_at(source_, at_);
        if (!escape.is_invisible) return;
        at_ += escape.length;
      } else {
        return;
      }
    }
  }

  // Bytes that stand as they are, or a character that is written otherwise.
  bool word() {
    const std::size_t from = at_;
    std::size_t end = said_;
    while (end < text_.size() && at_ < source_.size() && text_[end] == source_[at_] &&
           !is_space(text_[end]) && !is_mark(source_[at_]))
      ++end, ++at_;
    if (end == said_ && at_ < source_.size() && is_mark(source_[at_])) {
      at_ = std::min(at_ + (style_ == Style::single_quoted ? 2 : escape_at(source_, at_).length),
                     source_.size());
      end = std::min(said_ + character_size(text_[said_]), text_.size());
    }
    if (end == said_) return false;
    add(end, from);
    return true;
  }

  bool is_mark(char c) const {
    return (style_ == Style::double_quoted && c == '\\') ||
           (style_ == Style::single_quoted && c == '\'');
  }

  std::string_view text_, source_;
  std::size_t said_ = 0, at_;
  Style style_;
  std::vector<ScalarPiece> out_;
};

}  // namespace

ScalarSource::ScalarSource(std::string_view source) : source_(source), line_starts_{0} {
  for (std::size_t at = source.find('\n'); at != std::string_view::npos;
       at = source.find('\n', at + 1))
    line_starts_.push_back(static_cast<uint32_t>(at + 1));
}

uint32_t ScalarSource::begin(const Node& node) const {
  const Place place = node.place();
  const uint32_t line = std::min<uint32_t>(place.line, static_cast<uint32_t>(line_starts_.size()));
  return std::min<uint32_t>(line_starts_[line - 1] + place.column - 1,
                            static_cast<uint32_t>(source_.size()));
}

std::vector<ScalarPiece> ScalarSource::pieces(const Node& scalar) const {
  std::size_t at = begin(scalar);
  Style style = Style::plain;
  if (!scalar.is_plain() && at < source_.size()) {
    const char mark = source_[at];
    if (mark == '"') style = Style::double_quoted;
    if (mark == '\'') style = Style::single_quoted;
    at = mark == '|' || mark == '>' ? std::min(source_.find('\n', at), source_.size()) : at + 1;
  }
  return Alignment(scalar.text(), source_, at, style).run();
}

}  // namespace decant::yaml
