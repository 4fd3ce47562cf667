#include "json/walk.h"

#include <charconv>

namespace decant::json {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_hex(std::string_view digits) {
  return digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

// -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?
bool is_number(std::string_view token) {
  std::size_t at = 0;
  const auto digits = [&] {
    const std::size_t from = at;
    while (at < token.size() && is_digit(token[at])) ++at;
    return at - from;
  };
  if (at < token.size() && token[at] == '-') ++at;
  const std::size_t whole = at;
  if (digits() == 0 || (token[whole] == '0' && at - whole > 1)) return false;
  if (at < token.size() && token[at] == '.') {
    ++at;
    if (digits() == 0) return false;
  }
  if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
    ++at;
    if (at < token.size() && (token[at] == '-' || token[at] == '+')) ++at;
    if (digits() == 0) return false;
  }
  return at == token.size();
}

std::string hint_for(std::string_view token) {
  if (token.starts_with('\'') || token.starts_with("\xE2\x80\x9C"))
    return "JSON strings stand in straight double quotes";
  if (token == "True" || token == "False" || token == "None")
    return "JSON writes true, false and null";
  if (token == "NaN" || token == "Infinity" || token == "-Infinity" || token == "undefined")
    return "JSON has no such number; write null";
  if (token.starts_with("//") || token.starts_with('#')) return "JSON has no comments";
  return "a value is a string in double quotes, a number, true, false, null, [ … ] or { … }";
}

uint32_t four_hex(std::string_view bytes, uint32_t at) {
  uint32_t unit = 0;
  if (at + 4 <= bytes.size()) std::from_chars(bytes.data() + at, bytes.data() + at + 4, unit, 16);
  return unit;
}

uint32_t to_utf8(uint32_t point, char* out) {
  const auto put = [&](uint32_t i, uint32_t byte) { out[i] = static_cast<char>(byte); };
  if (point < 0x80) return put(0, point), 1;
  if (point < 0x800) return put(0, 0xC0 | point >> 6), put(1, 0x80 | (point & 0x3F)), 2;
  if (point < 0x10000)
    return put(0, 0xE0 | point >> 12), put(1, 0x80 | (point >> 6 & 0x3F)),
           put(2, 0x80 | (point & 0x3F)), 3;
  put(0, 0xF0 | point >> 18), put(1, 0x80 | (point >> 12 & 0x3F));
  put(2, 0x80 | (point >> 6 & 0x3F)), put(3, 0x80 | (point & 0x3F));
  return 4;
}

}  // namespace

Escape decode_escape(std::string_view bytes, uint32_t at) {
  const char c = bytes[at + 1];
  if (c != 'u') {
    const char meant = c == 'n'   ? '\n'
                       : c == 't' ? '\t'
                       : c == 'r' ? '\r'
                       : c == 'b' ? '\b'
                       : c == 'f' ? '\f'
                                  : c;
    return {{meant}, 1, 2};
  }
  Escape escape{{}, 0, 6};
  uint32_t point = four_hex(bytes, at + 2);
  if (point >= 0xD800 && point < 0xE000) {
    const bool has_second = point < 0xDC00 && bytes.substr(at + 6, 2) == "\\u";
    const uint32_t low = has_second ? four_hex(bytes, at + 8) : 0;
    if (low >= 0xDC00 && low < 0xE000) {
      point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
      escape.length = 12;
    } else {
      point = 0xFFFD;
    }
  }
  escape.size = to_utf8(point, escape.text);
  return escape;
}

StringFault find_string_fault(std::string_view bytes) {
  bool is_inside = false;
  std::size_t opened = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (c == '"') {
      is_inside = !is_inside;
      opened = at;
    } else if (c == '\\' && is_inside) {
      ++at;
    } else if (is_inside && static_cast<unsigned char>(c) < 0x20) {
      if (c == '\n' || c == '\r')
        return {static_cast<uint32_t>(opened),
                "the string that starts here does not end on its line",
                "close it with a double quote; a line break inside a string is written \\n"};
      return {static_cast<uint32_t>(at), "a control character stands inside a string",
              "write it as an escape, a tab as \\t"};
    }
  }
  return {static_cast<uint32_t>(opened), "the string that starts here is never closed",
          "is the file complete?"};
}

bool Walk::fail(uint32_t at, std::string what, std::string hint) {
  error_ = document_.lines_.error(at, std::move(what), std::move(hint));
  return false;
}

std::optional<Error> Walk::run() {
  if (value() && members() && !at_end())
    fail(place(), "something follows the end of the JSON value",
         "one value is expected; for one object a line the format is jsonl");
  return std::move(error_);
}

// All that stands inside the containers that are open, up to the end of the outermost.
bool Walk::members() {
  while (!open_.empty()) {
    const uint32_t node = open_.back();
    const bool is_object = document_.nodes_[node].kind == Kind::object;
    const char closing = is_object ? '}' : ']';
    const bool is_first = document_.nodes_.size() == node + 1;
    if (peek() == closing) {
      document_.nodes_[node].end = place() + 1;
      document_.nodes_[node].next = static_cast<uint32_t>(document_.nodes_.size());
      open_.pop_back();
      ++next_;
      continue;
    }
    if (at_end())
      return fail(document_.nodes_[node].begin,
                  is_object ? "the object that starts here is never closed"
                            : "the list that starts here is never closed",
                  "is the file complete?");
    if (!is_first) {
      if (peek() != ',')
        return fail(
            place(), std::string("expected ',' or '") + closing + "'",
            is_object ? "members are separated by commas" : "elements are separated by commas");
      ++next_;
      if (peek() == closing)
        return fail(place(), std::string("a comma stands before '") + closing + "'",
                    "JSON allows no comma after the last one");
    }
    if (is_object && !key()) return false;
    if (!value()) return false;
  }
  return true;
}

bool Walk::key() {
  if (peek() != '"')
    return fail(
        place(),
        at_end() ? "the text ends where a key should stand" : "expected a key in double quotes",
        at_end() ? "is the file complete?" : "write \"key\": value");
  member_.key_begin = place() + 1;
  uint32_t end = 0;
  if (!string(end, member_.key_has_escapes)) return false;
  member_.key_end = end - 1;
  member_.is_member = true;
  if (peek() != ':') return fail(place(), "expected ':' after the key");
  ++next_;
  return true;
}

bool Walk::value() {
  Document::Node node = std::exchange(member_, {});
  if (at_end())
    return fail(place(), "the text ends where a value should stand", "is the file complete?");
  node.begin = place();
  switch (const char c = peek()) {
    case '{':
    case '[':
      if (open_.size() == deepest_nesting)
        return fail(place(), "lists and objects are nested more than " +
                                 std::to_string(deepest_nesting) + " deep");
      node.kind = c == '{' ? Kind::object : Kind::array;
      open_.push_back(static_cast<uint32_t>(document_.nodes_.size()));
      ++next_;
      break;
    case '"':
      node.kind = Kind::string;
      if (!string(node.end, node.has_escapes)) return false;
      break;
    case '}':
    case ']':
    case ',':
    case ':':
      return fail(place(), std::string("expected a value before '") + c + "'");
    default:
      if (!scalar(node)) return false;
  }
  node.next = static_cast<uint32_t>(document_.nodes_.size()) + 1;
  document_.nodes_.push_back(node);
  return true;
}

// The string that starts here ends with the last quote before the next start: only space may stand
// between.
bool Walk::string(uint32_t& end, bool& has_escapes) {
  const uint32_t begin = place();
  ++next_;
  end = place();
  while (end > begin + 1 && is_space(bytes_[end - 1])) --end;
  if (end < begin + 2 || bytes_[end - 1] != '"')
    return fail(begin, "the string that starts here is not closed");
  const Span content{begin + 1, end - 1};
  has_escapes = bytes_.substr(content.begin, content.size()).find('\\') != std::string_view::npos;
  return !has_escapes || check_escapes(content);
}

bool Walk::check_escapes(Span content) {
  const std::string_view text = bytes_.substr(0, content.end);
  std::size_t at = content.begin;
  while ((at = text.find('\\', at)) != std::string_view::npos) {
    const char c = at + 1 < text.size() ? text[at + 1] : '\0';
    const std::string_view digits = text.substr(std::min(at + 2, text.size()), 4);
    const bool is_valid =
        c == 'u' ? digits.size() == 4 && is_hex(digits)
                 : c != '\0' && std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos;
    if (!is_valid)
      return fail(static_cast<uint32_t>(at), "is not an escape that JSON knows",
                  "a backslash itself is written \\\\");
    at += c == 'u' ? 6 : 2;
  }
  return true;
}

bool Walk::scalar(Document::Node& node) {
  const std::size_t end = bytes_.find_first_of(" \t\r\n,:[]{}", node.begin);
  const std::string_view token =
      bytes_.substr(node.begin, end == std::string_view::npos ? end : end - node.begin);
  if (token == "true" || token == "false") {
    node.kind = Kind::boolean;
  } else if (token == "null") {
    node.kind = Kind::null;
  } else if (is_number(token)) {
    node.kind = Kind::number;
  } else {
    return fail(node.begin, "expected a JSON value", hint_for(token));
  }
  node.end = node.begin + static_cast<uint32_t>(token.size());
  ++next_;
  return true;
}

}  // namespace decant::json
