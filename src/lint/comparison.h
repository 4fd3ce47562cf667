// Two runs over what should be the same conversations: before a change and after it. What was there before is known afterwards,
// what was not is news, and what is missing is gone.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "lint/summary.h"
#include "lint/verdict.h"

namespace decant {

// Filled by the first run, asked by the second; both by several workers at once. Conversations are matched by their file and
// their id; those of one file without an id are one heap.
class Comparison {
 public:
  using NameOf = std::function<std::string(const std::string& path)>;
  // Called by several workers at once.
  struct Names {
    NameOf before, after;  // what a file is called in both runs, from its path in the one or the other
    NameOf shown_before;   // what people are told of a path of the first run
  };

  explicit Comparison(Names names) : names_(std::move(names)) {}

  void add(const Verdict& before);

  // Marks what is known: the same words in the same turn, or else the same words, once for each time they were there. Sets the
  // score it had before.
  void mark(Verdict& after);

  Compared result() const;

 private:
  struct Entry {
    std::string likeness;
    GoneFinding finding;
    bool is_found = false;
  };
  struct Conversation {
    std::vector<Entry> findings;
    std::optional<Points> final_score;
    bool has_several = false;
  };
  static std::string key_of(const std::string& file, const Verdict& verdict);
  void keep(Entry& entry, Finding& finding);

  const Names names_;
  mutable std::mutex mutex_;  // of all below
  std::map<std::string, Conversation> conversations_;
  Compared result_;
};

}  // namespace decant
