#include "cli/read_conversations.h"

#include "transcript/formats.h"

namespace decant {
namespace {

constexpr std::size_t recognised_head = 64 << 10;

}  // namespace

Result<Conversations> read_conversations(const std::string& path, const std::string& input_format) {
  auto file = InputFile::open(path);
  if (!file) return file.errors();
  Conversations out{std::make_unique<Buffer>(), {}};
  bool is_last = false;
  uint64_t repaired = 0;
  if (auto error = file->read(*out.bytes, is_last, repaired)) return *error;
  if (file->is_archive()) return Error{{path}, "an archive of files, not one of them", "unpack it, and name one of its files", ""};
  if (!is_last)
    if (auto error = file->read_rest(*out.bytes, repaired)) return *error;

  const std::string_view head = out.bytes->bytes().substr(0, recognised_head);
  const Format* format = input_format.empty() ? recognise_format(head, head.size() == out.bytes->size) : format_named(input_format);
  if (!format) return Error{{path}, "no format decant knows", "name its format with --input-format", ""};
  Errors errors;
  Block block;
  block.path = file->path();
  block.bytes = out.bytes->bytes();
  Sink sink;
  sink.transcript = [&](Transcript&& transcript) { out.transcripts.push_back(std::move(transcript)); };
  sink.error = [&](Error&& error) { errors.push_back(std::move(error)); };
  format->read(block, sink);
  if (!errors.empty()) return errors;
  if (out.transcripts.empty()) return Error{{path}, "no conversation is in it", "", ""};
  return out;
}

}  // namespace decant
