#include "report/whole_file.h"

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

namespace decant {
namespace {

constexpr std::size_t buffer_size = 1 << 16;

Error cannot_write(const std::string& path, int error) {
  return {.place = {.path = path},
          .what = "cannot write the report: " + std::generic_category().message(error),
          .hint = error == ENOENT  ? "create the folder first"
                  : error == EISDIR ? "name a file, not a folder"
                                    : "",
          .source_line = {}};
}

// `path` behind its links; itself if it does not exist yet.
std::string without_links(const std::string& path) {
  char* resolved = ::realpath(path.c_str(), nullptr);
  std::string out = resolved ? resolved : path;
  std::free(resolved);
  return out;
}

// Opens a new file beside `target` and puts its name into `name`; -1 and errno if it cannot.
int open_beside(const std::string& target, std::string& name) {
  const std::size_t slash = target.rfind('/');
  const std::size_t base = slash == std::string::npos ? 0 : slash + 1;
  // A name can be taken: by a run that was killed, or by another output of this one.
  for (int attempt = 0; attempt < 100; ++attempt) {
    name = fmt::format("{}.decant-{}-{}.tmp", target.substr(0, base), ::getpid(), attempt);
    const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor >= 0 || errno != EEXIST) return descriptor;
  }
  return -1;
}

}  // namespace

Result<WholeFile> WholeFile::create(const std::string& path) {
  if (path.empty()) return cannot_write(path, ENOENT);
  const std::string target = without_links(path);
  struct stat status{};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return cannot_write(path, EISDIR);
  if (exists && !S_ISREG(status.st_mode)) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return cannot_write(path, errno);
    return WholeFile(path, target, "", descriptor);
  }
  // Renaming would replace a file that its owner has protected.
  if (exists && ::access(target.c_str(), W_OK) != 0) return cannot_write(path, errno);
  std::string temporary;
  const int descriptor = open_beside(target, temporary);
  if (descriptor < 0) return cannot_write(path, errno);
  // Who may read the old report may read the new one; if that cannot be had, it is as readable as new files are.
  if (exists) ::fchmod(descriptor, status.st_mode & 07777);
  return WholeFile(path, target, std::move(temporary), descriptor);
}

WholeFile::WholeFile(WholeFile&& other) noexcept
    : path_(std::move(other.path_)), target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})), descriptor_(std::exchange(other.descriptor_, -1)),
      buffer_(std::move(other.buffer_)), error_(other.error_) {}

WholeFile::~WholeFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void WholeFile::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= buffer_size) flush();
}

bool WholeFile::flush() {
  std::string_view rest = buffer_;
  while (error_ == 0 && !rest.empty()) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written >= 0) rest.remove_prefix(static_cast<std::size_t>(written));
    else if (errno != EINTR) error_ = errno;
  }
  buffer_.clear();
  return error_ == 0;
}

std::optional<Error> WholeFile::finish() {
  flush();
  // A full disk may show only here.
  if (::close(std::exchange(descriptor_, -1)) != 0 && error_ == 0) error_ = errno;
  if (error_ == 0 && !temporary_.empty()) {
    if (::rename(temporary_.c_str(), target_.c_str()) == 0) temporary_.clear();
    else error_ = errno;
  }
  if (error_ != 0) return cannot_write(path_, error_);
  return std::nullopt;
}

}  // namespace decant
