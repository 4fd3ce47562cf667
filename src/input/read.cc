#include "input/read.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include "text/unicode.h"

namespace decant {
namespace {

// Bytes at the end that may be the start of a character whose rest has not been read yet.
std::size_t unfinished_character(std::string_view bytes) {
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

}  // namespace

Result<InputFile> InputFile::open(const std::string& path) {
  if (path == "-") return InputFile("<stdin>", ::dup(STDIN_FILENO));
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0)
    return Error{{path}, std::string("cannot open the file: ") + std::strerror(errno), "", ""};
  return InputFile(path, descriptor);
}

InputFile::InputFile(InputFile&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)), line_(other.line_),
      held_back_(std::move(other.held_back_)), is_start_(other.is_start_) {}

InputFile& InputFile::operator=(InputFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(line_, other.line_);
  std::swap(held_back_, other.held_back_);
  std::swap(is_start_, other.is_start_);
  return *this;
}

InputFile::~InputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::optional<Error> InputFile::fill(Buffer& buffer, std::size_t up_to, bool& is_last) {
  is_last = false;
  while (buffer.size < up_to) {
    if (buffer.storage.size() < buffer.size + read_padding + 1)
      buffer.storage.resize(std::min(up_to, std::max<std::size_t>(buffer.size * 2, 64 << 10)) + read_padding);
    const std::size_t room = std::min(up_to, buffer.storage.size() - read_padding) - buffer.size;
    const ssize_t got = ::read(descriptor_, buffer.storage.data() + buffer.size, room);
    if (got < 0) {
      if (errno == EINTR) continue;
      return Error{{path_}, std::string("cannot read the file: ") + std::strerror(errno), "", ""};
    }
    if (got == 0) {
      is_last = true;
      break;
    }
    buffer.size += static_cast<std::size_t>(got);
  }
  if (buffer.storage.size() < buffer.size + read_padding) buffer.storage.resize(buffer.size + read_padding);
  std::fill_n(buffer.storage.begin() + static_cast<std::ptrdiff_t>(buffer.size), read_padding, '\0');
  return std::nullopt;
}

void InputFile::make_valid(Buffer& buffer, uint64_t& repaired) {
  if (std::exchange(is_start_, false) && buffer.bytes().starts_with("\xEF\xBB\xBF")) {
    buffer.storage.erase(0, 3);
    buffer.size -= 3;
    buffer.storage.append(3, '\0');
  }
  if (is_ascii(buffer.bytes())) return;
  repaired += repair_utf8(buffer.storage, buffer.size);
}

std::optional<Error> InputFile::read(Buffer& buffer, bool& is_last, uint64_t& repaired) {
  buffer.size = 0;
  if (!held_back_.empty()) {
    if (buffer.storage.size() < held_back_.size() + read_padding) buffer.storage.resize(held_back_.size() + read_padding);
    std::copy(held_back_.begin(), held_back_.end(), buffer.storage.begin());
    buffer.size = std::exchange(held_back_, {}).size();
  }
  if (auto error = fill(buffer, std::max(block_bytes, buffer.size), is_last)) return error;
  if (!is_last) {
    const std::size_t rest = unfinished_character(buffer.bytes());
    held_back_.assign(buffer.bytes().substr(buffer.size - rest));
    buffer.size -= rest;
  }
  make_valid(buffer, repaired);
  return std::nullopt;
}

std::optional<Error> InputFile::cut_at_line(Buffer& buffer, bool& is_last, uint64_t& repaired) {
  if (!is_last) {
    std::size_t end = buffer.bytes().rfind('\n');
    while (end == std::string_view::npos && !is_last) {
      if (buffer.size >= most_bytes_whole)
        return Error{{path_, line_}, fmt::format("a line is longer than {} MiB", most_bytes_whole >> 20), "", ""};
      const std::size_t from = buffer.size;
      const std::size_t held = held_back_.size();
      if (buffer.storage.size() < from + held + read_padding) buffer.storage.resize(from + held + read_padding);
      std::copy(held_back_.begin(), held_back_.end(), buffer.storage.begin() + static_cast<std::ptrdiff_t>(from));
      buffer.size += std::exchange(held_back_, {}).size();
      if (auto error = fill(buffer, from + block_bytes, is_last)) return error;
      if (!is_last) {
        const std::size_t rest = unfinished_character(buffer.bytes());
        held_back_.assign(buffer.bytes().substr(buffer.size - rest));
        buffer.size -= rest;
      }
      make_valid(buffer, repaired);
      end = buffer.bytes().rfind('\n');
    }
    if (!is_last) {
      held_back_.insert(0, buffer.bytes().substr(end + 1));
      buffer.size = end + 1;
      std::fill_n(buffer.storage.begin() + static_cast<std::ptrdiff_t>(buffer.size), read_padding, '\0');
    }
  }
  line_ += static_cast<uint32_t>(std::count(buffer.bytes().begin(), buffer.bytes().end(), '\n'));
  return std::nullopt;
}

std::optional<Error> InputFile::read_rest(Buffer& buffer, uint64_t& repaired) {
  const std::size_t from = buffer.size;
  const std::size_t held = held_back_.size();
  if (buffer.storage.size() < from + held + read_padding) buffer.storage.resize(from + held + read_padding);
  std::copy(held_back_.begin(), held_back_.end(), buffer.storage.begin() + static_cast<std::ptrdiff_t>(from));
  buffer.size += std::exchange(held_back_, {}).size();
  bool is_last = false;
  if (auto error = fill(buffer, most_bytes_whole, is_last)) return error;
  if (!is_last)
    return Error{{path_}, fmt::format("larger than {} MiB, and not of a format that can be read in parts", most_bytes_whole >> 20),
                 "split the file, or convert it to JSONL, one conversation a line", ""};
  make_valid(buffer, repaired);
  return std::nullopt;
}

}  // namespace decant
