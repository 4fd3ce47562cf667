// The second half of parsing: from the places where values, strings and punctuation start to a tree
// of nodes, with the checks of the grammar and messages that say what was expected. Only
// document.cc includes this.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "json/document.h"

namespace decant::json {

// What is wrong with the strings of a text in which some string is not closed or holds a raw
// control character.
struct StringFault {
  uint32_t place = 0;
  std::string_view what, hint;
};
StringFault find_string_fault(std::string_view bytes);

// Iterative, so that no depth of nesting can exhaust the stack.
class Walk {
 public:
  // `starts`: bytes where a string, a scalar or punctuation starts, in order.
  Walk(Document& document, std::span<const uint32_t> starts)
      : document_(document), bytes_(document.bytes_), starts_(starts) {}
  std::optional<Error> run();

 private:
  bool at_end() const { return next_ == starts_.size(); }
  uint32_t place() const {
    return at_end() ? static_cast<uint32_t>(bytes_.size()) : starts_[next_];
  }
  char peek() const { return at_end() ? '\0' : bytes_[starts_[next_]]; }
  bool fail(uint32_t at, std::string what, std::string hint = {});

  bool members();
  bool value();
  bool key();
  bool string(uint32_t& end, bool& has_escapes);
  bool scalar(Document::Node& node);
  bool check_escapes(Span content);

  Document& document_;
  std::string_view bytes_;
  std::span<const uint32_t> starts_;
  std::size_t next_ = 0;
  std::vector<uint32_t> open_;  // nodes of the containers around the current place
  Document::Node member_;       // carries the key to the value it belongs to
  std::optional<Error> error_;
};

}  // namespace decant::json
