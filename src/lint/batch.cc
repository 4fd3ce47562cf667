// The order of output is (file, member, part). Workers take the next file, the next files of an archive or the next part of a
// large file that somebody has opened; the caller's thread puts the results back in order. A part knows whether another one
// follows, and so does a member, so nobody needs to know how many there will be.
#include "lint/batch.h"

#include <algorithm>
#include <condition_variable>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <variant>

#include <fmt/format.h>

#include "input/read.h"
#include "lint/across.h"
#include "lint/holding.h"
#include "lint/neighbours.h"
#include "transcript/formats/time.h"

namespace decant {
namespace {

constexpr std::size_t files_ahead = 1024;  // of the one being told
constexpr std::size_t files_a_turn = 8;    // taken at once, so that small files do not queue for the lock
constexpr std::size_t parts_ahead = 16;

struct Key {
  std::size_t file = 0;
  std::size_t member = 0;  // of an archive; 0 for what is none
  std::size_t part = 0;
  friend auto operator<=>(const Key&, const Key&) = default;
};

// A conversation that said a step of a rule over several contacts.
struct Said {
  std::size_t text;  // index in Piece::texts of what comes behind it
  Contact contact;
  std::unique_ptr<Hearing> adjourned;  // null if its verdict is in the text already
};

struct Piece {
  std::vector<std::string> texts = {{}};  // cut where an adjourned hearing belongs
  std::vector<Said> said;
  std::vector<LineSaid> lines;
  Errors errors;
  bool is_last = true;         // part of its file
  bool is_last_member = true;  // of its archive
};

// What a file lies in, for those beside it.
struct Home {
  std::shared_ptr<const Archive> archive;  // null: a folder
  std::string name;                        // the file's in the archive
  bool is_last_member = true;
};

// A large file between two parts.
struct OpenFile {
  InputFile file;
  const Format* format;
  Key next;
  Home home;
};

// An archive whose files wait to be taken.
struct OpenArchive {
  std::shared_ptr<const Archive> archive;
  std::shared_ptr<const std::vector<std::size_t>> wanted;  // indices of its members
  Key next;
};

struct FileTask {
  std::size_t file;
  std::variant<WalkedFile, Error> found;
};
using Task = std::variant<std::vector<FileTask>, OpenArchive, OpenFile>;

class Batch {
 public:
  Batch(Walk& walk, const RuleBook& book, const Scorecard& card, const BatchOptions& options, BatchListener& listener)
      : walk_(walk), book_(book), card_(card), options_(options), listener_(listener) {}

  BatchEnd run() {
    std::vector<std::jthread> workers;
    const int count = std::max(1, options_.jobs);
    working_ = count;
    for (int i = 0; i < count; ++i) workers.emplace_back([this] { work(); });
    tell_in_order();
    workers.clear();
    if (!is_ended_) release();
    summary_.repeated_lines = lines_.result();
    summary_.forgotten_lines = lines_.forgotten();
    return {std::move(summary_), was_stopped_};
  }

 private:
  JudgeOptions judge_options() const { return {options_.engine, options_.suppressions, options_.times, options_.with_comments}; }
  bool must_stop() const { return is_ended_ || (options_.stop && options_.stop->load(std::memory_order_relaxed)); }

  // ---- workers -------------------------------------------------------------------------------

  void work() {
    Judge judge(book_, card_, judge_options());
    Buffer buffer;
    Summary summary;
    while (std::optional<Task> task = take()) {
      if (auto* files = std::get_if<std::vector<FileTask>>(&*task)) {
        for (FileTask& file : *files) {
          if (must_stop()) break;
          lint_file(file, judge, buffer, summary);
        }
      } else if (auto* members = std::get_if<OpenArchive>(&*task)) {
        lint_members(*members, judge, buffer, summary);
      } else {
        lint_part(std::move(std::get<OpenFile>(*task)), judge, buffer, summary);
      }
      end_task();
      // One enormous file must not leave its buffer behind for the rest of the run.
      if (buffer.storage.size() > 4 * block_bytes) buffer = {};
    }
    const std::lock_guard lock(mutex_);
    summary_.add(summary);
    --working_;
    told_.notify_all();
    room_.notify_all();
  }

  std::optional<Task> take() {
    std::unique_lock lock(mutex_);
    for (;;) {
      if (must_stop()) {
        was_stopped_ = true;
        return std::nullopt;
      }
      for (auto open = open_files_.begin(); open != open_files_.end(); ++open) {
        if (open->next.file == telling_.file && open->next.part >= telling_.part + parts_ahead) continue;
        if (open->next.file != telling_.file && open->next.part >= parts_ahead) continue;
        OpenFile file = std::move(*open);
        open_files_.erase(open);
        ++tasks_in_work_;
        return file;
      }
      for (auto open = open_archives_.begin(); open != open_archives_.end(); ++open) {
        if (open->next.member >= files_ahead + (open->next.file == telling_.file ? telling_.member : 0)) continue;
        OpenArchive members = *open;
        open->next.member += files_a_turn;
        if (open->next.member >= open->wanted->size()) open_archives_.erase(open);
        ++tasks_in_work_;
        return members;
      }
      if (!is_walk_done_ && next_file_ < telling_.file + files_ahead) {
        std::vector<FileTask> files;
        while (files.size() < files_a_turn) {
          auto found = walk_.next();
          if (!found) {
            is_walk_done_ = true;
            room_.notify_all();
            break;
          }
          files.push_back({next_file_++, std::move(*found)});
        }
        if (files.empty()) continue;
        ++tasks_in_work_;
        return files;
      }
      // Whoever is still at work may come upon a large file and offer its parts.
      if (is_walk_done_ && open_files_.empty() && open_archives_.empty() && tasks_in_work_ == 0) return std::nullopt;
      room_.wait(lock);
    }
  }

  void put(Key key, Piece result) {
    const std::lock_guard lock(mutex_);
    results_.emplace(key, std::move(result));
    if (key == telling_) told_.notify_one();
  }

  void lint_file(FileTask& task, Judge& judge, Buffer& buffer, Summary& summary) {
    const Key key{task.file};
    if (options_.files_done) ++*options_.files_done;
    if (auto* error = std::get_if<Error>(&task.found)) {
      ++summary.files;
      return give_up(key, {}, std::move(*error), summary);
    }
    const auto& walked = std::get<WalkedFile>(task.found);
    lint_opened(InputFile::open(walked.path), key, {}, &walked, judge, buffer, summary);
  }

  // Some files of an archive, from `members.next` on.
  void lint_members(const OpenArchive& members, Judge& judge, Buffer& buffer, Summary& summary) {
    const std::size_t end = std::min(members.next.member + files_a_turn, members.wanted->size());
    for (std::size_t i = members.next.member; i < end && !must_stop(); ++i) {
      const Archive::Member& member = members.archive->members()[(*members.wanted)[i]];
      lint_opened(InputFile::open(*members.archive, member), {members.next.file, i, 0},
                  {members.archive, member.name, i + 1 == members.wanted->size()}, nullptr, judge, buffer, summary);
    }
  }

  // `walked` is null for a file of an archive: an archive in there has been opened with it.
  void lint_opened(Result<InputFile> file, Key key, Home home, const WalkedFile* walked, Judge& judge, Buffer& buffer,
                   Summary& summary) {
    if (!file) {
      ++summary.files;
      return give_up(key, home, file.errors()[0], summary);
    }
    bool is_last = false;
    uint64_t repaired = 0;
    std::optional<Error> error = file->read(buffer, is_last, repaired);
    if (!error && file->is_archive() && walked) return open_archive(*file, key, *walked, buffer, summary);
    ++summary.files;
    if (error) return give_up(key, home, std::move(*error), summary);
    Piece result;
    result.is_last_member = home.is_last_member;
    const auto known = format_of(file->path(), buffer.bytes(), is_last, options_.reading);
    if (!known) return give_up(key, home, known.errors()[0], summary);
    const Format* const format = *known;
    if (!is_last && format->cut)
      return lint_block({std::move(*file), format, key, std::move(home)}, is_last, repaired, judge, buffer, summary);
    if (!is_last)
      if ((error = file->read_rest(buffer, repaired))) return give_up(key, home, std::move(*error), summary);
    read_part(Source(*file, repaired), {file->path(), buffer.bytes(), 1}, format, home, judge, result, summary);
    put(key, std::move(result));
  }

  void open_archive(InputFile& file, Key key, const WalkedFile& walked, const Buffer& buffer, Summary& summary) {
    auto archive = file.open_archive(buffer);
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; archive && i < (*archive)->members().size(); ++i) {
      const Archive::Member& member = (*archive)->members()[i];
      if (!member.fault.empty() || walk_.wants(walked, member.name)) wanted.push_back(i);
    }
    if (archive && !wanted.empty()) {
      const std::lock_guard lock(mutex_);
      open_archives_.push_back({*archive, std::make_shared<const std::vector<std::size_t>>(std::move(wanted)), key});
      room_.notify_all();
      return;
    }
    ++summary.files;
    if (!archive) return give_up(key, {}, archive.errors()[0], summary);
    if ((*archive)->members().empty())
      return give_up(key, {}, {{file.path()}, "an archive without files", "no conversation to judge", ""}, summary);
    put(key, {});
  }

  void lint_part(OpenFile open, Judge& judge, Buffer& buffer, Summary& summary) {
    bool is_last = false;
    uint64_t repaired = 0;
    if (auto error = open.file.read(buffer, is_last, repaired)) return give_up(open.next, open.home, std::move(*error), summary);
    lint_block(std::move(open), is_last, repaired, judge, buffer, summary);
  }

  // A part of a large file: what comes behind it is offered to the other workers before this one is judged.
  void lint_block(OpenFile open, bool is_last, uint64_t repaired, Judge& judge, Buffer& buffer, Summary& summary) {
    const Key key = open.next;
    const Home home = open.home;
    const uint32_t line = open.file.next_line();
    if (auto error = open.file.cut(buffer, is_last, repaired, open.format->cut, open.format->part_bytes))
      return give_up(key, home, std::move(*error), summary);
    Piece result;
    result.is_last = is_last;
    result.is_last_member = home.is_last_member;
    const Format* const format = open.format;
    const Source source(open.file, repaired);
    if (!is_last) {
      const std::lock_guard lock(mutex_);
      ++open.next.part;
      open_files_.push_back(std::move(open));
      room_.notify_one();
    }
    read_part(source, {source.path, buffer.bytes(), line}, format, home, judge, result, summary);
    put(key, std::move(result));
  }

  // Nothing more comes of this file.
  void give_up(Key key, const Home& home, Error error, Summary& summary) {
    Piece result;
    result.is_last_member = home.is_last_member;
    fail(std::move(error), result, summary);
    put(key, std::move(result));
  }

  void end_task() {
    const std::lock_guard lock(mutex_);
    if (--tasks_in_work_ == 0) room_.notify_all();
  }

  void read_part(const Source& source, const Block& block, const Format* format, const Home& home, Judge& judge, Piece& result,
                 Summary& summary) {
    uint64_t conversations = 0;
    bool is_companion = false;  // it is read with the conversations beside it
    const Sink sink{[&](Transcript&& transcript) {
                      if (must_stop()) return;
                      ++conversations;
                      correct(transcript, options_.corrections);
                      consider(transcript, judge, result, summary);
                    },
                    [&](Error&& error) {
                      ++conversations;
                      fail(std::move(error), result, summary);
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
      fail({{std::string(block.path)}, fmt::format("no conversation in it, read as {}", format->name), "", ""}, result, summary);
  }

  void consider(const Transcript& transcript, Judge& judge, Piece& result, Summary& summary) {
    Judgement judgement = judge.consider(transcript);
    if (!judgement.adjourned) add(std::move(judgement.verdict), result, summary);
    std::move(judgement.lines.begin(), judgement.lines.end(), std::back_inserter(result.lines));
    if (judgement.steps.empty()) return;
    Contact contact{transcript.case_id, transcript.customer, std::nullopt, transcript.id.empty() ? transcript.path : transcript.id,
                    std::move(judgement.steps)};
    if (const auto time = time_from(transcript.started); time && time->kind == Time::Kind::instant) contact.instant = time->seconds;
    if (judgement.adjourned) result.texts.push_back({});
    result.said.push_back({result.texts.size() - 1, std::move(contact), std::move(judgement.adjourned)});
  }

  // An error is told twice: to the caller, and as a verdict with nothing but errors.
  void fail(Error error, Piece& result, Summary& summary) {
    Verdict verdict;
    verdict.path = error.place.path;
    verdict.score.unscored = "could not be read";
    verdict.errors.push_back(error);
    result.errors.push_back(std::move(error));
    add(std::move(verdict), result, summary);
  }

  void add(Verdict verdict, Piece& result, Summary& summary) {
    listener_.amend(verdict);
    summary.add(verdict);
    listener_.render(verdict, result.texts.back());
  }

  // ---- the caller's thread -------------------------------------------------------------------

  void tell_in_order() {
    std::unique_lock lock(mutex_);
    for (;;) {
      told_.wait(lock, [&] { return results_.count(telling_) || working_ == 0; });
      auto found = results_.find(telling_);
      if (found == results_.end()) return;  // all workers are done, and nothing more will come
      Piece result = std::move(found->second);
      results_.erase(found);
      telling_ = !result.is_last          ? Key{telling_.file, telling_.member, telling_.part + 1}
                 : !result.is_last_member ? Key{telling_.file, telling_.member + 1}
                                          : Key{telling_.file + 1};
      room_.notify_one();
      lock.unlock();
      const bool goes_on = tell_piece(std::move(result));
      lock.lock();
      if (!goes_on) {
        is_ended_ = true;
        was_stopped_ = true;
        room_.notify_all();
        return;
      }
    }
  }

  bool tell_piece(Piece piece) {
    if (!piece.errors.empty() && !listener_.tell({}, piece.errors)) return false;
    for (LineSaid& line : piece.lines) lines_.add(std::move(line));
    if (!tell_or_hold(std::move(piece.texts[0]))) return false;
    for (Said& said : piece.said) {
      const std::size_t contact = ledger_.add(std::move(said.contact));
      if (!said.adjourned) continue;
      holding_.keep(std::move(said.adjourned), contact);
      if (!tell_or_hold(std::move(piece.texts[said.text]))) return false;
    }
    return true;
  }

  bool tell_or_hold(std::string text) {
    if (text.empty()) return true;
    if (holding_.is_empty()) return listener_.tell(std::move(text), {});
    holding_.keep(text);
    return true;
  }

  // All contacts are known: the hearings can be closed.
  void release() {
    const Judge judge(book_, card_, judge_options());
    holding_.release([&](std::string text) { return listener_.tell(std::move(text), {}); },
                     [&](Holding::Entry& entry) {
                       Verdict verdict = judge.settle(std::move(*entry.hearing), ledger_.reached(entry.contact));
                       listener_.amend(verdict);
                       summary_.add(verdict);
                       std::string text;
                       listener_.render(verdict, text);
                       return text.empty() || listener_.tell(std::move(text), {});
                     });
  }

  Walk& walk_;
  const RuleBook& book_;
  const Scorecard& card_;
  const BatchOptions& options_;
  BatchListener& listener_;
  Neighbours neighbours_;

  std::atomic<bool> is_ended_ = false;
  std::mutex mutex_;  // of all below
  std::condition_variable room_, told_;
  std::size_t next_file_ = 0;
  bool is_walk_done_ = false;
  bool was_stopped_ = false;
  int working_ = 0;
  int tasks_in_work_ = 0;  // taken and not yet done
  std::vector<OpenFile> open_files_;
  std::vector<OpenArchive> open_archives_;
  AcrossLedger ledger_{book_};  // these three: the caller's thread only
  RunLines lines_{book_};
  Holding holding_;
  std::map<Key, Piece> results_;
  Key telling_;
  Summary summary_;
};

}  // namespace

BatchEnd lint_batch(Walk& walk, const RuleBook& book, const Scorecard& card, const BatchOptions& options,
                    BatchListener& listener) {
  return Batch(walk, book, card, options, listener).run();
}

}  // namespace decant
