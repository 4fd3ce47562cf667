#include "input/byte_source.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace decant {
namespace {

std::optional<std::string> outcome(ssize_t got, std::size_t& out) {
  if (got < 0) return std::string("cannot read the file: ") + std::strerror(errno);
  out = static_cast<std::size_t>(got);
  return std::nullopt;
}

class FilePart final : public ByteSource {
 public:
  FilePart(std::shared_ptr<const Descriptor> descriptor, uint64_t begin, uint64_t size)
      : descriptor_(std::move(descriptor)), begin_(begin), size_(size) {}

  std::optional<std::string> read(char* out, std::size_t room, std::size_t& got) override {
    const std::size_t wanted = static_cast<std::size_t>(std::min<uint64_t>(room, size_ - at_));
    ssize_t result = 0;
    do {
      result = ::pread(descriptor_->number(), out, wanted, static_cast<off_t>(begin_ + at_));
    } while (result < 0 && errno == EINTR);
    if (auto fault = outcome(result, got)) return fault;
    at_ += got;
    return std::nullopt;
  }
  std::optional<uint64_t> size() const override { return size_; }
  void seek(uint64_t to) override { at_ = std::min(to, size_); }

 private:
  std::shared_ptr<const Descriptor> descriptor_;
  uint64_t begin_, size_, at_ = 0;
};

class Stream final : public ByteSource {
 public:
  explicit Stream(std::shared_ptr<const Descriptor> descriptor) : descriptor_(std::move(descriptor)) {}

  std::optional<std::string> read(char* out, std::size_t room, std::size_t& got) override {
    ssize_t result = 0;
    do {
      result = ::read(descriptor_->number(), out, room);
    } while (result < 0 && errno == EINTR);
    return outcome(result, got);
  }

 private:
  std::shared_ptr<const Descriptor> descriptor_;
};

class PutBack final : public ByteSource {
 public:
  PutBack(std::string head, std::unique_ptr<ByteSource> rest) : head_(std::move(head)), rest_(std::move(rest)) {}

  std::optional<std::string> read(char* out, std::size_t room, std::size_t& got) override {
    if (at_ == head_.size()) return rest_->read(out, room, got);
    got = head_.copy(out, room, at_);
    at_ += got;
    if (at_ == head_.size()) {
      head_ = {};
      at_ = 0;
    }
    return std::nullopt;
  }

 private:
  std::string head_;
  std::size_t at_ = 0;
  std::unique_ptr<ByteSource> rest_;
};

}  // namespace

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

std::unique_ptr<ByteSource> source_of(std::shared_ptr<const Descriptor> descriptor) {
  struct stat status {};
  const bool is_file = ::fstat(descriptor->number(), &status) == 0 && S_ISREG(status.st_mode);
  // Standard input may be a file of which somebody has read the start. What the system itself writes has no size.
  const off_t begin = is_file ? ::lseek(descriptor->number(), 0, SEEK_CUR) : -1;
  if (begin >= 0 && status.st_size > begin)
    return part_of(std::move(descriptor), static_cast<uint64_t>(begin), static_cast<uint64_t>(status.st_size - begin));
  return std::make_unique<Stream>(std::move(descriptor));
}

std::unique_ptr<ByteSource> part_of(std::shared_ptr<const Descriptor> descriptor, uint64_t begin, uint64_t size) {
  return std::make_unique<FilePart>(std::move(descriptor), begin, size);
}

std::unique_ptr<ByteSource> put_back(std::string head, std::unique_ptr<ByteSource> source) {
  if (source->size()) {
    source->seek(0);
    return source;
  }
  return std::make_unique<PutBack>(std::move(head), std::move(source));
}

}  // namespace decant
