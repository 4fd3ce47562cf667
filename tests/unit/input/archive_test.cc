#include "input/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>

#include "input/read.h"
#include "unit/input/folder.h"

namespace decant {
namespace {

// A tar of files with these names and contents.
std::string tar_of(std::initializer_list<std::pair<std::string, std::string>> files) {
  std::string bytes(1 << 20, '\0');
  std::size_t used = 0;
  archive* const out = archive_write_new();
  archive_write_set_format_ustar(out);
  archive_write_open_memory(out, bytes.data(), bytes.size(), &used);
  for (const auto& [name, content] : files) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(out, entry);
    archive_write_data(out, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_free(out);
  return bytes.substr(0, used);
}

Result<std::shared_ptr<const Archive>> opened(const std::string& path) {
  auto file = InputFile::open(path);
  REQUIRE(file);
  Buffer buffer;
  bool is_last = false;
  uint64_t repaired = 0;
  REQUIRE_FALSE(file->read(buffer, is_last, repaired));
  REQUIRE(file->is_archive());
  return file->open_archive(buffer);
}

std::string content(const Archive& archive, const Archive::Member& member) {
  auto file = InputFile::open(archive, member);
  REQUIRE(file);
  Buffer buffer;
  bool is_last = false;
  uint64_t repaired = 0;
  REQUIRE_FALSE(file->read(buffer, is_last, repaired));
  return file->path() + " = " + std::string(buffer.bytes());
}

TEST_CASE("the files of an archive stand in the order of a walk, the hidden ones left out") {
  const Folder folder;
  const std::string inner = tar_of({{"deep.txt", "deep"}});
  const auto archive = opened(folder.write(
      "a", tar_of({{"b.txt", "b"}, {"a/z.txt", "z"}, {".git/config", "x"}, {"a.txt", "a"}, {"a/CVS/x", "x"}, {"in", inner}, {"/root", "r"}})));
  REQUIRE(archive);
  std::vector<std::string> contents;
  for (const Archive::Member& member : (*archive)->members()) contents.push_back(content(**archive, member).substr(folder.path().size()));
  CHECK(contents == std::vector<std::string>{"/a/a.txt = a", "/a/a/z.txt = z", "/a/b.txt = b", "/a/in/deep.txt = deep", "/a/root = r"});
}

TEST_CASE("archives in archives end somewhere, and the rest is read") {
  const Folder folder;
  std::string nested = tar_of({{"x.txt", "x"}});
  for (int i = 0; i < 4; ++i) nested = tar_of({{"in", nested}, {"beside.txt", "y"}});
  const auto archive = opened(folder.write("a", nested));
  REQUIRE(archive);
  std::vector<std::string> told;
  for (const Archive::Member& member : (*archive)->members()) told.push_back(member.name + ": " + member.fault);
  CHECK(told == std::vector<std::string>{"beside.txt: ", "in/beside.txt: ", "in/in/beside.txt: ", "in/in/in: an archive in 3 others"});
}

TEST_CASE("what a file is, its first bytes say") {
  CHECK(container_of("\x1F\x8B\x08 and so on") == Container::compressed);
  CHECK(container_of("BZh91AY&SY") == Container::compressed);
  CHECK(container_of("BZhello") == Container::none);
  CHECK(container_of("PK\x03\x04") == Container::archive);
  CHECK(container_of("PK is short for") == Container::none);
  CHECK(container_of(tar_of({{"a", "b"}})) == Container::archive);
  CHECK(container_of("") == Container::none);
}

}  // namespace
}  // namespace decant
