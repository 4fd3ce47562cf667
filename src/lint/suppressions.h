// Findings that somebody asked to leave alone, each with a reason: by a comment in the file, in the configuration by path or
// conversation, or in a table of disputed findings. They stay in the report, but cost nothing and fail nothing. Whatever
// matches nothing any more is told, so that no list of exceptions grows old unseen.
#pragma once

#include <atomic>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "lint/verdict.h"

namespace decant {

// All that is named must hold; an empty list holds for everything.
struct Suppression {
  std::vector<std::string> rules;  // selectors
  std::vector<std::string> paths;  // globs, compared with the path as it is given to the run
  std::vector<std::string> conversations;
  std::string reason;
  Place place;
};

struct Dispute {
  std::string fingerprint, who, why;
  Place place;
};

// Filled before the run, then asked by several workers at once.
class Suppressions {
 public:
  // `below`: the folder that paths are told from. Paths that do not lie in it match as they are.
  void add(Suppression suppression, std::string below);
  void add(Dispute dispute);

  // Notes that the verdict's file was looked at.
  void reach(const Verdict& verdict) const;

  // Marks findings. REQUIRES: their fingerprints are told apart.
  void mark(const Verdict& verdict, Finding& finding) const;

  // What matched nothing, as errors with places; but for what is about files that were not looked at.
  Errors unused() const;

 private:
  struct Entry {
    Suppression of;
    std::string below;
    mutable std::atomic<bool> is_reached = false;
    mutable std::atomic<bool> is_used = false;
  };
  struct Disputed {
    Dispute of;
    mutable std::atomic<bool> is_used = false;
  };
  static bool is_about(const Entry& entry, const Verdict& verdict);

  std::deque<Entry> entries_;
  std::map<std::string, Disputed, std::less<>> disputes_;
};

// Marks what the comments of a file ask for; of those that match nothing the warnings tell.
void obey(std::span<const IgnoreComment> comments, std::span<Finding* const> findings, std::vector<std::string>& warnings);

}  // namespace decant
