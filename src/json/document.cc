// simdjson finds the structure (its first stage: where strings, braces and scalars start, that
// every string is closed and that the bytes are UTF-8), which is the costly part. The walk over
// these places is ours, because neither of simdjson's own tree and iterator says where a value ends
// or what a person should do about a mistake.
#include "json/document.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <limits>

#include "json/walk.h"

namespace decant::json {

struct Document::Index {
  std::unique_ptr<simdjson::internal::dom_parser_implementation> stage;
  std::size_t capacity = 0;
};

Document::Document() = default;
Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

std::string_view name(Kind kind) {
  switch (kind) {
    case Kind::null:
      return "null";
    case Kind::boolean:
      return "a boolean";
    case Kind::number:
      return "a number";
    case Kind::string:
      return "a string";
    case Kind::array:
      return "a list";
    case Kind::object:
      return "an object";
  }
  return "";
}

std::optional<Error> Document::parse(std::string_view bytes, std::string_view path,
                                     uint32_t first_line) {
  nodes_.clear();
  bytes_ = bytes;
  lines_ = SourceLines(path, bytes, first_line);
  if (bytes.size() >= std::numeric_limits<uint32_t>::max() - 64)
    return Error{
        {std::string(path), 0, 0}, "is larger than 4 GiB", "split it into smaller files", {}};

  if (!index_) index_ = std::make_unique<Index>();
  simdjson::error_code code = simdjson::SUCCESS;
  if (!index_->stage || index_->capacity < bytes.size()) {
    const std::size_t wanted = std::max<std::size_t>(bytes.size() + bytes.size() / 2, 4096);
    index_->capacity = std::min<std::size_t>(wanted, std::numeric_limits<uint32_t>::max());
    code = simdjson::get_active_implementation()->create_dom_parser_implementation(
        index_->capacity, deepest_nesting, index_->stage);
  }
  if (!code && !bytes.empty())
    code = index_->stage->stage1(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size(),
                                 simdjson::stage1_mode::regular);
  switch (code) {
    case simdjson::SUCCESS:
      break;
    case simdjson::EMPTY:
      break;
    case simdjson::MEMALLOC:
      index_->capacity = 0;
      index_->stage.reset();
      return Error{
          {std::string(path), first_line, 0}, "is too large for the memory there is", {}, {}};
    case simdjson::UTF8_ERROR:
      return lines_.error(0, "the text is not valid UTF-8");
    default: {
      const StringFault fault = find_string_fault(bytes);
      return lines_.error(fault.place, std::string(fault.what), std::string(fault.hint));
    }
  }
  const bool is_blank = bytes.empty() || code == simdjson::EMPTY;
  if (is_blank) return lines_.error(0, "there is no JSON value here");

  Walk walk(*this, std::span(index_->stage->structural_indexes.get(),
                             index_->stage->n_structural_indexes));
  std::optional<Error> error = walk.run();
  if (error) nodes_.clear();
  return error;
}

Error Document::error(Value value, std::string what, std::string hint) {
  return lines_.error(value.exists() ? value.source().begin : 0, std::move(what), std::move(hint));
}

Result<Document> parse(std::string_view bytes, std::string_view path, uint32_t first_line) {
  Document document;
  if (std::optional<Error> error = document.parse(bytes, path, first_line)) return *error;
  return document;
}

Kind Value::kind() const {
  return exists() ? document_->nodes_[node_].kind : Kind::null;
}

Span Value::source() const {
  if (!exists()) return {};
  const Document::Node& node = document_->nodes_[node_];
  return {node.begin, node.end};
}

bool Value::has_key(std::string_view key) const {
  if (!exists() || !document_->nodes_[node_].is_member) return false;
  const Document::Node& node = document_->nodes_[node_];
  if (node.key_has_escapes) return this->key() == key;
  return document_->bytes_.substr(node.key_begin, node.key_end - node.key_begin) == key;
}

std::string Value::key() const {
  std::string out;
  if (!exists() || !document_->nodes_[node_].is_member) return out;
  const Document::Node& node = document_->nodes_[node_];
  for_each_piece(document_->bytes_, {node.key_begin, node.key_end}, node.key_has_escapes,
                 [&](std::string_view text, Span) { out += text; });
  return out;
}

Value Value::operator[](std::string_view key) const {
  Value found;
  if (!is(Kind::object)) return found;
  for (Value member : items())
    if (member.has_key(key)) found = member;
  return found;
}

Items Value::items() const {
  if (!is(Kind::array) && !is(Kind::object)) return {};
  return {document_, node_ + 1, document_->nodes_[node_].next};
}

Items::Iterator& Items::Iterator::operator++() {
  value_.node_ = value_.document_->nodes_[value_.node_].next;
  return *this;
}

std::size_t Items::size() const {
  std::size_t count = 0;
  for (uint32_t node = first_; node != end_; node = document_->nodes_[node].next) ++count;
  return count;
}

std::string Value::text() const {
  std::string out;
  switch (kind()) {
    case Kind::null:
    case Kind::array:
    case Kind::object:
      break;
    case Kind::boolean:
    case Kind::number:
      out = document_->bytes_.substr(source().begin, source().size());
      break;
    case Kind::string:
      pieces([&](std::string_view text, Span) { out += text; });
      break;
  }
  return out;
}

std::optional<double> Value::number() const {
  if (!is(Kind::number) && !is(Kind::string)) return std::nullopt;
  std::string_view digits = document_->bytes_.substr(source().begin, source().size());
  if (is(Kind::string)) digits = digits.substr(1, digits.size() - 2);
  double value = 0;
  const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (status != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  if (!(value - value == 0)) return std::nullopt;  // "inf" and "nan" are words, not numbers
  return value;
}

std::optional<bool> Value::boolean() const {
  if (!is(Kind::boolean)) return std::nullopt;
  return document_->bytes_[source().begin] == 't';
}

}  // namespace decant::json
