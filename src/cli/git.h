// Files as they were in a revision of a git repository, put into a folder. The program git is run, without a shell; nothing of
// the repository is changed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/result.h"

namespace decant {

// A folder for a while; gone with all that is in it when this ends.
class ScratchFolder {
 public:
  static Result<ScratchFolder> create();
  ScratchFolder(ScratchFolder&& other) noexcept;
  ScratchFolder& operator=(ScratchFolder&&) = delete;
  ~ScratchFolder();
  const std::string& path() const { return path_; }

 private:
  explicit ScratchFolder(std::string path) : path_(std::move(path)) {}
  std::string path_;  // empty: somebody else's now
};

// Writes what stands at `paths`, told from the current folder, in `revision` to the same paths below `folder`. What does not
// exist there is left out.
std::optional<Error> write_revision(const std::string& revision, const std::vector<std::string>& paths, const std::string& folder);

}  // namespace decant
