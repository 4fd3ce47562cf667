// Bytes → UTF-8. What a byte-order mark or the bytes themselves say of the encoding of a file, and the way from there. The door
// of uchardet, which guesses, and of iconv, which converts.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace decant {

// The encoding of a file that starts with `head`, if it must be known before anything is read: UTF-16 or UTF-32, told by a mark
// or, for UTF-16, by where its zero bytes stand. Empty otherwise. A mark's size goes into `mark`.
std::string wide_encoding(std::string_view head, std::size_t& mark);

// The encoding of `bytes`, of which some are no UTF-8: "" if they are UTF-8 all the same, with damage that is to be repaired,
// else one of a byte or more a character.
std::string guessed_encoding(std::string_view bytes);

class Recoder {
 public:
  // Null if nobody knows the encoding.
  static std::unique_ptr<Recoder> create(const std::string& encoding);
  ~Recoder();
  Recoder(const Recoder&) = delete;
  Recoder& operator=(const Recoder&) = delete;

  // Adds what `bytes` mean to `out`; what stands for nothing becomes U+FFFD. A character that is not complete waits for the next
  // bytes, unless `is_last`. Returns how many bytes meant nothing.
  uint64_t add(std::string_view bytes, bool is_last, std::string& out);

 private:
  explicit Recoder(void* converter) : converter_(converter) {}

  void* converter_;
  std::string waiting_;
};

}  // namespace decant
