#include "lint/read_block.h"

#include <utility>

#include <fmt/format.h>

#include "transcript/assign_roles.h"

namespace decant {
namespace {

constexpr std::size_t recognised_head = 64 << 10;

void warn(const Source& source, Transcript& transcript) {
  if (!source.guess.empty())
    transcript.warnings.push_back(fmt::format("read as {}, which is a guess: the file is not in UTF-8", source.guess));
  if (source.repaired == 0) return;
  transcript.warnings.push_back(source.repaired == 1
                                    ? std::string("a byte that stands for no character was repaired")
                                    : fmt::format("{} bytes that stand for no character were repaired", source.repaired));
}

}  // namespace

Result<const Format*> format_of(std::string_view path, std::string_view bytes, bool is_whole, const ReadingOptions& options) {
  if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos && is_whole)
    return Error{{std::string(path)}, "the file is empty", "no conversation to judge", ""};
  if (options.format) return options.format;
  const std::string_view head = bytes.substr(0, recognised_head);
  if (const Format* format = recognise_format(head, is_whole && head.size() == bytes.size())) return format;
  return Error{{std::string(path)},
               bytes.find('\0') != std::string_view::npos ? "not a transcript: the file is binary" : "no format decant knows",
               "leave it out with --exclude, or name its format with --input-format", ""};
}

void read_block(const Source& source, const Block& block, const Format& format, const ReadingOptions& options, const Sink& sink) {
  bool is_first = true;
  Sink with_roles = sink;
  with_roles.transcript = [&](Transcript&& transcript) {
    assign_roles(transcript, options.roles);
    if (std::exchange(is_first, false)) warn(source, transcript);
    sink.transcript(std::move(transcript));
  };
  with_roles.error = [&](Error&& error) {
    is_first = false;
    sink.error(std::move(error));
  };
  Block among = block;
  among.mapping = options.mapping;
  format.read(among, with_roles);
}

}  // namespace decant
