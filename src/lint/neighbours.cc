#include "lint/neighbours.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "input/glob.h"
#include "input/read.h"

namespace decant {
namespace {

namespace fs = std::filesystem;

constexpr uintmax_t most_bytes = 64u << 20;
constexpr std::size_t most_files = 16;  // that one pattern may name

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
    Result<InputFile> open = InputFile::open(full);
    if (!open) continue;
    Buffer buffer;
    bool is_last = false;
    uint64_t repaired = 0;
    if (open->read(buffer, is_last, repaired)) continue;
    if (!is_last && open->read_rest(buffer, repaired)) continue;
    contents.emplace_back(buffer.bytes());
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
