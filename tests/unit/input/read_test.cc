#include "input/read.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <thread>

#include "unit/input/folder.h"

namespace decant {
namespace {

std::size_t at_line(std::string_view bytes) { return bytes.rfind('\n') + 1; }

// A whole file, as read by `read` and `read_rest`.
struct Whole {
  std::string bytes;
  uint64_t repaired = 0;
  bool is_one_block = false;
};

Whole whole(const std::string& path) {
  auto file = InputFile::open(path);
  REQUIRE(file);
  Buffer buffer;
  buffer.storage = std::string(1000, 'x');  // left from an earlier file
  Whole out;
  REQUIRE_FALSE(file->read(buffer, out.is_one_block, out.repaired));
  if (!out.is_one_block) REQUIRE_FALSE(file->read_rest(buffer, out.repaired));
  for (std::size_t i = 0; i < read_padding; ++i) CHECK(buffer.storage[buffer.size + i] == '\0');
  out.bytes = buffer.bytes();
  return out;
}

// The parts of a file as cut at lines, and the lines they start on.
struct Parts {
  std::vector<std::string> parts;
  std::vector<uint32_t> lines;
  uint64_t repaired = 0;
};

Parts parts(const std::string& path) {
  auto file = InputFile::open(path);
  REQUIRE(file);
  Buffer buffer;
  Parts out;
  for (bool is_last = false; !is_last;) {
    REQUIRE_FALSE(file->read(buffer, is_last, out.repaired));
    out.lines.push_back(file->next_line());
    REQUIRE_FALSE(file->cut(buffer, is_last, out.repaired, at_line));
    for (std::size_t i = 0; i < read_padding; ++i) REQUIRE(buffer.storage[buffer.size + i] == '\0');
    out.parts.emplace_back(buffer.bytes());
  }
  return out;
}

std::string joined(const std::vector<std::string>& pieces) {
  std::string out;
  for (const std::string& piece : pieces) out += piece;
  return out;
}

TEST_CASE("a file is read whole, its byte-order mark left out and its bytes made valid") {
  const Folder folder;
  struct Row {
    std::string_view given, read;
    uint64_t repaired;
  };
  for (const Row& row : std::initializer_list<Row>{{"", "", 0},
                                                    {"plain", "plain", 0},
                                                    {"\xEF\xBB\xBFwith é", "with é", 0},
                                                    {"\xEF\xBB\xBF", "", 0},
                                                    {"a\xFF\xFEz", "a\uFFFD\uFFFDz", 2},
                                                    {"end \xE2\x80", "end \uFFFD\uFFFD", 2},
                                                    {"x\xEF\xBB\xBFy", "x\xEF\xBB\xBFy", 0}}) {
    CAPTURE(row.given);
    const Whole file = whole(folder.write("f", row.given));
    CHECK(file.bytes == row.read);
    CHECK(file.repaired == row.repaired);
    CHECK(file.is_one_block);
  }
}

TEST_CASE("characters that lie over the edge of a block stay whole, broken ones are counted once") {
  const Folder folder;
  for (const auto& [middle, repaired] : std::initializer_list<std::pair<std::string, uint64_t>>{
           {"é", 0}, {"…", 0}, {"😀", 0}, {"\xE2\x80", 2}, {"\xF0\x9F\x98", 3}, {"\xFF\xFF\xFF", 3}, {"\x81", 1}})
    for (std::size_t before = 0; before <= middle.size(); ++before) {
      const std::string given = std::string(block_bytes - before, 'a') + middle + "z\nend";
      const Whole file = whole(folder.write("f", given));
      std::string expected = given;
      if (repaired) {
        std::string signs;
        for (uint64_t i = 0; i < repaired; ++i) signs += "\uFFFD";
        expected.replace(block_bytes - before, middle.size(), signs);
      }
      CHECK(file.repaired == repaired);
      CHECK((file.bytes == expected));
      const Parts cut = parts(folder / "f");
      CHECK(cut.repaired == repaired);
      CHECK((joined(cut.parts) == expected));
    }
}

TEST_CASE("parts end at line breaks and know their lines, however long a line is") {
  const Folder folder;
  std::string given;
  for (int i = 0; given.size() < 2 * block_bytes + 1000; ++i) given += "line " + std::to_string(i) + "\n";
  const Parts even = parts(folder.write("even", given));
  CHECK(even.parts.size() == 3);
  CHECK((joined(even.parts) == given));
  uint32_t line = 1;
  for (std::size_t i = 0; i < even.parts.size(); ++i) {
    CHECK(even.lines[i] == line);
    CHECK(even.parts[i].ends_with('\n'));
    line += static_cast<uint32_t>(std::count(even.parts[i].begin(), even.parts[i].end(), '\n'));
  }

  const std::string long_line = "short\n" + std::string(3 * block_bytes, 'x') + "\nend";
  const Parts odd = parts(folder.write("long", long_line));
  CHECK((joined(odd.parts) == long_line));
  CHECK(odd.parts.size() == 2);
  CHECK(odd.parts[0] == "short\n");
  CHECK(odd.lines == std::vector<uint32_t>{1, 2});

  const std::string no_break(block_bytes + 5, 'x');
  CHECK((parts(folder.write("none", no_break)).parts == std::vector<std::string>{no_break}));
}

TEST_CASE("a file that ends with a block has an empty last part") {
  const Folder folder;
  const std::string given = std::string(block_bytes - 1, 'x') + '\n';
  const Parts cut = parts(folder.write("f", given));
  CHECK((joined(cut.parts) == given));
  CHECK(cut.parts.back() == "");
}

TEST_CASE("a pipe is read to its end, in pieces as they come") {
  const Folder folder;
  const std::string path = folder / "pipe";
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  std::jthread writer([&] {
    std::ofstream stream(path, std::ios::binary);
    for (int i = 0; i < 100; ++i) stream << "line " << i << " é\n" << std::flush;
  });
  const Whole file = whole(path);
  CHECK(file.bytes.starts_with("line 0 é\nline 1 é\n"));
  CHECK(file.bytes.ends_with("line 99 é\n"));
  CHECK(file.is_one_block);
}

TEST_CASE("what cannot be opened or read is an error with the path") {
  const Folder folder;
  const auto missing = InputFile::open(folder / "missing");
  REQUIRE_FALSE(missing);
  CHECK(missing.errors()[0].place.path == folder / "missing");
  CHECK(missing.errors()[0].what == "cannot open the file: No such file or directory");
  auto directory = InputFile::open(folder.path());
  if (directory) {
    Buffer buffer;
    bool is_last = false;
    uint64_t repaired = 0;
    const auto error = directory->read(buffer, is_last, repaired);
    REQUIRE(error);
    CHECK(error->what == "cannot read the file: Is a directory");
  }
}

TEST_CASE("a file moves without losing its place") {
  const Folder folder;
  std::string given;
  while (given.size() < block_bytes + 100) given += "some line\n";
  auto opened = InputFile::open(folder.write("f", given));
  REQUIRE(opened);
  Buffer buffer;
  bool is_last = false;
  uint64_t repaired = 0;
  REQUIRE_FALSE(opened->read(buffer, is_last, repaired));
  REQUIRE_FALSE(opened->cut(buffer, is_last, repaired, at_line));
  std::string read(buffer.bytes());
  InputFile moved = std::move(*opened);
  InputFile assigned = std::move(*InputFile::open(folder / "f"));
  assigned = std::move(moved);
  REQUIRE_FALSE(assigned.read(buffer, is_last, repaired));
  CHECK(is_last);
  CHECK((read + std::string(buffer.bytes()) == given));
}

}  // namespace
}  // namespace decant
