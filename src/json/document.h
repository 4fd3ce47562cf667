// The JSON reader's only door. A document is parsed once into a flat tree that knows the source bytes of every value, so
// that a finding inside an escaped string still points at the right column. simdjson does the reading.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/result.h"
#include "base/span.h"

namespace decant::json {

enum class Kind : uint8_t { null, boolean, number, string, array, object };

class Document;

// A light handle on one value; valid as long as its document.
class Value {
 public:
  Value() = default;  // "no such value": is_null(), and every lookup in it is "no such value" again
  bool exists() const { return document_ != nullptr; }
  Kind kind() const;
  bool is(Kind kind) const { return exists() && this->kind() == kind; }

  // The member with this key (the last one, if it stands twice), or "no such value".
  Value operator[](std::string_view key) const;
  // Members or elements in order; empty for scalars.
  std::vector<Value> items() const;
  std::string_view key() const;  // of a member, unescaped; empty for elements

  // The value as a person would write it: a string unescaped, a number or boolean as it stands, "" otherwise.
  std::string text() const;
  std::optional<double> number() const;  // of a number, or of a string that is one
  std::optional<bool> boolean() const;
  Span source() const;  // bytes of the document, a string with its quotes

  // Calls piece(text, source bytes) for the runs of a string: plain runs as they stand, each escape on its own.
  // REQUIRES: is(Kind::string). Lone surrogates become U+FFFD.
  template <typename F>
  void pieces(F&& piece) const;

 private:
  friend class Document;
  Value(const Document* document, uint32_t node) : document_(document), node_(node) {}
  const Document* document_ = nullptr;
  uint32_t node_ = 0;
};

}  // namespace decant::json
