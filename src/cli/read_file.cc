#include "cli/read_file.h"

#include <fmt/format.h>

#include "input/archive.h"

namespace decant {
namespace {

using Beside = std::function<std::vector<std::string>(std::string_view name)>;

// What there is in a file that has been read up to `buffer`.
Result<FileRead> read_open(InputFile& file, Buffer& buffer, bool is_last, uint64_t repaired, const ReadingOptions& options,
                           const Beside& beside, const Sink& sink) {
  const auto format = format_of(file.path(), buffer.bytes(), is_last, options);
  if (!format) return format.errors();
  FileRead out{file.path(), *format, {}};
  bool is_empty = true;
  Sink counted = sink;
  counted.transcript = [&](Transcript&& transcript) {
    is_empty = false;
    sink.transcript(std::move(transcript));
  };
  counted.error = [&](Error&& error) {
    is_empty = false;
    sink.error(std::move(error));
  };
  counted.companion = [&](std::string_view what) { out.companion = what; };
  const auto cut = (*format)->cut;
  if (!is_last && !cut) {
    if (auto error = file.read_rest(buffer, repaired)) return *error;
    is_last = true;
  }
  for (;;) {
    const uint32_t line = file.next_line();
    if (!is_last)
      if (auto error = file.cut(buffer, is_last, repaired, cut, (*format)->part_bytes)) return *error;
    Block block{file.path(), buffer.bytes(), cut ? line : 1};
    block.neighbours = beside;
    block.is_last = is_last;
    read_block(Source(file, repaired), block, **format, options, counted);
    if (is_last) break;
    repaired = 0;
    if (auto error = file.read(buffer, is_last, repaired)) return *error;
  }
  if (is_empty && out.companion.empty())
    return Error{{file.path()}, fmt::format("no conversation in it, read as {}", (*format)->name), "", ""};
  return out;
}

void read_members(const Archive& archive, const ReadingOptions& options, const FileListener& listener) {
  for (const Archive::Member& member : archive.members()) {
    if (member.fault.empty() && listener.wants && !listener.wants(member.name)) continue;
    auto file = InputFile::open(archive, member);
    if (!file) {
      listener.done(file.errors());
      continue;
    }
    Buffer buffer;
    bool is_last = false;
    uint64_t repaired = 0;
    if (auto error = file->read(buffer, is_last, repaired)) {
      listener.done(*error);
      continue;
    }
    const Beside beside = [&](std::string_view name) { return Neighbours::read(archive, member.name, name); };
    listener.done(read_open(*file, buffer, is_last, repaired, options, beside, listener.sink));
  }
}

}  // namespace

void read_file(const std::string& path, const ReadingOptions& options, Neighbours& neighbours, const FileListener& listener) {
  auto file = InputFile::open(path);
  if (!file) return listener.done(file.errors());
  Buffer buffer;
  bool is_last = false;
  uint64_t repaired = 0;
  const auto error = file->read(buffer, is_last, repaired);
  if (!error && file->is_archive()) {
    const auto archive = file->open_archive(buffer);
    if (!archive) return listener.done(archive.errors());
    if ((*archive)->members().empty())
      return listener.done(Error{{path}, "an archive without files", "no conversation to judge", ""});
    return read_members(**archive, options, listener);
  }
  if (error) return listener.done(*error);
  const Beside beside = [&](std::string_view name) { return neighbours.read(file->path(), name); };
  listener.done(read_open(*file, buffer, is_last, repaired, options, beside, listener.sink));
}

}  // namespace decant
