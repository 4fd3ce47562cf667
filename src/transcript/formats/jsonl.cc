// One conversation a line. A line that cannot be read is an error of its own and the next one is
// read all the same.
#include <cstring>

#include "transcript/formats/conversation_json.h"
#include "transcript/formats/readers.h"

namespace decant {
namespace {

constexpr int certain = 95;
constexpr int likely = 45;  // objects, but nothing in sight says of which product

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

}  // namespace

int recognise_jsonl(std::string_view head, bool whole) {
  std::size_t objects = 0;
  bool has_turns = false;
  for (std::size_t at = 0; at < head.size() && objects < 2;) {
    const std::string_view line = line_at(head, at);
    at += line.size() + 1;
    if (is_blank(line)) continue;
    const std::size_t first = line.find_first_not_of(" \t\r");
    const std::size_t second = line.find_first_not_of(" \t\r", first + 1);
    if (line[first] != '{' || second == std::string_view::npos ||
        (line[second] != '"' && line[second] != '}'))
      return 0;
    has_turns |= line.find("\"turns\"") != std::string_view::npos;
    ++objects;
  }
  if (objects == 2) return has_turns ? certain : likely;
  // One line that is longer than the head: this reader can do with one line as well as with many.
  if (objects == 1 && !whole && head.find('\n') == std::string_view::npos)
    return has_turns ? certain : likely;
  return 0;
}

void read_jsonl(const Block& block, const Sink& sink) {
  json::Document document;
  SourceLines lines(block.path, block.bytes, block.first_line);
  uint32_t line_number = block.first_line;
  for (std::size_t at = 0; at < block.bytes.size(); ++line_number) {
    const std::string_view line = line_at(block.bytes, at);
    if (!is_blank(line)) {
      if (std::optional<Error> error = document.parse(line, block.path, line_number)) {
        sink.error(std::move(*error));
      } else {
        read_conversation(document, document.root(), {block, static_cast<uint32_t>(at), lines},
                          sink);
      }
    }
    at += line.size() + 1;
  }
}

}  // namespace decant
