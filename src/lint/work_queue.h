// Which file, which files of an archive or which part of a large file a worker takes next. Nobody runs too far ahead of what has
// been told, so that memory stays bounded.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "input/archive.h"
#include "input/read.h"
#include "input/walk.h"
#include "lint/piece.h"
#include "transcript/formats.h"

namespace decant {

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

// Files of an archive: those from next.member on, `count` of them.
struct OpenArchive {
  std::shared_ptr<const Archive> archive;
  std::shared_ptr<const std::vector<std::size_t>> wanted;  // indices of its members
  Key next;
  std::size_t count = 0;
};

struct FileTask {
  std::size_t file;
  std::variant<WalkedFile, Error> found;
};
using Task = std::variant<std::vector<FileTask>, OpenArchive, OpenFile>;

// May be used by many threads at once.
class WorkQueue {
 public:
  // `must_stop` says whether the run is to end early; `call` is called, by a worker, when there is more to do than it has taken.
  WorkQueue(Walk& walk, std::function<bool()> must_stop, std::function<void()> call)
      : walk_(walk), must_stop_(std::move(must_stop)), call_(std::move(call)) {}

  // Waits for something to do; nullopt when there will be nothing more. Who took a task ends it with end_task().
  std::optional<Task> take();
  void end_task();
  void offer(OpenFile file);
  void offer(OpenArchive archive);
  // All before `next` has been told.
  void told_until(Key next);
  // Lets those who wait see that the run is to end.
  void wake();
  // Whether somebody saw that, so that not all was taken.
  bool was_stopped() const;

 private:
  std::optional<Task> next_task();
  std::optional<OpenFile> next_part();
  std::optional<OpenArchive> next_members();
  std::vector<FileTask> next_files();
  bool has_next_file();
  bool has_more() const { return !is_walk_done_ || !open_files_.empty() || !open_archives_.empty(); }

  Walk& walk_;
  const std::function<bool()> must_stop_;
  const std::function<void()> call_;
  mutable std::mutex mutex_;  // of all below
  std::condition_variable room_;
  std::size_t next_file_ = 0;
  std::optional<std::variant<WalkedFile, Error>> next_found_;
  bool is_walk_done_ = false;  // then there is no next one
  bool was_stopped_ = false;
  int tasks_in_work_ = 0;  // taken and not yet done
  std::vector<OpenFile> open_files_;
  std::vector<OpenArchive> open_archives_;
  Key telling_;
};

}  // namespace decant
