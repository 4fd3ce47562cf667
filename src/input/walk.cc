#include "input/walk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/glob.h"
#include "input/archive.h"
#include "input/read.h"

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

bool is_archive(const std::string& path) {
  const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (number < 0) return false;
  char head[container_head];
  std::size_t got = 0;
  const auto source = source_of(std::make_shared<const Descriptor>(number));
  if (source->read(head, sizeof head, got) || container_of({head, got}) == Container::none) return false;
  auto file = InputFile::open(path);
  Buffer buffer;
  bool is_last = false;
  uint64_t repaired = 0;
  return file && !file->read(buffer, is_last, repaired) && file->is_archive();
}

// It leads nowhere, so nobody can tell what should have been read: opening it says so.
bool is_broken_link(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode) && ::stat(path.c_str(), &status) != 0;
}

}  // namespace

Walk::Walk(std::vector<std::string> paths, WalkOptions options)
    : paths_(std::move(paths)), options_(std::move(options)) {
  std::reverse(paths_.begin(), paths_.end());
}

std::optional<std::variant<WalkedFile, Error>> Walk::next() {
  for (;;) {
    if (open_.empty()) {
      if (paths_.empty()) return std::nullopt;
      std::string path = std::move(paths_.back());
      paths_.pop_back();
      if (path == "-" || !is_folder(path)) return WalkedFile{path, path.substr(path.rfind('/') + 1), true};
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
    return WalkedFile{folder.path + name, relative};
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

bool Walk::wants(const WalkedFile& archive, const std::string& member) const {
  const std::string prefix = archive.is_named ? "" : archive.relative + '/';
  for (std::size_t slash = member.find('/'); slash != std::string::npos; slash = member.find('/', slash + 1))
    if (!is_wanted(prefix + member.substr(0, slash), true)) return false;
  return is_wanted(prefix + member, false);
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
    if (!is_dir && !is_file) is_file = is_regular_file(full) || is_broken_link(full);
    if (!is_dir && !is_file) continue;  // sockets, devices, links to folders
    // An archive is a folder of which only its files are to match.
    if (!is_wanted(relative + name, is_dir) && (!is_wanted(relative + name, true) || !is_archive(full))) continue;
    folder.names.push_back(is_dir ? name + '/' : name);
  }
  ::closedir(stream);
  std::sort(folder.names.begin(), folder.names.end(), std::greater<>());
  open_.push_back(std::move(folder));
  return std::nullopt;
}

}  // namespace decant
