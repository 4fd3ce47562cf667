// Output that must wait: from the first adjourned hearing on, everything behind it is kept, in memory while it is small and in a
// temporary file from then on, until the hearings can be closed.
#pragma once

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lint/judge.h"

namespace decant {

class Holding {
 public:
  struct Entry {
    std::size_t text = 0;  // bytes of kept text before the hearing
    std::unique_ptr<Hearing> hearing;
    std::size_t contact = 0;
  };

  Holding() = default;
  ~Holding();
  Holding(const Holding&) = delete;
  Holding& operator=(const Holding&) = delete;

  bool is_empty() const { return entries_.empty(); }
  void keep(std::unique_ptr<Hearing> hearing, std::size_t contact);
  // REQUIRES: !is_empty().
  void keep(std::string_view text);

  // Gives everything back in order: text pieces to `text(std::string)`, hearings to `hearing(Entry&)`; ends early if one returns false.
  template <typename T, typename H>
  void release(T&& text, H&& hearing) {
    std::size_t at = 0;
    for (Entry& entry : entries_) {
      if (!give(at, entry.text, text) || !hearing(entry)) return;
      at = entry.text;
    }
    give(at, size_, text);
  }

 private:
  template <typename T>
  bool give(std::size_t from, std::size_t to, T&& text) {
    constexpr std::size_t piece = 1 << 20;
    for (; from < to; from += piece)
      if (!text(read(from, std::min(piece, to - from)))) return false;
    return true;
  }
  std::string read(std::size_t from, std::size_t size) const;

  std::vector<Entry> entries_;
  std::string memory_;          // until it is too large
  std::FILE* file_ = nullptr;   // then all of it is here
  std::size_t size_ = 0;
};

}  // namespace decant
