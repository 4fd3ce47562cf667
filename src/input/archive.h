// Compressed files, and archives as if they were folders. The door of libarchive; gzip is read in gzip.h. What something is, its first bytes tell, never
// its name.
//
// An archive can be read from front to back only, but its files are wanted in the order of their names, by several threads, and
// with those beside them. So it is unpacked once, into one file that has no name and is gone when nobody reads from it any more.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/result.h"
#include "input/byte_source.h"

namespace decant {

enum class Container { none, compressed, archive };

inline constexpr std::size_t container_head = 512;  // bytes that tell a container

// gzip, zstd, bzip2 and xz compress; zip and tar are archives.
Container container_of(std::string_view head);

inline constexpr int most_wraps = 3;  // of a container in a container

// What a compressed source holds that starts with `head`.
std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> packed, std::string_view head);

class Archive {
 public:
  struct Member {
    std::string name;  // its path in the archive; that of a file in an archive in the archive is "inner.zip/file.txt"
    uint64_t begin = 0, size = 0;
    std::string fault;  // why it cannot be read; empty if it can
  };
  // Unpacks `source`, an archive. What is hidden in it (see Walk) is left out. Refuses what would fill the disk.
  static Result<std::shared_ptr<const Archive>> open(std::unique_ptr<ByteSource> source, const std::string& path);

  const std::string& path() const { return path_; }
  const std::vector<Member>& members() const { return members_; }  // in the order of a walk
  std::unique_ptr<ByteSource> read(const Member& member) const;

 private:
  friend class Unpacking;
  explicit Archive(std::string path) : path_(std::move(path)) {}

  std::string path_;
  std::vector<Member> members_;
  std::shared_ptr<const Descriptor> unpacked_;
};

}  // namespace decant
