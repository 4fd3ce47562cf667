// Paths → files, one at a time and in a fixed order, so that a folder of millions of files needs no list of them.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/error.h"

namespace decant {

struct WalkOptions {
  std::vector<std::string> include;  // globs; if any, only files that match one
  std::vector<std::string> exclude;  // globs of files and folders to leave out
};

struct WalkedFile {
  std::string path;
  std::string relative;  // its path in the folder that was named; its last name if it was named itself
  bool is_named = false;
};

// Walks paths as given, folders recursively and sorted by name bytes. Hidden entries and version-control folders are skipped, links to
// folders are not followed; a path that was named itself is always taken. "-" is standard input.
class Walk {
 public:
  Walk(std::vector<std::string> paths, WalkOptions options);

  // The next file, an error (a missing path, an unreadable folder), or nothing at the end.
  std::optional<std::variant<WalkedFile, Error>> next();
  // Whether a file in an archive is wanted, as it would be in a folder. May be asked by any thread.
  bool wants(const WalkedFile& archive, const std::string& member) const;

 private:
  struct Folder {
    std::string path;      // with a trailing '/'
    std::string relative;  // to the named folder, with a trailing '/' or empty
    std::vector<std::string> names;  // sorted backwards: the next one is at the end; folders end in '/'
  };
  std::optional<Error> open_folder(const std::string& path, const std::string& relative);
  bool is_wanted(const std::string& relative, bool is_folder) const;

  std::vector<std::string> paths_;  // backwards
  WalkOptions options_;
  std::vector<Folder> open_;
};

}  // namespace decant
