#include "report/whole_file.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <unistd.h>

namespace decant {
namespace {

namespace fs = std::filesystem;

// A folder of this test's own that goes when it ends.
struct Folder {
  fs::path path = fs::temp_directory_path() / ("decant-whole-file-" + std::to_string(::getpid()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  std::string file(const char* name) const { return (path / name).string(); }
  long count() const { return std::distance(fs::directory_iterator(path), fs::directory_iterator()); }
};

std::string content(const std::string& path) {
  std::ostringstream out;
  out << std::ifstream(path).rdbuf();
  return out.str();
}

void put(const std::string& path, std::string_view text) { std::ofstream(path) << text; }

TEST_CASE("a report takes its place only when it is finished") {
  const Folder folder;
  const std::string path = folder.file("report.json");
  put(path, "old");
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  auto file = WholeFile::create(path);
  REQUIRE(file.ok());
  file->write("new ");
  file->write(std::string(200'000, 'x'));
  CHECK(content(path) == "old");
  CHECK(!file->finish());
  CHECK(content(path).size() == 200'004);
  CHECK(folder.count() == 1);
  CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a report that is given up leaves nothing behind") {
  const Folder folder;
  const std::string path = folder.file("report.json");
  put(path, "old");
  {
    auto file = WholeFile::create(path);
    REQUIRE(file.ok());
    file->write("half");
  }
  CHECK(content(path) == "old");
  CHECK(folder.count() == 1);
}

TEST_CASE("a link to a report stays a link") {
  const Folder folder;
  put(folder.file("real.json"), "old");
  fs::create_symlink("real.json", folder.file("link.json"));
  auto file = WholeFile::create(folder.file("link.json"));
  REQUIRE(file.ok());
  file->write("new");
  CHECK(!file->finish());
  CHECK(fs::is_symlink(folder.file("link.json")));
  CHECK(content(folder.file("real.json")) == "new");
}

TEST_CASE("where no report can be written, the error says so") {
  const Folder folder;
  CHECK(!WholeFile::create("").ok());
  const auto missing = WholeFile::create(folder.file("none/report.json"));
  REQUIRE(!missing.ok());
  CHECK(missing.errors()[0].hint == "create the folder first");
  CHECK(!WholeFile::create(folder.path.string()).ok());
}

TEST_CASE("a device is written to directly, and a full one is an error") {
  auto null = WholeFile::create("/dev/null");
  REQUIRE(null.ok());
  null->write("bytes");
  CHECK(!null->finish());
  auto full = WholeFile::create("/dev/full");
  REQUIRE(full.ok());
  full->write("bytes");
  CHECK(full->finish());
  CHECK(fs::exists("/dev/full"));
}

}  // namespace
}  // namespace decant
