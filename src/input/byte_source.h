// Where bytes come from: a file, a pipe, what a compressed file holds, a member of an archive. Read once from front to back;
// what can also be sought, such as a file, may be asked for its size.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/error.h"
#include "base/result.h"

namespace decant {

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Reads at most `room` bytes into `out`, and says how many; 0 at the end. What goes wrong is one sentence.
  virtual std::optional<std::string> read(char* out, std::size_t room, std::size_t& got) = 0;
  // Its size, if it can be sought.
  virtual std::optional<uint64_t> size() const { return std::nullopt; }
  // REQUIRES: it has a size.
  virtual void seek(uint64_t) {}
};

// An open descriptor, closed with the last that reads from it.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor();
  int number() const { return number_; }

 private:
  int number_;
};

// All of a descriptor: sought if it is a regular file, else read as it comes.
std::unique_ptr<ByteSource> source_of(std::shared_ptr<const Descriptor> descriptor);
// A part of a regular file. Several may read from one descriptor, each on its own thread.
std::unique_ptr<ByteSource> part_of(std::shared_ptr<const Descriptor> descriptor, uint64_t begin, uint64_t size);
// `source`, of which `head` has been read already.
std::unique_ptr<ByteSource> put_back(std::string head, std::unique_ptr<ByteSource> source);

}  // namespace decant
