#include "input/walk.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "input/glob.h"

namespace decant {
namespace {

bool is_folder(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

bool is_regular_file(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

}  // namespace

Walk::Walk(std::vector<std::string> paths, WalkOptions options)
    : paths_(std::move(paths)), options_(std::move(options)) {
  std::reverse(paths_.begin(), paths_.end());
}

std::optional<std::variant<std::string, Error>> Walk::next() {
  for (;;) {
    if (open_.empty()) {
      if (paths_.empty()) return std::nullopt;
      std::string path = std::move(paths_.back());
      paths_.pop_back();
      if (path == "-" || !is_folder(path)) return path;
      while (path.size() > 1 && path.ends_with('/')) path.pop_back();
      if (auto error = open_folder(path, "")) return *error;
      continue;
    }
    Folder& folder = open_.back();
    if (folder.names.empty()) {
      open_.pop_back();
      continue;
    }
    std::string name = std::move(folder.names.back());
    folder.names.pop_back();
    const std::string relative = folder.relative + name;
    if (name.ends_with('/')) {
      std::string path = folder.path + name;
      path.pop_back();
      if (auto error = open_folder(path, relative)) return *error;
      continue;
    }
    return folder.path + name;
  }
}

bool Walk::is_wanted(const std::string& relative, bool folder) const {
  const auto matches = [&](const std::string& glob) {
    return glob_matches(glob, relative) || (folder && glob_matches(glob, relative + '/'));
  };
  if (std::any_of(options_.exclude.begin(), options_.exclude.end(), matches)) return false;
  return folder || options_.include.empty() ||
         std::any_of(options_.include.begin(), options_.include.end(), matches);
}

std::optional<Error> Walk::open_folder(const std::string& path, const std::string& relative) {
  DIR* stream = ::opendir(path.c_str());
  if (!stream)
    return Error{{path}, std::string("cannot open the folder: ") + std::strerror(errno), "", ""};
  Folder folder{path == "/" ? path : path + '/', relative, {}};
  while (const dirent* entry = ::readdir(stream)) {
    std::string name = entry->d_name;
    // Hidden entries; .git, .hg and .svn are among them. CVS is the one version-control folder that does not hide.
    if (name[0] == '.' || name == "CVS") continue;
    const std::string full = folder.path + name;
    bool is_dir = entry->d_type == DT_DIR;
    bool is_file = entry->d_type == DT_REG;
    if (entry->d_type == DT_UNKNOWN) is_dir = is_folder(full);
    if (!is_dir && !is_file) is_file = is_regular_file(full);
    if (!is_dir && !is_file) continue;  // sockets, devices, links to folders
    if (!is_wanted(relative + name, is_dir)) continue;
    folder.names.push_back(is_dir ? name + '/' : name);
  }
  ::closedir(stream);
  std::sort(folder.names.begin(), folder.names.end(), std::greater<>());
  open_.push_back(std::move(folder));
  return std::nullopt;
}

}  // namespace decant
