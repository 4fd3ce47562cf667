// The JSON reader's only door. A document is parsed once into a flat tree that knows the source
// bytes of every value, so that a finding inside an escaped string still points at the right
// column.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/result.h"
#include "base/source_lines.h"
#include "base/span.h"

namespace decant::json {

enum class Kind : uint8_t { null, boolean, number, string, array, object };

// "null", "a boolean", "a list" …: as messages call it.
std::string_view name(Kind kind);

// Arrays and objects deeper than this are an error.
inline constexpr std::size_t deepest_nesting = 256;

class Document;
class Items;

// A light handle on one value; valid as long as its document is neither moved nor parsed anew.
class Value {
 public:
  Value() = default;  // "no such value": every lookup in it is "no such value" again
  bool exists() const { return document_ != nullptr; }
  Kind kind() const;  // null if it does not exist
  bool is(Kind kind) const { return exists() && this->kind() == kind; }

  // The member with this key (the last one, if it stands twice), or "no such value". Looks at one
  // member after the other.
  Value operator[](std::string_view key) const;
  // Members or elements in order; empty for scalars.
  Items items() const;
  bool has_key(
      std::string_view key) const;  // whether it is a member with this key; no copy is made
  std::string key() const;          // of a member, unescaped; empty for elements

  // The value as a person would write it: a string unescaped, a number or boolean as it stands, ""
  // otherwise.
  std::string text() const;
  std::optional<double> number() const;  // of a number, or of a string that is one
  std::optional<bool> boolean() const;
  Span source() const;  // bytes of the document, a string with its quotes

  // Calls piece(text, source bytes) for the runs of a string: plain runs as they stand (views of
  // the document's bytes), each escape on its own. REQUIRES: is(Kind::string). Lone surrogates
  // become U+FFFD.
  template <typename F>
  void pieces(F&& piece) const;

 private:
  friend class Document;
  friend class Items;
  Value(const Document* document, uint32_t node) : document_(document), node_(node) {}
  const Document* document_ = nullptr;
  uint32_t node_ = 0;
};

// The members of an object or the elements of an array, for a range-for.
class Items {
 public:
  class Iterator {
   public:
    Value operator*() const { return value_; }
    Iterator& operator++();
    bool operator!=(const Iterator& other) const { return value_.node_ != other.value_.node_; }

   private:
    friend class Items;
    explicit Iterator(Value value) : value_(value) {}
    Value value_;
  };
  Iterator begin() const { return Iterator({document_, first_}); }
  Iterator end() const { return Iterator({document_, end_}); }
  bool empty() const { return first_ == end_; }
  std::size_t size() const;  // counts

 private:
  friend class Value;
  Items() = default;
  Items(const Document* document, uint32_t first, uint32_t end)
      : document_(document), first_(first), end_(end) {}
  const Document* document_ = nullptr;
  uint32_t first_ = 0, end_ = 0;
};

// A parsed text. May be parsed again with other bytes: what it has allocated stays, so that a file
// of many lines costs no more than its longest one. Belongs to one thread.
class Document {
 public:
  Document();
  ~Document();
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;

  // Reads one JSON value and nothing after it. `path` and `bytes` outlive the document;
  // `first_line` is the line of the file on which `bytes` starts. After an error there is no root.
  [[nodiscard]] std::optional<Error> parse(std::string_view bytes, std::string_view path = {},
                                           uint32_t first_line = 1);
  Value root() const { return nodes_.empty() ? Value() : Value(this, 0); }

  // An error at the place of `value` (of the whole text if there is no such value).
  Error error(Value value, std::string what, std::string hint = {});

 private:
  friend class Value;
  friend class Items;
  friend class Walk;
  // Nodes stand in the order of the text, so that a container is followed by what it holds.
  struct Node {
    uint32_t begin = 0, end = 0;          // source bytes
    uint32_t key_begin = 0, key_end = 0;  // of a member: the bytes between the quotes of its key
    uint32_t next = 0;                    // the node after this one and all it holds
    Kind kind = Kind::null;
    bool has_escapes = false;
    bool key_has_escapes = false;
    bool is_member = false;
  };
  struct Index;  // the JSON library's part

  std::string_view bytes_;
  std::vector<Node> nodes_;
  std::unique_ptr<Index> index_;
  SourceLines lines_;
};

// A document of its own for callers that read one text.
Result<Document> parse(std::string_view bytes, std::string_view path = {}, uint32_t first_line = 1);

// One escape of a valid JSON string.
struct Escape {
  char text[4];     // what it stands for, in UTF-8
  uint32_t size;    // of `text`
  uint32_t length;  // bytes of source it takes
  std::string_view view() const { return {text, size}; }
};

// REQUIRES: `at` is the backslash of an escape inside a string of a parsed document.
Escape decode_escape(std::string_view bytes, uint32_t at);

// Calls piece(text, source bytes) for the runs of the string content `span` of `bytes`.
template <typename F>
void for_each_piece(std::string_view bytes, Span span, bool has_escapes, F&& piece) {
  uint32_t at = span.begin;
  while (has_escapes && at < span.end) {
    const std::size_t found = bytes.substr(0, span.end).find('\\', at);
    if (found == std::string_view::npos) break;
    const uint32_t backslash = static_cast<uint32_t>(found);
    if (backslash > at) piece(bytes.substr(at, backslash - at), Span{at, backslash});
    const Escape escape = decode_escape(bytes, backslash);
    at = backslash + escape.length;
    piece(escape.view(), Span{backslash, at});
  }
  if (at < span.end) piece(bytes.substr(at, span.end - at), Span{at, span.end});
}

template <typename F>
void Value::pieces(F&& piece) const {
  const Document::Node& node = document_->nodes_[node_];
  for_each_piece(document_->bytes_, {node.begin + 1, node.end - 1}, node.has_escapes, piece);
}

}  // namespace decant::json
