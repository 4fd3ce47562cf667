// The files beside a transcript that tell who its people are.
#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "input/archive.h"

namespace decant {

// Remembers what lies in the folder that was looked into last, because a folder holds many
// transcripts. May be asked by many threads at once.
class Neighbours {
 public:
  // The contents of the regular files in the folder of `path` that are named `name`, in the order
  // of their names: a plain name or a pattern ("*parties*.json"); with "../" before it in the
  // folder above. Nothing of what a transcript says goes into `name`. Files that cannot be read,
  // and those that are too large for it, are passed over.
  std::vector<std::string> read(std::string_view path, std::string_view name);
  // The same for a file in an archive, of those beside it in there.
  static std::vector<std::string> read(const Archive& archive, std::string_view path, std::string_view name);

 private:
  std::vector<std::string> matching(const std::string& folder, std::string_view pattern);

  std::mutex mutex_;  // of all below
  std::string folder_;
  std::vector<std::string> names_;
};

}  // namespace decant
