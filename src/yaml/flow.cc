#include "yaml/flow.h"

#include <fmt/format.h>

namespace decant::yaml {
namespace {

bool is_simple(std::string_view text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.front() == '-') return false;
  for (char c : text)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view(" ._/-=").find(c) != std::string_view::npos)) return false;
  return true;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') (out += '\\') += c;
    else if (c == '\n') out += "\\n";
    else if (c == '\t') out += "\\t";
    else if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') out += fmt::format("\\x{:02X}", static_cast<unsigned char>(c));
    else out += c;
  }
  return out + '"';
}

std::string scalar(const Node& node) {
  const std::string_view text = node.text();
  const bool would_change = !node.is_plain() && (text == "true" || text == "false" || text == "null");
  return is_simple(text) && !would_change ? std::string(text) : quoted(text);
}

}  // namespace

std::string flow(const Node& node) {
  std::string out;
  const auto add = [&out](const std::string& part) { out += (out.empty() ? "" : ", ") + part; };
  switch (node.kind()) {
    case Kind::null: return "null";
    case Kind::scalar: return scalar(node);
    case Kind::sequence:
      for (const Node& item : node.items()) add(flow(item));
      return '[' + out + ']';
    case Kind::map:
      for (const auto& [key, value] : node.entries()) add(scalar(key) + ": " + flow(value));
      return '{' + out + '}';
  }
  return out;
}

}  // namespace decant::yaml
