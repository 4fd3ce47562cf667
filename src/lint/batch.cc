// Workers take what the queue gives them (work_queue.h), read and judge it; the caller's thread tells it in order (teller.h). There
// are no more workers than there is work: one file of one conversation is judged by one.
#include "lint/batch.h"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "input/read.h"
#include "lint/neighbours.h"
#include "lint/teller.h"
#include "lint/work_queue.h"
#include "transcript/formats/time.h"

namespace decant {
namespace {

class Batch {
 public:
  Batch(Walk& walk, const RuleBook& book, const Scorecard& card, const BatchOptions& options, BatchListener& listener)
      : walk_(walk), book_(book), card_(card), options_(options), listener_(listener), teller_(book, listener),
        queue_(walk, [this] { return must_stop(); }, [this] { add_worker(); }) {}

  BatchEnd run() {
    add_worker();
    const bool goes_on = teller_.run([this](Key next) { queue_.told_until(next); });
    if (!goes_on) {
      is_ended_ = true;
      queue_.wake();
    }
    join_workers();
    if (goes_on) teller_.release(Judge(book_, card_, judge_options()), summary_);
    summary_.repeated_lines = teller_.lines().result();
    summary_.forgotten_lines = teller_.lines().forgotten();
    return {std::move(summary_), !goes_on || queue_.was_stopped()};
  }

 private:
  // What one thread has of its own.
  struct Worker {
    Worker(const RuleBook& book, const Scorecard& card, const JudgeOptions& options) : judge(book, card, options) {}

    Judge judge;
    Buffer buffer = {};
    Summary summary = {};
    std::vector<std::pair<Key, Piece>> done = {};  // of the task at hand: told together, so that the teller is not woken for each
  };

  JudgeOptions judge_options() const { return {options_.engine, options_.suppressions, options_.times, options_.with_comments}; }
  bool must_stop() const { return is_ended_ || (options_.stop && options_.stop->load(std::memory_order_relaxed)); }

  void add_worker() {
    const std::lock_guard lock(mutex_);
    if (workers_.size() >= static_cast<std::size_t>(std::max(1, options_.jobs))) return;
    ++working_;
    workers_.emplace_back([this] { work(); });
  }

  // Those who are at work may still call for others, but only as long as one of them works.
  void join_workers() {
    for (std::size_t i = 0;; ++i) {
      std::unique_lock lock(mutex_);
      if (i == workers_.size()) return;
      std::jthread worker = std::move(workers_[i]);
      lock.unlock();
      worker.join();
    }
  }

  void work() {
    Worker worker(book_, card_, judge_options());
    while (std::optional<Task> task = queue_.take()) {
      if (auto* files = std::get_if<std::vector<FileTask>>(&*task)) {
        for (FileTask& file : *files) {
          if (must_stop()) break;
          lint_file(file, worker);
        }
      } else if (auto* members = std::get_if<OpenArchive>(&*task)) {
        lint_members(*members, worker);
      } else {
        lint_part(std::move(std::get<OpenFile>(*task)), worker);
      }
      teller_.put(std::exchange(worker.done, {}));
      queue_.end_task();
      // One enormous file must not leave its buffer behind for the rest of the run.
      if (worker.buffer.storage.size() > 4 * block_bytes) worker.buffer = {};
    }
    const std::lock_guard lock(mutex_);
    summary_.add(worker.summary);
    if (--working_ == 0) teller_.close();
  }

  void lint_file(FileTask& task, Worker& worker) {
    const Key key{task.file};
    if (options_.files_done) ++*options_.files_done;
    if (auto* error = std::get_if<Error>(&task.found)) {
      ++worker.summary.files;
      return give_up(key, {}, std::move(*error), worker);
    }
    const auto& walked = std::get<WalkedFile>(task.found);
    lint_opened(InputFile::open(walked.path), key, {}, &walked, worker);
  }

  // Some files of an archive, from `members.next` on.
  void lint_members(const OpenArchive& members, Worker& worker) {
    const std::size_t end = members.next.member + members.count;
    for (std::size_t i = members.next.member; i < end && !must_stop(); ++i) {
      const Archive::Member& member = members.archive->members()[(*members.wanted)[i]];
      lint_opened(InputFile::open(*members.archive, member), {members.next.file, i, 0},
                  {members.archive, member.name, i + 1 == members.wanted->size()}, nullptr, worker);
    }
  }

  // `walked` is null for a file of an archive: an archive in there has been opened with it.
  void lint_opened(Result<InputFile> file, Key key, Home home, const WalkedFile* walked, Worker& worker) {
    if (!file) {
      ++worker.summary.files;
      return give_up(key, home, file.errors()[0], worker);
    }
    bool is_last = false;
    uint64_t repaired = 0;
    std::optional<Error> error = file->read(worker.buffer, is_last, repaired);
    if (!error && file->is_archive() && walked) return open_archive(*file, key, *walked, worker);
    ++worker.summary.files;
    if (error) return give_up(key, home, std::move(*error), worker);
    Piece result;
    result.is_last_member = home.is_last_member;
    const auto known = format_of(file->path(), worker.buffer.bytes(), is_last, options_.reading);
    if (!known) return give_up(key, home, known.errors()[0], worker);
    const Format* const format = *known;
    if (!is_last && format->cut)
      return lint_block({std::move(*file), format, key, std::move(home)}, is_last, repaired, worker);
    if (!is_last)
      if ((error = file->read_rest(worker.buffer, repaired))) return give_up(key, home, std::move(*error), worker);
    read_part(Source(*file, repaired), {file->path(), worker.buffer.bytes(), 1}, format, home, result, worker);
    worker.done.emplace_back(key, std::move(result));
  }

  void open_archive(InputFile& file, Key key, const WalkedFile& walked, Worker& worker) {
    auto archive = file.open_archive(worker.buffer);
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; archive && i < (*archive)->members().size(); ++i) {
      const Archive::Member& member = (*archive)->members()[i];
      if (!member.fault.empty() || walk_.wants(walked, member.name)) wanted.push_back(i);
    }
    if (archive && !wanted.empty())
      return queue_.offer(OpenArchive{*archive, std::make_shared<const std::vector<std::size_t>>(std::move(wanted)), key});
    ++worker.summary.files;
    if (!archive) return give_up(key, {}, archive.errors()[0], worker);
    if ((*archive)->members().empty())
      return give_up(key, {}, {{file.path()}, "an archive without files", "no conversation to judge", ""}, worker);
    worker.done.emplace_back(key, Piece());
  }

  void lint_part(OpenFile open, Worker& worker) {
    bool is_last = false;
    uint64_t repaired = 0;
    if (auto error = open.file.read(worker.buffer, is_last, repaired)) return give_up(open.next, open.home, std::move(*error), worker);
    lint_block(std::move(open), is_last, repaired, worker);
  }

  // A part of a large file: what comes behind it is offered to the other workers before this one is judged.
  void lint_block(OpenFile open, bool is_last, uint64_t repaired, Worker& worker) {
    const Key key = open.next;
    const Home home = open.home;
    const uint32_t line = open.file.next_line();
    if (auto error = open.file.cut(worker.buffer, is_last, repaired, open.format->cut, open.format->part_bytes))
      return give_up(key, home, std::move(*error), worker);
    Piece result;
    result.is_last = is_last;
    result.is_last_member = home.is_last_member;
    const Format* const format = open.format;
    const Source source(open.file, repaired);
    if (!is_last) {
      ++open.next.part;
      queue_.offer(std::move(open));
    }
    read_part(source, {source.path, worker.buffer.bytes(), line}, format, home, result, worker);
    worker.done.emplace_back(key, std::move(result));
  }

  // Nothing more comes of this file.
  void give_up(Key key, const Home& home, Error error, Worker& worker) {
    Piece result;
    result.is_last_member = home.is_last_member;
    fail(std::move(error), result, worker);
    worker.done.emplace_back(key, std::move(result));
  }

  void read_part(const Source& source, const Block& block, const Format* format, const Home& home, Piece& result, Worker& worker) {
    uint64_t conversations = 0;
    bool is_companion = false;  // it is read with the conversations beside it
    const Sink sink{[&](Transcript&& transcript) {
                      if (must_stop()) return;
                      ++conversations;
                      correct(transcript, options_.corrections);
                      consider(transcript, result, worker);
                    },
                    [&](Error&& error) {
                      ++conversations;
                      fail(std::move(error), result, worker);
                    },
                    [&](std::string_view) { is_companion = true; }};
    Block among = block;
    among.is_last = result.is_last;
    among.neighbours = [&](std::string_view name) {
      return home.archive ? Neighbours::read(*home.archive, home.name, name) : neighbours_.read(block.path, name);
    };
    read_block(source, among, *format, options_.reading, sink);
    const bool is_whole = block.first_line == 1 && result.is_last;
    if (is_whole && conversations == 0 && !is_companion && result.errors.empty() && !must_stop())
      fail({{std::string(block.path)}, fmt::format("no conversation in it, read as {}", format->name), "", ""}, result, worker);
  }

  void consider(const Transcript& transcript, Piece& result, Worker& worker) {
    Judgement judgement = worker.judge.consider(transcript);
    if (!judgement.adjourned) add(std::move(judgement.verdict), result, worker);
    std::move(judgement.lines.begin(), judgement.lines.end(), std::back_inserter(result.lines));
    if (judgement.steps.empty()) return;
    Contact contact{transcript.case_id, transcript.customer, std::nullopt, transcript.id.empty() ? transcript.path : transcript.id,
                    std::move(judgement.steps)};
    if (const auto time = time_from(transcript.started); time && time->kind == Time::Kind::instant) contact.instant = time->seconds;
    if (judgement.adjourned) result.texts.push_back({});
    result.said.push_back({result.texts.size() - 1, std::move(contact), std::move(judgement.adjourned)});
  }

  // An error is told twice: to the caller, and as a verdict with nothing but errors.
  void fail(Error error, Piece& result, Worker& worker) {
    Verdict verdict;
    verdict.path = error.place.path;
    verdict.score.unscored = "could not be read";
    verdict.errors.push_back(error);
    result.errors.push_back(std::move(error));
    add(std::move(verdict), result, worker);
  }

  void add(Verdict verdict, Piece& result, Worker& worker) {
    listener_.amend(verdict);
    worker.summary.add(verdict);
    listener_.render(verdict, result.texts.back());
  }

  Walk& walk_;
  const RuleBook& book_;
  const Scorecard& card_;
  const BatchOptions& options_;
  BatchListener& listener_;
  Neighbours neighbours_;

  std::atomic<bool> is_ended_ = false;
  Teller teller_;
  WorkQueue queue_;
  std::mutex mutex_;  // of all below
  std::vector<std::jthread> workers_;
  int working_ = 0;
  Summary summary_;
};

}  // namespace

BatchEnd lint_batch(Walk& walk, const RuleBook& book, const Scorecard& card, const BatchOptions& options,
                    BatchListener& listener) {
  return Batch(walk, book, card, options, listener).run();
}

}  // namespace decant
