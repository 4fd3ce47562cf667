#include "lint/work_queue.h"

#include <algorithm>
#include <utility>

namespace decant {
namespace {

constexpr std::size_t files_ahead = 1024;  // of the one being told
constexpr std::size_t parts_ahead = 16;
// Taken at once, so that small files do not queue for the lock. The first ones go singly: of a few files every worker gets some.
constexpr std::size_t files_a_turn = 8;
constexpr std::size_t first_files = 64;

}  // namespace

std::optional<Task> WorkQueue::take() {
  std::unique_lock lock(mutex_);
  for (;;) {
    if (must_stop_()) {
      was_stopped_ = true;
      return std::nullopt;
    }
    if (std::optional<Task> task = next_task()) {
      ++tasks_in_work_;
      const bool calls = has_more();
      lock.unlock();
      if (calls) call_();
      return task;
    }
    // Whoever is still at work may come upon a large file and offer its parts.
    if (!has_more() && tasks_in_work_ == 0) return std::nullopt;
    room_.wait(lock);
  }
}

std::optional<Task> WorkQueue::next_task() {
  if (auto part = next_part()) return Task(std::move(*part));
  if (auto members = next_members()) return Task(std::move(*members));
  if (auto files = next_files(); !files.empty()) return Task(std::move(files));
  return std::nullopt;
}

std::optional<OpenFile> WorkQueue::next_part() {
  const auto open = std::ranges::find_if(open_files_, [&](const OpenFile& file) {
    return file.next.part < parts_ahead + (file.next.file == telling_.file ? telling_.part : 0);
  });
  if (open == open_files_.end()) return std::nullopt;
  OpenFile file = std::move(*open);
  open_files_.erase(open);
  return file;
}

std::optional<OpenArchive> WorkQueue::next_members() {
  const auto open = std::ranges::find_if(open_archives_, [&](const OpenArchive& archive) {
    return archive.next.member < files_ahead + (archive.next.file == telling_.file ? telling_.member : 0);
  });
  if (open == open_archives_.end()) return std::nullopt;
  OpenArchive members = *open;
  members.count = std::min(files_a_turn, open->wanted->size() - open->next.member);
  open->next.member += members.count;
  if (open->next.member == open->wanted->size()) open_archives_.erase(open);
  return members;
}

std::vector<FileTask> WorkQueue::next_files() {
  std::vector<FileTask> files;
  if (next_file_ >= telling_.file + files_ahead) return files;
  const std::size_t wanted = next_file_ < first_files ? 1 : files_a_turn;
  while (files.size() < wanted && has_next_file()) files.push_back({next_file_++, *std::exchange(next_found_, std::nullopt)});
  has_next_file();  // so that nobody is called for the next one if there is none
  return files;
}

bool WorkQueue::has_next_file() {
  if (!next_found_ && !is_walk_done_) {
    next_found_ = walk_.next();
    is_walk_done_ = !next_found_;
    if (is_walk_done_) room_.notify_all();
  }
  return next_found_.has_value();
}

void WorkQueue::end_task() {
  const std::lock_guard lock(mutex_);
  if (--tasks_in_work_ == 0) room_.notify_all();
}

void WorkQueue::offer(OpenFile file) {
  {
    const std::lock_guard lock(mutex_);
    open_files_.push_back(std::move(file));
    room_.notify_one();
  }
  call_();
}

void WorkQueue::offer(OpenArchive archive) {
  {
    const std::lock_guard lock(mutex_);
    open_archives_.push_back(std::move(archive));
    room_.notify_all();
  }
  call_();
}

void WorkQueue::told_until(Key next) {
  const std::lock_guard lock(mutex_);
  telling_ = next;
  room_.notify_one();
}

void WorkQueue::wake() {
  const std::lock_guard lock(mutex_);
  room_.notify_all();
}

bool WorkQueue::was_stopped() const {
  const std::lock_guard lock(mutex_);
  return was_stopped_;
}

}  // namespace decant
