// Files → blocks of valid UTF-8. A file is read whole into one buffer; one that is larger than a block and may be cut at line
// breaks is read block by block, so that memory stays flat however large it is.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/result.h"

namespace decant {

inline constexpr std::size_t block_bytes = 4u << 20;
inline constexpr std::size_t most_bytes_whole = 512u << 20;  // of a file that cannot be cut
inline constexpr std::size_t read_padding = 64;              // readable bytes behind a block, for the JSON library

// Bytes of a file, followed by `read_padding` zero bytes. Reused from file to file.
struct Buffer {
  std::string storage;
  std::size_t size = 0;

  std::string_view bytes() const { return {storage.data(), size}; }
};

// A file being read. Not shared by threads, but may move from one to another.
class InputFile {
 public:
  // "-" is standard input.
  static Result<InputFile> open(const std::string& path);
  InputFile(InputFile&& other) noexcept;
  InputFile& operator=(InputFile&& other) noexcept;
  ~InputFile();

  const std::string& path() const { return path_; }
  uint32_t next_line() const { return line_; }  // of the block that comes next

  // Reads one block. Sets `is_last` if it reaches the end. Bytes that are no UTF-8 become 0x7F and are counted in `repaired`; a
  // byte-order mark at the start of the file is left out.
  std::optional<Error> read(Buffer& buffer, bool& is_last, uint64_t& repaired);
  // Takes the part of `buffer` after its last line break back, to be the start of the next block. If there is none, reads on
  // until there is.
  std::optional<Error> cut_at_line(Buffer& buffer, bool& is_last, uint64_t& repaired);
  // Reads the rest of the file behind what `buffer` holds.
  std::optional<Error> read_rest(Buffer& buffer, uint64_t& repaired);

 private:
  InputFile(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}
  std::optional<Error> fill(Buffer& buffer, std::size_t up_to, bool& is_last);
  void make_valid(Buffer& buffer, uint64_t& repaired);

  std::string path_;
  int descriptor_ = -1;
  uint32_t line_ = 1;
  std::string held_back_;  // the start of the next block
  bool is_start_ = true;
};

}  // namespace decant
