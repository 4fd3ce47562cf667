#include "lint/neighbours.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/glob.h"
#include "input/read.h"

namespace decant {
namespace {

namespace fs = std::filesystem;

constexpr uintmax_t most_bytes = 64u << 20;
constexpr std::size_t most_files = 16;  // that one pattern may name

void add_contents(Result<InputFile> file, std::vector<std::string>& contents) {
  Buffer buffer;
  bool is_last = false;
  uint64_t repaired = 0;
  if (!file || file->read(buffer, is_last, repaired) || file->is_archive()) return;
  if (!is_last && file->read_rest(buffer, repaired)) return;
  contents.emplace_back(buffer.bytes());
}

}  // namespace

std::vector<std::string> Neighbours::read(std::string_view path, std::string_view name) {
  std::vector<std::string> contents;
  if (path.starts_with('<')) return contents;  // standard input lies in no folder
  std::string folder = fs::path(path).parent_path().string();
  if (folder.empty()) folder = ".";
  if (name.starts_with("../")) {
    name.remove_prefix(3);
    folder += "/..";
  }
  if (name.find('/') != std::string_view::npos) return contents;
  std::vector<std::string> wanted;
  if (name.find_first_of("*?[") == std::string_view::npos) {
    wanted.emplace_back(name);
  } else {
    wanted = matching(folder, name);
  }
  for (const std::string& file : wanted) {
    const std::string full = folder + '/' + file;
    std::error_code error;
    // A pipe would wait for somebody to write.
    if (!fs::is_regular_file(full, error) || fs::file_size(full, error) > most_bytes || error)
      continue;
    add_contents(InputFile::open(full), contents);
  }
  return contents;
}

std::vector<std::string> Neighbours::read(const Archive& archive, std::string_view path, std::string_view name) {
  std::vector<std::string> contents;
  const auto folder_of = [](std::string_view of) { return of.substr(0, of.rfind('/') + 1); };
  std::string_view folder = folder_of(path);
  if (name.starts_with("../")) {
    name.remove_prefix(3);
    if (folder.empty()) return contents;
    folder = folder_of(folder.substr(0, folder.size() - 1));
  }
  if (name.find('/') != std::string_view::npos) return contents;
  // The members are in order, so those of a folder stand close together.
  const auto& members = archive.members();
  for (auto at = std::ranges::lower_bound(members, folder, {}, [](const Archive::Member& member) { return std::string_view(member.name); });
       at != members.end() && at->name.starts_with(folder) && contents.size() < most_files; ++at) {
    const std::string_view beside = std::string_view(at->name).substr(folder.size());
    if (beside.find('/') == std::string_view::npos && at->size <= most_bytes && glob_matches(name, beside))
      add_contents(InputFile::open(archive, *at), contents);
  }
  return contents;
}

std::vector<std::string> Neighbours::matching(const std::string& folder, std::string_view pattern) {
  const std::lock_guard lock(mutex_);
  if (folder != folder_) {
    folder_ = folder;
    names_.clear();
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error))
      names_.push_back(entry->path().filename().string());
    std::ranges::sort(names_);
  }
  std::vector<std::string> out;
  for (const std::string& name : names_)
    if (out.size() < most_files && glob_matches(pattern, name)) out.push_back(name);
  return out;
}

}  // namespace decant
