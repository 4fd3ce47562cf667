#include "input/walk.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit/input/folder.h"

namespace decant {
namespace {

// What a walk gives, the folder's own path left out; errors in < >.
std::vector<std::string> walked(const Folder& folder, std::vector<std::string> paths, WalkOptions options = {}) {
  std::vector<std::string> out;
  Walk walk(std::move(paths), std::move(options));
  while (auto next = walk.next()) {
    const auto* error = std::get_if<Error>(&*next);
    std::string path = error ? error->place.path : std::get<WalkedFile>(*next).path;
    if (path.starts_with(folder.path() + '/')) path.erase(0, folder.path().size() + 1);
    out.push_back(error ? '<' + path + '>' : path);
  }
  return out;
}
using Paths = std::vector<std::string>;

TEST_CASE("a folder is walked in the order of its paths' bytes") {
  const Folder folder;
  for (std::string_view name : {"b.txt", "a/z.txt", "a/b/c.txt", "a.txt", "B.txt", "a-b.txt", "é.txt"}) folder.write(name, "x");
  CHECK(walked(folder, {folder.path()}) == Paths{"B.txt", "a-b.txt", "a.txt", "a/b/c.txt", "a/z.txt", "b.txt", "é.txt"});
  CHECK(walked(folder, {folder / "a//"}) == Paths{"a/b/c.txt", "a/z.txt"});
}

TEST_CASE("paths keep the order they were given in, and are taken whatever they are") {
  const Folder folder;
  for (std::string_view name : {"b.txt", "a.txt", ".hidden/x.txt", ".x"}) folder.write(name, "x");
  const std::string gone = folder / "gone";
  CHECK(walked(folder, {folder / "b.txt", gone, folder / "a.txt", "-"}) == Paths{"b.txt", "gone", "a.txt", "-"});
  CHECK(walked(folder, {folder / ".hidden", folder / ".x"}) == Paths{".hidden/x.txt", ".x"});
  CHECK(walked(folder, {folder / "a.txt"}, {{"*.json"}, {"*"}}) == Paths{"a.txt"});
  CHECK(walked(folder, {}) == Paths{});
}

TEST_CASE("hidden entries, version control, links to folders and what is no file are passed over, but no link to nowhere") {
  const Folder folder;
  for (std::string_view name : {".git/x", ".env", "CVS/x", "a.txt", "real/b.txt"}) folder.write(name, "x");
  REQUIRE(::symlink((folder / "real").c_str(), (folder / "link").c_str()) == 0);
  REQUIRE(::symlink((folder / "a.txt").c_str(), (folder / "file-link").c_str()) == 0);
  REQUIRE(::symlink((folder / "nowhere").c_str(), (folder / "broken").c_str()) == 0);
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(walked(folder, {folder.path()}) == Paths{"a.txt", "broken", "file-link", "real/b.txt"});
  CHECK(walked(folder, {folder / "pipe"}) == Paths{"pipe"});
  CHECK(walked(folder, {folder / "link"}) == Paths{"link/b.txt"});
}

TEST_CASE("globs choose files, and leave folders out") {
  const Folder folder;
  for (std::string_view name : {"a.json", "a.txt", "old/b.json", "x/old/c.json", "x/d.json", "x/d.txt"}) folder.write(name, "x");
  CHECK(walked(folder, {folder.path()}, {{"*.json"}, {}}) == Paths{"a.json", "old/b.json", "x/d.json", "x/old/c.json"});
  CHECK(walked(folder, {folder.path()}, {{"x/*.json"}, {}}) == Paths{"x/d.json"});
  CHECK(walked(folder, {folder.path()}, {{"*.json", "*.txt"}, {"old"}}) == Paths{"a.json", "a.txt", "x/d.json", "x/d.txt"});
  CHECK(walked(folder, {folder.path()}, {{}, {"old/", "*.txt"}}) == Paths{"a.json", "x/d.json"});
  CHECK(walked(folder, {folder.path()}, {{}, {"/old/"}}) == Paths{"a.json", "a.txt", "x/d.json", "x/d.txt", "x/old/c.json"});
  CHECK(walked(folder, {folder.path()}, {{}, {"**/*.json"}}) == Paths{"a.txt", "x/d.txt"});
}

TEST_CASE("an empty folder gives nothing, one that cannot be opened an error") {
  const Folder folder;
  std::filesystem::create_directory(folder / "empty");
  std::filesystem::create_directory(folder / "closed");
  folder.write("z.txt", "x");
  ::chmod((folder / "closed").c_str(), 0);
  const bool is_root = ::geteuid() == 0;  // who may open everything
  CHECK(walked(folder, {folder.path()}) == (is_root ? Paths{"z.txt"} : Paths{"<closed>", "z.txt"}));
  ::chmod((folder / "closed").c_str(), 0700);
}

}  // namespace
}  // namespace decant
