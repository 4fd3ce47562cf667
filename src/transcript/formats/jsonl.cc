// One conversation a line, or one turn a line: then the whole file must be seen before the first
// conversation is complete, which is why it is a format of its own. A line that cannot be read is
// an error of its own and the next one is read all the same.
#include <cstring>

#include "transcript/formats/documents.h"
#include "transcript/formats/readers.h"
#include "transcript/mappings.h"

namespace decant {
namespace {

constexpr int certain = 95;
constexpr int likely = 45;  // objects, but nothing in sight says of which product

constexpr std::size_t most_lines_looked_at = 16;

// The next line of `bytes` from `at` on, without its break.
std::string_view line_at(std::string_view bytes, std::size_t at) {
  const void* found = std::memchr(bytes.data() + at, '\n', bytes.size() - at);
  if (found == nullptr) return bytes.substr(at);
  return bytes.substr(
      at, static_cast<std::size_t>(static_cast<const char*>(found) - bytes.data()) - at);
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// No JSON value goes on with { on the line after one that ends so: only the lines of two values do.
bool ends_value(std::string_view line) {
  const char last = line[line.find_last_not_of(" \t\r")];
  return last == '}' || last == ']';
}

// Whether a line starts as an object, or is a list of objects.
bool starts_value(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t\r");
  const std::size_t second = line.find_first_not_of(" \t\r", first + 1);
  if (second == std::string_view::npos) return false;
  if (line[first] == '[') return line[second] == '{' && ends_value(line);
  return line[first] == '{' && (line[second] == '"' || line[second] == '}');
}

}  // namespace

int recognise_jsonl(std::string_view head, bool whole) {
  bool has_turns = false, is_after_value = false;
  std::size_t values = 0;
  for (std::size_t at = 0; at < head.size() && values < most_lines_looked_at;) {
    const std::string_view line = line_at(head, at);
    at += line.size() + 1;
    if (is_blank(line)) continue;
    if (!starts_value(line)) {
      // A line that is no JSON behind one that is: a broken one among others, unless the value before goes on.
      const char first = line[line.find_first_not_of(" \t\r")];
      return is_after_value && first != ',' && first != '}' && first != ']' ? (has_turns ? certain : likely) : 0;
    }
    has_turns |= line.find("\"turns\"") != std::string_view::npos;
    if (is_after_value) return has_turns ? certain : likely;
    is_after_value = ends_value(line);
    ++values;
  }
  // One line that is longer than the head: this reader can do with one line as well as with many.
  if (values == 1 && !whole && head.find('\n') == std::string_view::npos)
    return has_turns ? certain : likely;
  return 0;
}

int recognise_turns(std::string_view head, bool) {
  std::size_t at = 0;
  while (at < head.size() && is_blank(line_at(head, at))) at += line_at(head, at).size() + 1;
  if (at >= head.size() || head[at] != '{') return 0;
  const std::string_view line = line_at(head, at);
  if (line.find("\"turns\"") != std::string_view::npos) return 0;
  // The JSON library reads past the end.
  const std::string padded = std::string(line) + std::string(block_padding, '\0');
  json::Document document;
  if (document.parse(std::string_view(padded).substr(0, line.size()))) return 0;
  const Mapping* const mapping = mapping_for(document.root(), nullptr);
  return mapping != nullptr && mapping->is_turn() ? certain : 0;
}

std::size_t cut_lines(std::string_view bytes) {
  return bytes.rfind('\n') + 1;
}

void read_jsonl(const Block& block, const Sink& sink) {
  json::Document document;
  SourceLines lines(block.path, block.bytes, block.first_line);
  DocumentReader reader({block, lines, sink});
  uint32_t line_number = block.first_line;
  for (std::size_t at = 0; at < block.bytes.size(); ++line_number) {
    const std::string_view line = line_at(block.bytes, at);
    if (!is_blank(line)) {
      if (std::optional<Error> error = document.parse(line, block.path, line_number)) {
        sink.error(std::move(*error));
      } else {
        reader.read(document, static_cast<uint32_t>(at));
      }
    }
    at += line.size() + 1;
  }
  reader.finish();
}

}  // namespace decant
