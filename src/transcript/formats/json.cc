// A whole file that is one JSON value: a conversation, a list of them, or the document of another
// product.
#include "transcript/formats/documents.h"
#include "transcript/formats/readers.h"

namespace decant {
namespace {

constexpr int certain = 90;
constexpr int likely = 70;    // a list, or an object over several lines
constexpr int possible = 40;  // JSON, but nothing in sight says of which product

}  // namespace

int recognise_json(std::string_view head, bool whole) {
  if (recognise_jsonl(head, whole) > 0) return 0;
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || (head[first] != '{' && head[first] != '[')) return 0;
  const std::size_t second = head.find_first_not_of(" \t\r\n", first + 1);
  const bool is_object = head[first] == '{';
  // "[00:12] Agent: …" is no JSON list, "{name}, thank you" no object.
  if (second == std::string_view::npos) return is_object ? possible : 0;
  if (is_object && head[second] != '"' && head[second] != '}') return 0;
  if (!is_object && std::string_view("{]\"[").find(head[second]) == std::string_view::npos) return 0;
  if (head.find("\"turns\"") == std::string_view::npos) return possible;
  return head.find("\"text\"") == std::string_view::npos ? likely : certain;
}

void read_json(const Block& block, const Sink& sink) {
  json::Document document;
  if (std::optional<Error> error = document.parse(block.bytes, block.path, block.first_line)) {
    sink.error(std::move(*error));
    return;
  }
  SourceLines lines(block.path, block.bytes, block.first_line);
  DocumentReader reader({block, lines, sink});
  reader.read(document, 0);
  reader.finish();
}

}  // namespace decant
