// How far a long run has come, on standard error: only on a terminal, and only once it has lasted over two seconds.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "input/walk.h"

namespace decant {

// "1,204 of 5,800 files · 310 a second · 0:15 left"; `all` is 0 while they are being counted.
std::string progress_line(uint64_t done, uint64_t all, double seconds);

class Progress {
 public:
  // Counts the files that `paths` lead to on a thread of its own. Does nothing at all where nobody looks.
  Progress(std::vector<std::string> paths, WalkOptions options);

  // To be counted up by whoever works; null where nobody looks.
  std::atomic<uint64_t>* files_done() { return is_shown_ ? &done_ : nullptr; }
  // Takes the line away.
  void finish();

 private:
  void show(std::stop_token stop);

  const bool is_shown_;
  std::atomic<uint64_t> done_ = 0;
  std::atomic<uint64_t> all_ = 0;
  std::jthread counter_, shower_;
};

}  // namespace decant
