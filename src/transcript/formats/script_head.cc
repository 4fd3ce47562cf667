#include "transcript/formats/script_head.h"

#include <fmt/format.h>

#include "transcript/formats/fields.h"
#include "yaml/reader.h"

namespace decant {
namespace {

constexpr std::string_view fence = "---";
constexpr std::size_t longest_head = 64 << 10;

std::string_view line_at(std::string_view text, std::size_t at) {
  return text.substr(at, std::min(text.find('\n', at), text.size()) - at);
}

}  // namespace

std::size_t size_of_head(std::string_view text) {
  if (trim(line_at(text, 0)) != fence) return 0;
  for (std::size_t at = line_at(text, 0).size() + 1; at < text.size() && at < longest_head;) {
    const std::string_view line = line_at(text, at);
    at += line.size() + 1;
    if (trim(line) == fence) return std::min(at, text.size());
  }
  return 0;
}

bool has_open_head(std::string_view text) {
  if (trim(line_at(text, 0)) != fence || size_of_head(text) > 0) return false;
  const std::size_t second = std::min(line_at(text, 0).size() + 1, text.size());
  const std::string_view line = line_at(text, second);
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos && colon > 0 && line.find_first_of(" \"{[") > colon;
}

Errors read_head(std::string_view path, std::string_view head, Transcript& transcript) {
  // Without the fences, but with the first one's line, so that lines count as in the file.
  std::string yaml = "\n" + std::string(head.substr(line_at(head, 0).size() + 1));
  const std::size_t end = yaml.rfind(fence);
  yaml.resize(end);
  if (trim(yaml).empty()) return {};
  const auto document = yaml::parse(std::string(path), std::move(yaml));
  if (!document) return document.errors();
  Errors errors;
  yaml::Reader reader(errors);
  const yaml::Node root = (*document)->root();
  if (!root.is_map()) {
    reader.fail(root, "the head of a script holds keys", "such as channel: chat");
    return errors;
  }
  for (const auto& [key, value] : root.entries()) {
    if (key.text() == "must_say") {
      for (const yaml::Node& text : reader.texts(value, "must_say"))
        transcript.must_say.emplace_back(text.text());
    } else if (value.is_scalar()) {
      set_field(transcript, key.text(), value.text());
    } else if (value.is_sequence()) {
      for (const yaml::Node& item : value.items())
        if (item.is_scalar()) transcript.meta.emplace_back(key.text(), item.text());
    }
  }
  return errors;
}

}  // namespace decant
