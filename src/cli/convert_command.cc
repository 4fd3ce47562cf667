// decant convert: paths → walk → read → (redact) → write. One conversation after the other, so that memory stays flat.
#include <csignal>
#include <cstdio>
#include <optional>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/load_reading.h"
#include "cli/printing.h"
#include "cli/read_file.h"
#include "input/walk.h"
#include "report/whole_file.h"
#include "transcript/redact.h"
#include "transcript/writers.h"

namespace decant {
namespace {

// Where conversations go. The first is held back until it is known whether it is the only one.
class Written {
 public:
  Written(const TranscriptWriter& writer, std::optional<WholeFile> file) : writer_(writer), file_(std::move(file)) {}

  // False if nobody reads any more, or the disk is full.
  bool add(const Transcript& transcript) {
    std::string text;
    writer_.write(transcript, text);
    if (++count_ == 1) {
      held_ = std::move(text);
      return true;
    }
    const std::string before = count_ == 2 ? std::string(writer_.before(false)) + held_ : std::string();
    held_.clear();
    return put(before + std::string(writer_.between) + text);
  }

  int finish() {
    if (count_ == 1) put(std::string(writer_.before(true)) + held_);
    if (count_ > 0) put(writer_.after(count_ == 1));
    if (file_) {
      if (auto error = file_->finish()) return fail({*error});
      return status_clean;
    }
    return print("", status_);
  }

  std::size_t count() const { return count_; }

 private:
  bool put(std::string_view text) {
    if (file_) return file_->write(text), true;
    status_ = print(text, status_clean);
    return status_ == status_clean && std::ferror(stdout) == 0;
  }

  const TranscriptWriter& writer_;
  std::optional<WholeFile> file_;
  std::string held_;
  std::size_t count_ = 0;
  int status_ = status_clean;
};

}  // namespace

int convert_command(const ConvertOptions& options) {
  const auto reading = load_reading(options.input);
  if (!reading) return fail(reading.errors());
  std::optional<WholeFile> file;
  if (!options.output.empty()) {
    auto created = WholeFile::create(options.output);
    if (!created) return fail(created.errors());
    file.emplace(std::move(*created));
  }
  const TranscriptWriter& writer = *transcript_writer_named(options.to);
  Written written(writer, std::move(file));
  Neighbours neighbours;
  int status = status_clean;
  bool goes_on = true;
  FileListener listener;
  listener.sink.transcript = [&](Transcript&& transcript) {
    if (!goes_on) return;
    for (const std::string& warning : transcript.warnings)
      fmt::print(stderr, "decant: {}", describe(Error{{transcript.path}, warning, "", ""}));
    if (options.is_redacted) redact(transcript);
    goes_on = written.add(transcript);
  };
  listener.done = [&](Result<FileRead>&& read) {
    if (!read) status = fail(read.errors());
  };
  listener.sink.error = [&](Error&& error) { status = fail({error}); };
  Walk walk(options.paths, {options.include, options.exclude});
  while (goes_on) {
    auto next = walk.next();
    if (!next) break;
    if (const auto* error = std::get_if<Error>(&*next)) {
      status = fail({*error});
      continue;
    }
    const WalkedFile& found = std::get<WalkedFile>(*next);
    listener.wants = [&](const std::string& member) { return walk.wants(found, member); };
    read_file(found.path, reading->options, neighbours, listener);
  }
  const int end = written.finish();
  if (writer.name == "text" && written.count() > 1)
    fmt::print(stderr, "decant: {} conversations stand one behind the other; to read them back, convert to jsonl\n",
               written.count());
  return end != status_clean ? end : status;
}

}  // namespace decant
