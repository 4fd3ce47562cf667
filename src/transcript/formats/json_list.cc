// A long list of conversations in one JSON value. Its elements are read one after the other, so that a file of any size can be
// read in parts, and one that is broken does not take the others with it. A list of turns is not for here: those of one
// conversation belong together.
#include <algorithm>

#include "transcript/formats/documents.h"
#include "transcript/formats/readers.h"
#include "transcript/mappings.h"

namespace decant {
namespace {

constexpr int certain = 96;
constexpr std::string_view space = " \t\r\n";

// The end of the object that starts at `at`; npos if it has none.
std::size_t object_end(std::string_view bytes, std::size_t at) {
  std::size_t depth = 0;
  for (; at < bytes.size(); ++at) {
    switch (bytes[at]) {
      case '"':
        for (++at; at < bytes.size() && bytes[at] != '"'; ++at) at += bytes[at] == '\\';
        break;
      case '{':
      case '[':
        ++depth;
        break;
      case '}':
      case ']':
        if (--depth == 0) return at + 1;
        break;
      default:
        break;
    }
  }
  return std::string_view::npos;
}

// The place of what comes next in the list: behind spaces, commas and, at the start, the bracket that opens it.
std::size_t next_place(std::string_view bytes, std::size_t at) {
  at = std::min(bytes.find_first_not_of(space, at), bytes.size());
  if (at < bytes.size() && (bytes[at] == ',' || (bytes[at] == '[' && bytes.find_first_not_of(space) == at)))
    at = std::min(bytes.find_first_not_of(space, at + 1), bytes.size());
  return at;
}

}  // namespace

int recognise_json_list(std::string_view head, bool whole) {
  if (whole) return 0;
  const std::size_t open = head.find_first_not_of(space);
  if (open == std::string_view::npos || head[open] != '[') return 0;
  const std::size_t first = next_place(head, open);
  if (first == head.size() || head[first] != '{') return 0;
  const std::size_t end = object_end(head, first);
  if (end == std::string_view::npos) return certain;  // no turn is as long as this
  const std::string padded = std::string(head.substr(first, end - first)) + std::string(block_padding, '\0');
  json::Document document;
  if (document.parse(std::string_view(padded).substr(0, end - first))) return 0;
  if (document.root()["turns"].exists()) return certain;
  const Mapping* const mapping = mapping_for(document.root(), nullptr);
  return mapping != nullptr && !mapping->is_turn() ? certain : 0;
}

std::size_t cut_json_list(std::string_view bytes) {
  std::size_t cut = 0;
  for (std::size_t at = next_place(bytes, 0); at < bytes.size() && bytes[at] == '{'; at = next_place(bytes, cut)) {
    const std::size_t end = object_end(bytes, at);
    if (end == std::string_view::npos) break;
    cut = end;
  }
  return cut;
}

void read_json_list(const Block& block, const Sink& sink) {
  json::Document document;
  SourceLines lines(block.path, block.bytes, block.first_line);
  SourceLines starts = lines;
  DocumentReader reader({block, lines, sink});
  const std::string_view bytes = block.bytes;
  std::size_t at = next_place(bytes, 0);
  bool is_cut_off = false;  // inside a conversation, which is an error of its own
  while (at < bytes.size() && bytes[at] == '{') {
    const std::size_t object = object_end(bytes, at);
    const std::size_t end = std::min(object, bytes.size());
    is_cut_off = object == std::string_view::npos;
    const Place place = starts.place(static_cast<uint32_t>(at));
    if (std::optional<Error> error = document.parse(bytes.substr(at, end - at), block.path, place.line)) {
      if (error->place.line == place.line) error->place.column += place.column - 1;
      sink.error(std::move(*error));
    } else {
      reader.read(document, static_cast<uint32_t>(at));
    }
    at = next_place(bytes, end);
  }
  reader.finish();
  const bool is_closed = at < bytes.size() && bytes[at] == ']';
  if (is_closed) at = std::min(bytes.find_first_not_of(space, at + 1), bytes.size());
  if (at < bytes.size()) {
    sink.error(starts.error(static_cast<uint32_t>(at), is_closed ? "something follows the list" : "this is no conversation of the list",
                            "a list is [{…}, {…}]; nothing behind this place was read"));
  } else if (block.is_last && !is_closed && !is_cut_off) {
    sink.error(starts.error(static_cast<uint32_t>(bytes.size()), "the list has no end", "is a part of the file missing?"));
  }
}

}  // namespace decant
