// decant lint: paths → walk → read → parse → normalise → match → judge → score → report → exit status. The steps from read to
// score run in lint/batch, per conversation; here they are put together.
#include <csignal>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <optional>
#include <thread>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/load_reading.h"
#include "cli/load_rules.h"
#include "lint/batch.h"
#include "report/outputs.h"
#include "report/terminal.h"
#include "report/whole_file.h"

namespace decant {
namespace {

// Set by SIGINT; the one thing a signal handler can reach.
std::atomic<bool> is_interrupted = false;

// More workers than cores: on a cold disk they wait for reads.
int default_jobs() { return std::max(8, 2 * static_cast<int>(std::thread::hardware_concurrency())); }

// Standard output, or a file that appears whole.
class Destination {
 public:
  explicit Destination(std::optional<WholeFile> file) : file_(std::move(file)) {}

  // False if nobody reads any more, which is no error, or if the disk is full, which is.
  bool write(std::string_view bytes) {
    if (file_) return file_->write(bytes), true;
    while (!bytes.empty()) {
      const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) {
        error_ = errno;
        return false;
      }
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
  }

  std::optional<Error> finish() {
    if (file_) return file_->finish();
    if (error_ != 0 && error_ != EPIPE)
      return Error{{}, fmt::format("cannot write to standard output: {}", std::system_category().message(error_)), "", ""};
    return std::nullopt;
  }

 private:
  std::optional<WholeFile> file_;
  int error_ = 0;
};

class Report final : public BatchListener {
 public:
  Report(const Output& output, Destination& destination) : output_(output), destination_(destination) {}

  void render(const Verdict& verdict, std::string& text) const override {
    const std::size_t before = text.size();
    if (before) text += output_.between();
    const std::size_t start = text.size();
    output_.conversation(verdict, text);
    if (text.size() == start) text.resize(before);
  }

  bool tell(std::string text, const Errors& errors) override {
    for (const Error& error : errors) std::fputs(("decant: " + describe(error)).c_str(), stderr);
    if (text.empty()) return true;
    if (has_told_) text.insert(0, output_.between());
    has_told_ = true;
    return destination_.write(text);
  }

 private:
  const Output& output_;
  Destination& destination_;
  bool has_told_ = false;
};

bool is_failing(const LintOptions& options, const Summary& summary) {
  if (options.fail_on)
    for (int level = static_cast<int>(*options.fail_on); level < severity_count; ++level)
      if (summary.faults[static_cast<std::size_t>(level)]) return true;
  return options.min_score && summary.lowest_score && *summary.lowest_score < *options.min_score;
}

int fail(const Errors& errors) {
  for (const Error& error : errors) std::fputs(("decant: " + describe(error)).c_str(), stderr);
  return status_incomplete;
}

}  // namespace

int lint_command(const LintOptions& options) {
  std::signal(SIGPIPE, SIG_IGN);
  struct sigaction interrupt {};
  interrupt.sa_handler = [](int) { is_interrupted = true; };
  interrupt.sa_flags = static_cast<int>(SA_RESETHAND);  // a second one ends decant at once
  ::sigaction(SIGINT, &interrupt, nullptr);

  // The packs are checked whole before anything is linted with them.
  auto rules = load_rules(options.rules, options.scorecard);
  if (!rules) {
    const int status = fail(rules.errors());
    fmt::print(stderr, "decant: {} error{} in what was to be linted with; nothing was linted\n", rules.errors().size(),
               rules.errors().size() == 1 ? "" : "s");
    return status;
  }

  const auto reading = load_reading(options.input);
  if (!reading) return fail(reading.errors());

  std::optional<WholeFile> file;
  if (!options.output.empty()) {
    auto created = WholeFile::create(options.output);
    if (!created) return fail(created.errors());
    file.emplace(std::move(*created));
  }
  OutputOptions output_options;
  const bool is_to_terminal = !file && is_terminal(STDOUT_FILENO);
  output_options.colour = options.colour == When::always || (options.colour == When::automatic && !file && may_colour(STDOUT_FILENO));
  output_options.width = is_to_terminal ? terminal_width(STDOUT_FILENO) : 100;
  output_options.show_pii = options.show_pii;
  output_options.pack_hash = rules->hash;
  const std::unique_ptr<Output> output = output_format_named(options.format)->make(output_options);
  Destination destination(std::move(file));
  Report report(*output, destination);

  BatchOptions batch;
  batch.jobs = options.jobs ? options.jobs : default_jobs();
  batch.reading = reading->options;
  batch.engine = options.engine == "naive" ? Scan::Engine::naive : Scan::Engine::prefiltered;
  batch.stop = &is_interrupted;
  Walk walk(options.paths, {options.include, options.exclude});
  destination.write(output->begin());
  const BatchEnd end = lint_batch(walk, *rules->book, rules->card, batch, report);
  if (!(end.was_stopped && !is_interrupted)) destination.write(output->end(end.summary));
  if (auto error = destination.finish()) return fail({*error});

  if (is_interrupted) {
    fmt::print(stderr, "decant: interrupted; what was judged until then is printed\n");
    return status_incomplete;
  }
  if (end.summary.errors) return status_incomplete;
  return is_failing(options, end.summary) ? status_findings : status_clean;
}

}  // namespace decant
