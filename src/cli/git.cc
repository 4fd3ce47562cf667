#include "cli/git.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

extern char** environ;

namespace decant {
namespace {

namespace fs = std::filesystem;

Error git_error(std::string what, std::string hint = {}) { return {{}, std::move(what), std::move(hint), ""}; }

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

// Runs git with its input and its outputs in files of the scratch folder.
class Git {
 public:
  explicit Git(std::string folder) : folder_(std::move(folder)) {}

  Result<std::string> run(std::vector<std::string> arguments, std::string_view input = {}) {
    const std::string in = folder_ + "/in", out = folder_ + "/out", errors = folder_ + "/errors";
    std::ofstream(in, std::ios::binary) << input;
    arguments.insert(arguments.begin(), "git");
    std::vector<char*> words;
    for (std::string& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, in.c_str(), O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    pid_t child = 0;
    const int fault = ::posix_spawnp(&child, "git", &actions, nullptr, words.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    if (fault != 0) return git_error(fmt::format("cannot run git: {}", std::strerror(fault)), "install git, or compare two folders");
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return git_error("git: " + first_line(content_of(errors)));
    return content_of(out);
  }

 private:
  std::string folder_;
};

struct Blob {
  std::string object, path;
};

// "100644 blob <object>\t<path>", each with a zero behind it. Links and submodules are no files of their own.
std::vector<Blob> blobs_of(std::string_view list) {
  std::vector<Blob> out;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('\0'), list.size());
    const std::string_view entry = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    const std::size_t tab = entry.find('\t');
    if (tab == std::string_view::npos || !entry.starts_with("100")) continue;
    const std::size_t object = entry.rfind(' ', tab) + 1;
    out.push_back({std::string(entry.substr(object, tab - object)), std::string(entry.substr(tab + 1))});
  }
  return out;
}

// What git cat-file --batch prints: "<object> blob <size>\n", the bytes, "\n".
std::optional<Error> write_blobs(const std::vector<Blob>& blobs, std::string_view batch, const std::string& folder) {
  for (const Blob& blob : blobs) {
    const std::size_t line = batch.find('\n');
    const std::string_view head = batch.substr(0, line);
    std::size_t size = 0;
    const std::size_t space = head.rfind(' ');
    if (line == std::string_view::npos || space == std::string_view::npos ||
        std::from_chars(head.data() + space + 1, head.data() + head.size(), size).ec != std::errc{} || batch.size() < line + 1 + size)
      return git_error(fmt::format("git gave nothing for {}", blob.path));
    const fs::path target = fs::path(folder) / blob.path;
    std::error_code fault;
    fs::create_directories(target.parent_path(), fault);
    std::ofstream file(target, std::ios::binary);
    file.write(batch.data() + line + 1, static_cast<std::streamsize>(size));
    if (fault || !file.flush()) return git_error(fmt::format("cannot write {}", target.string()), "is the disk full?");
    batch.remove_prefix(std::min(line + 1 + size + 1, batch.size()));
  }
  return std::nullopt;
}

}  // namespace

Result<ScratchFolder> ScratchFolder::create() {
  std::error_code fault;
  const fs::path temporary = fs::temp_directory_path(fault);
  std::string name = (fault ? fs::path("/tmp") : temporary) / "decant-XXXXXX";
  if (!::mkdtemp(name.data())) return Error{{name}, fmt::format("cannot make a folder: {}", std::strerror(errno)), "", ""};
  return ScratchFolder(name);
}

ScratchFolder::ScratchFolder(ScratchFolder&& other) noexcept : path_(std::move(other.path_)) { other.path_.clear(); }

ScratchFolder::~ScratchFolder() {
  std::error_code fault;
  if (!path_.empty()) fs::remove_all(path_, fault);
}

std::optional<Error> write_revision(const std::string& revision, const std::vector<std::string>& paths, const std::string& folder) {
  if (revision.starts_with('-')) return git_error(fmt::format("\"{}\" is no revision", revision), "such as origin/main or HEAD~1");
  auto scratch = ScratchFolder::create();
  if (!scratch) return scratch.errors()[0];
  Git git(scratch->path());
  const auto commit = git.run({"rev-parse", "--verify", revision + "^{commit}"});
  if (!commit) {
    Error error = commit.errors()[0];
    const bool is_repository = error.what.find("not a git repository") == std::string::npos;
    if (!is_repository) error.hint = "go to a folder of a repository, or compare two folders";
    if (error.hint.empty()) error.hint = fmt::format("no revision \"{}\" here? try git fetch, or git log {}", revision, revision);
    return error;
  }
  std::vector<std::string> arguments = {"ls-tree", "-r", "-z", first_line(*commit), "--"};
  arguments.insert(arguments.end(), paths.begin(), paths.end());
  const auto list = git.run(std::move(arguments));
  if (!list) return list.errors()[0];
  const std::vector<Blob> blobs = blobs_of(*list);
  std::string objects;
  for (const Blob& blob : blobs) {
    if (fs::path(blob.path).lexically_normal().string().starts_with("..")) return git_error(fmt::format("{} is not below the current folder", blob.path), "go to a folder above it");
    objects += blob.object + '\n';
  }
  const auto batch = git.run({"cat-file", "--batch"}, objects);
  if (!batch) return batch.errors()[0];
  return write_blobs(blobs, *batch, folder);
}

}  // namespace decant
