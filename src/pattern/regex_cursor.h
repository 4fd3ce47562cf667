// A place in a regex that moves on: the tokens of RE2's syntax that need no grammar.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace decant {

struct Repetition {
  int low = 1;
  int high = 1;  // < 0: no limit
  bool is_lazy = false;
};

class RegexCursor {
 public:
  // The regex is one that RE2 accepts, and outlives this.
  explicit RegexCursor(std::string_view regex) : regex_(regex) {}

  bool at_end(std::size_t ahead = 0) const { return at_ + ahead >= regex_.size(); }
  // '\0' behind the end.
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < regex_.size() ? regex_[at_ + ahead] : '\0';
  }
  void advance(std::size_t bytes = 1) { at_ += bytes; }
  // Moves past the next `bytes`, which stand here, and gives them.
  std::string_view take(std::size_t bytes) {
    const std::string_view taken = regex_.substr(at_, bytes);
    at_ += bytes;
    return taken;
  }
  // Moves past `text` if it stands here.
  bool skip(std::string_view text);
  // Moves behind the next `text`; false, and to the end, if there is none.
  bool skip_behind(std::string_view text);
  void skip_all() { at_ = regex_.size(); }

  // The character here.
  uint32_t rune();
  // \n, \t and their like, whose backslash has been passed: the control character; nullopt, and nothing is passed, if none stands here.
  std::optional<char> control();
  // What stands after \x: two digits, or any number of them in braces.
  std::optional<uint32_t> hex();
  // ?, *, +, {n}, {n,} or {n,m}; other braces are plain text to RE2.
  std::optional<Repetition> repetition();

 private:
  std::optional<int> number();

  std::string_view regex_;
  std::size_t at_ = 0;
};

}  // namespace decant
