#include "input/read.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "text/unicode.h"

namespace decant {
namespace {

constexpr std::size_t recoded_at_once = 256 << 10;

// Bytes at the end that may be the start of a character, or of a line's end, whose rest has not been read yet.
std::size_t unfinished(std::string_view bytes) {
  if (bytes.ends_with('\r')) return 1;
  for (std::size_t back = 1; back <= 3 && back <= bytes.size(); ++back) {
    const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
    if (byte < 0x80) return 0;
    if (byte >= 0xC0) {
      const std::size_t size = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
      return size > back ? back : 0;
    }
  }
  return 0;
}

bool is_ascii(std::string_view bytes) {
  uint64_t any = 0;
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    uint64_t eight;
    std::memcpy(&eight, bytes.data() + i, 8);
    any |= eight;
  }
  for (; i < bytes.size(); ++i) any |= static_cast<unsigned char>(bytes[i]);
  return (any & 0x8080808080808080) == 0;
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const uint32_t size = character_at(bytes, at).size;
    if (size == 1) return false;
    at += size;
  }
  return true;
}

void pad(Buffer& buffer) {
  if (buffer.storage.size() < buffer.size + read_padding) buffer.storage.resize(buffer.size + read_padding);
  std::fill_n(buffer.storage.begin() + static_cast<std::ptrdiff_t>(buffer.size), read_padding, '\0');
}

void add(Buffer& buffer, std::string_view bytes) {
  if (buffer.storage.size() < buffer.size + bytes.size() + read_padding)
    buffer.storage.resize(std::max(buffer.size + bytes.size(), buffer.size * 2) + read_padding);
  std::copy(bytes.begin(), bytes.end(), buffer.storage.begin() + static_cast<std::ptrdiff_t>(buffer.size));
  buffer.size += bytes.size();
}

void drop_front(Buffer& buffer, std::size_t size) {
  buffer.storage.erase(0, size);
  buffer.size -= size;
  pad(buffer);
}

// A carriage return that stands alone.
void end_lines(Buffer& buffer, std::size_t from) {
  char* const begin = buffer.storage.data();
  char* const end = begin + buffer.size;
  for (char* at = begin + from; (at = static_cast<char*>(std::memchr(at, '\r', static_cast<std::size_t>(end - at)))) != nullptr; ++at)
    if (at + 1 == end || (at[1] != '\n' && at[1] != '\r')) *at = '\n';
}

}  // namespace

Result<InputFile> InputFile::open(const std::string& path) {
  const bool is_standard = path == "-";
  const int descriptor = is_standard ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const int fault = errno;
  if (descriptor < 0 && fault == ENOTDIR)
    if (auto found = open_in_archive(path)) return std::move(*found);
  if (descriptor < 0)
    return Error{{path}, std::string("cannot open the file: ") + std::strerror(fault), "", ""};
  return InputFile(is_standard ? "<stdin>" : path, source_of(std::make_shared<const Descriptor>(descriptor)));
}

// Nothing if no part of the path is an archive that holds the rest.
std::optional<Result<InputFile>> InputFile::open_in_archive(const std::string& path) {
  for (std::size_t slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    struct stat status {};
    const std::string container = path.substr(0, slash);
    if (::stat(container.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) continue;
    auto file = open(container);
    Buffer buffer;
    bool is_last = false;
    uint64_t repaired = 0;
    if (!file || file->read(buffer, is_last, repaired) || !file->is_archive()) return std::nullopt;
    const auto archive = file->open_archive(buffer);
    if (!archive) return Result<InputFile>(archive.errors());
    const auto member = std::ranges::find(archive.value()->members(), path.substr(slash + 1), &Archive::Member::name);
    if (member == archive.value()->members().end()) return std::nullopt;
    return open(*archive.value(), *member);
  }
  return std::nullopt;
}

Result<InputFile> InputFile::open(const Archive& archive, const Archive::Member& member) {
  const std::string path = member.name.empty() ? archive.path() : archive.path() + '/' + member.name;
  if (!member.fault.empty()) return Error{{path}, member.fault, "", ""};
  return InputFile(path, archive.read(member));
}

Result<std::shared_ptr<const Archive>> InputFile::open_archive(const Buffer& first_block) {
  return Archive::open(put_back(std::string(first_block.bytes()), std::move(source_)), path_);
}

std::optional<Error> InputFile::fill(Buffer& buffer, std::size_t up_to, bool& is_last) {
  is_last = false;
  std::string packed, plain;
  while (buffer.size < up_to && !is_last) {
    std::size_t got = 0;
    if (recoder_) {
      packed.resize(recoded_at_once);
      if (auto fault = source_->read(packed.data(), packed.size(), got)) return error(std::move(*fault));
      is_last = got == 0;
      plain.clear();
      strange_ += recoder_->add(std::string_view(packed).substr(0, got), is_last, plain);
      add(buffer, plain);
      continue;
    }
    if (buffer.storage.size() < buffer.size + read_padding + 1)
      buffer.storage.resize(std::min(up_to, std::max<std::size_t>(buffer.size * 2, 64 << 10)) + read_padding);
    const std::size_t room = std::min(up_to, buffer.storage.size() - read_padding) - buffer.size;
    if (auto fault = source_->read(buffer.storage.data() + buffer.size, room, got)) return error(std::move(*fault));
    is_last = got == 0;
    buffer.size += got;
  }
  pad(buffer);
  return std::nullopt;
}

// What the first bytes say: whether they must be decompressed, or recoded.
std::optional<Error> InputFile::unwrap(Buffer& buffer, bool& is_last) {
  for (int wraps = 0;; ++wraps) {
    const Container container = container_of(buffer.bytes().substr(0, container_head));
    is_archive_ = container == Container::archive;
    if (is_archive_) return std::nullopt;
    if (container == Container::none) break;
    if (wraps == most_wraps) return error(fmt::format("compressed more than {} times", most_wraps));
    source_ = decompressed(put_back(std::string(buffer.bytes()), std::move(source_)), buffer.bytes());
    buffer.size = 0;
    if (auto fault = fill(buffer, block_bytes, is_last)) return fault;
  }
  if (buffer.bytes().starts_with("\xEF\xBB\xBF")) {
    drop_front(buffer, 3);
    is_utf8_sure_ = true;
    return std::nullopt;
  }
  std::size_t mark = 0;
  encoding_ = wide_encoding(buffer.bytes(), mark);
  if (encoding_.empty()) return std::nullopt;
  is_guess_untold_ = mark == 0;
  recoder_ = Recoder::create(encoding_);
  drop_front(buffer, mark);
  recode(buffer, 0, is_last);
  return std::nullopt;
}

// What stands behind `from`, and what was held back of it, are bytes that the recoder has not seen.
void InputFile::recode(Buffer& buffer, std::size_t from, bool is_last) {
  const std::string packed = std::string(buffer.bytes().substr(from)) + std::exchange(held_back_, {});
  buffer.size = from;
  std::string plain;
  strange_ += recoder_->add(packed, is_last, plain);
  add(buffer, plain);
  pad(buffer);
}

void InputFile::take_back(Buffer& buffer) {
  add(buffer, held_back_);
  held_back_.clear();
}

void InputFile::hold_back_unfinished(Buffer& buffer) {
  const std::size_t rest = unfinished(buffer.bytes());
  held_back_.assign(buffer.bytes().substr(buffer.size - rest));
  buffer.size -= rest;
  pad(buffer);
}

void InputFile::make_valid(Buffer& buffer, std::size_t from, bool is_last, uint64_t& repaired) {
  if (!recoder_ && !is_ascii(buffer.bytes().substr(from))) {
    if (!is_utf8_sure_ && !is_utf8(buffer.bytes().substr(from))) {
      encoding_ = guessed_encoding(buffer.bytes().substr(from - (from > 0)));  // with the letter before it
      if (!encoding_.empty()) {
        is_guess_untold_ = true;
        recoder_ = Recoder::create(encoding_);
        recode(buffer, from, is_last);
      }
    }
    is_utf8_sure_ = true;
    if (!recoder_) {
      const uint64_t signs = repair_utf8(buffer.storage, buffer.size);
      buffer.size += 2 * signs;
      repaired += signs;
      if (signs > 0) pad(buffer);
    }
  }
  repaired += std::exchange(strange_, 0);
  end_lines(buffer, from);
}

std::optional<Error> InputFile::append(Buffer& buffer, std::size_t up_to, bool& is_last, uint64_t& repaired) {
  const std::size_t from = buffer.size;
  take_back(buffer);
  if (auto fault = fill(buffer, std::max(up_to, buffer.size), is_last)) return fault;
  if (!is_last) hold_back_unfinished(buffer);
  make_valid(buffer, from, is_last, repaired);
  return std::nullopt;
}

std::optional<Error> InputFile::read(Buffer& buffer, bool& is_last, uint64_t& repaired) {
  buffer.size = 0;
  if (std::exchange(is_start_, false)) {
    if (auto fault = fill(buffer, block_bytes, is_last)) return fault;
    if (auto fault = unwrap(buffer, is_last)) return fault;
    if (is_archive_) return std::nullopt;
    if (!is_last) hold_back_unfinished(buffer);
    make_valid(buffer, 0, is_last, repaired);
    return std::nullopt;
  }
  return append(buffer, block_bytes, is_last, repaired);
}

std::optional<Error> InputFile::cut(Buffer& buffer, bool& is_last, uint64_t& repaired, CutPlace place, std::size_t least) {
  std::size_t end = is_last ? 0 : place(buffer.bytes());
  while (!is_last && (end == 0 || buffer.size < least)) {
    if (buffer.size >= most_bytes_whole)
      return Error{{path_, line_}, fmt::format("longer than {} MiB without a place to cut it", most_bytes_whole >> 20), "", ""};
    if (auto fault = append(buffer, buffer.size + block_bytes, is_last, repaired)) return fault;
    if (!is_last) end = place(buffer.bytes());
  }
  if (!is_last) {
    held_back_.insert(0, buffer.bytes().substr(end));
    buffer.size = end;
    pad(buffer);
  }
  line_ += static_cast<uint32_t>(std::count(buffer.bytes().begin(), buffer.bytes().end(), '\n'));
  return std::nullopt;
}

std::optional<Error> InputFile::read_rest(Buffer& buffer, uint64_t& repaired) {
  bool is_last = false;
  if (auto fault = append(buffer, most_bytes_whole, is_last, repaired)) return fault;
  if (!is_last)
    return error(fmt::format("larger than {} MiB, and not of a format that can be read in parts", most_bytes_whole >> 20),
                 "split the file, or convert it to JSONL, one conversation a line");
  return std::nullopt;
}

}  // namespace decant
