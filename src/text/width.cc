#include "text/width.h"

#include <utf8proc.h>

#include "text/unicode.h"

namespace decant {
namespace {

constexpr std::string_view ellipsis = "…";
constexpr char32_t emoji_form = 0xFE0F;  // asks for the wide, coloured form of the character before it

// What a reader sees as one character, and the columns it takes.
struct Cluster {
  std::size_t end;
  int width;
};

bool is_ascii_at(std::string_view text, std::size_t at) {
  return at >= text.size() || static_cast<unsigned char>(text[at]) < 0x80;
}

int width_of(char32_t code) { return utf8proc_charwidth(static_cast<utf8proc_int32_t>(code)); }

// REQUIRES: at < text.size().
Cluster cluster_at(std::string_view text, std::size_t at) {
  const char first = text[at];
  if (is_ascii_at(text, at) && is_ascii_at(text, at + 1))
    return {at + 1, first >= 0x20 && first < 0x7F ? 1 : 0};
  Character character = character_at(text, at);
  Cluster cluster{at + character.size, width_of(character.code)};
  utf8proc_int32_t state = 0;
  while (cluster.end < text.size()) {
    const Character next = character_at(text, cluster.end);
    if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(character.code),
                                         static_cast<utf8proc_int32_t>(next.code), &state))
      break;
    cluster.width = next.code == emoji_form ? std::max(cluster.width, 2)
                                            : cluster.width + width_of(next.code);
    cluster.end += next.size;
    character = next;
  }
  return cluster;
}

bool is_punctuation(char32_t code) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code));
  return category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO;
}
bool is_opening(char32_t code) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(code)) == UTF8PROC_CATEGORY_PS;
}

// Whether a line may end between two characters of which one is wide: as Chinese and Japanese are set, where no line
// begins with a full stop or ends with an opening bracket. Quotation marks stay with what they stand at.
bool may_part(char32_t before, char32_t after) {
  if (width_of(before) < 2 && width_of(after) < 2) return false;
  if (is_opening(before) || (is_punctuation(before) && width_of(before) < 2)) return false;
  return !is_punctuation(after) || (is_opening(after) && width_of(after) >= 2);
}

// Where each character of `text` begins, and the columns before it; one more entry for the end.
struct Column {
  std::size_t byte;
  int columns;
};

std::vector<Column> columns_of(std::string_view text) {
  std::vector<Column> all{{0, 0}};
  for (std::size_t at = 0; at < text.size();) {
    const Cluster cluster = cluster_at(text, at);
    at = cluster.end;
    all.push_back({at, all.back().columns + cluster.width});
  }
  return all;
}

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Cluster cluster = cluster_at(text, at);
    width += cluster.width;
    at = cluster.end;
  }
  return width;
}

std::string_view beginning(std::string_view text, int columns) {
  int width = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const Cluster cluster = cluster_at(text, at);
    width += cluster.width;
    if (width > columns) break;
    at = cluster.end;
  }
  return text.substr(0, at);
}

std::string_view ending(std::string_view text, int columns) {
  const std::vector<Column> all = columns_of(text);
  std::size_t at = all.size() - 1;
  while (at > 0 && all.back().columns - all[at - 1].columns <= columns) --at;
  return text.substr(all[at].byte);
}

std::string shortened(std::string_view text, int columns) {
  if (display_width(text) <= columns) return std::string(text);
  return std::string(beginning(text, columns - 1)) + std::string(ellipsis);
}

std::string shortened_in_front(std::string_view text, int columns) {
  if (display_width(text) <= columns) return std::string(text);
  return std::string(ellipsis) + std::string(ending(text, columns - 1));
}

std::vector<Span> wrap(std::string_view text, int columns, int first) {
  std::vector<Span> lines;
  const auto add = [&lines](std::size_t begin, std::size_t end) {
    lines.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
  };
  int room = first;
  std::size_t line = 0;   // where the line begins
  std::size_t good = 0;   // where it may end: the end of its last whole word
  std::size_t next = 0;   // where the line after it would begin then
  std::size_t joint = 0;  // after a hyphen or slash: where a word may be parted that takes more than a line
  int width = 0;          // of [line, at)
  char32_t before = ' ';  // the character before `at`
  for (std::size_t at = 0; at < text.size();) {
    const Cluster cluster = cluster_at(text, at);
    const bool is_space = text[at] == ' ';
    const char32_t character = character_at(text, at).code;
    if (is_space) {
      if (at == 0 || text[at - 1] != ' ') good = at;
      next = cluster.end;
    } else if (at > line && before != ' ' && may_part(before, character)) {
      good = next = at;
    }
    width += cluster.width;
    before = character;
    if (width <= room || is_space) {  // spaces may hang over the edge: nothing shows there
      at = cluster.end;
      if (character == '-' || character == '/') joint = at;
      continue;
    }
    if (next <= line) {  // a word longer than the line, or a character wider than it
      good = next = joint > line ? joint : at > line ? at : cluster.end;
    }
    add(line, good);
    at = line = joint = next;
    room = columns;
    width = 0;
    before = ' ';
  }
  std::size_t end = text.size();
  while (end > line && text[end - 1] == ' ') --end;
  if (end > line || lines.empty()) add(line, end);
  return lines;
}

}  // namespace decant
