// Files → blocks of valid UTF-8, whatever they are compressed with and however they are encoded. A file is read whole into one
// buffer; one that is larger than a block and may be cut is read part by part, so that memory stays flat however large it is.
//
// Places in what was read are places in the UTF-8 text. Its lines are those of the file; its columns are, too, unless the file was
// recoded or repaired. A carriage return alone ends a line, and is read as a line feed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "base/result.h"
#include "input/archive.h"
#include "input/byte_source.h"
#include "input/encoding.h"

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

// How many bytes at the start of `bytes` are whole parts; 0 if there is no place to cut.
using CutPlace = std::size_t (*)(std::string_view bytes);

// A file being read. Not shared by threads, but may move from one to another.
class InputFile {
 public:
  // "-" is standard input. "export.zip/chats/7.json" is a file in an archive, as findings name it.
  static Result<InputFile> open(const std::string& path);
  static Result<InputFile> open(const Archive& archive, const Archive::Member& member);
  InputFile(InputFile&&) noexcept = default;
  InputFile& operator=(InputFile&&) noexcept = default;

  const std::string& path() const { return path_; }
  uint32_t next_line() const { return line_; }  // of the block that comes next
  // Known after the first read(): the file is an archive, and there is nothing else to do with it than to open that.
  bool is_archive() const { return is_archive_; }
  Result<std::shared_ptr<const Archive>> open_archive(const Buffer& first_block);
  // The encoding the file is read as, if it is not UTF-8.
  const std::string& encoding() const { return encoding_; }
  // The same if nothing but its bytes says so, and once only.
  std::string take_guess() { return std::exchange(is_guess_untold_, false) ? encoding_ : std::string(); }

  // Reads one block. Sets `is_last` if it reaches the end. Bytes that stand for nothing become U+FFFD and are counted in
  // `repaired`; a byte-order mark at the start of the file is left out.
  std::optional<Error> read(Buffer& buffer, bool& is_last, uint64_t& repaired);
  // Takes the part of `buffer` behind the last place to cut back, to be the start of the next block. Reads on until it holds
  // `least` bytes, and until there is such a place.
  std::optional<Error> cut(Buffer& buffer, bool& is_last, uint64_t& repaired, CutPlace place, std::size_t least = 0);
  // Reads the rest of the file behind what `buffer` holds.
  std::optional<Error> read_rest(Buffer& buffer, uint64_t& repaired);

 private:
  static std::optional<Result<InputFile>> open_in_archive(const std::string& path);
  InputFile(std::string path, std::unique_ptr<ByteSource> source) : path_(std::move(path)), source_(std::move(source)) {}
  std::optional<Error> fill(Buffer& buffer, std::size_t up_to, bool& is_last);
  std::optional<Error> unwrap(Buffer& buffer, bool& is_last);
  std::optional<Error> append(Buffer& buffer, std::size_t up_to, bool& is_last, uint64_t& repaired);
  void take_back(Buffer& buffer);
  void hold_back_unfinished(Buffer& buffer);
  void recode(Buffer& buffer, std::size_t from, bool is_last);
  void make_valid(Buffer& buffer, std::size_t from, bool is_last, uint64_t& repaired);
  Error error(std::string what, std::string hint = {}) const { return {{path_}, std::move(what), std::move(hint), ""}; }

  std::string path_;
  std::unique_ptr<ByteSource> source_;
  std::unique_ptr<Recoder> recoder_;  // null: what the source gives is taken for UTF-8
  std::string encoding_;
  bool is_guess_untold_ = false;
  bool is_utf8_sure_ = false;
  bool is_archive_ = false;
  uint64_t strange_ = 0;  // bytes that meant nothing to the recoder and have not been told
  uint32_t line_ = 1;
  std::string held_back_;  // the start of the next block
  bool is_start_ = true;
};

}  // namespace decant
