// A baseline: what was found at one time, so that from then on only what is new fails a run. A JSON file with a line for each
// finding, in the order of the input, so that changes of it can be read and merged.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lint/verdict.h"
#include "report/outputs.h"

namespace decant {

// Writes the baseline of a run: its faults, but for suppressed ones.
std::unique_ptr<Output> baseline_output();

// Read before the run, then asked by several workers at once.
class Baseline {
 public:
  // `text` is the file's content.
  static Result<std::unique_ptr<Baseline>> read(const std::string& path, std::string_view text);

  // Marks the findings that are in it as known.
  void mark(Verdict& verdict) const;

  struct Stale {
    std::string fingerprint, rule, path;
  };
  // Entries that nothing matched although their file was looked at, or is there no more.
  std::vector<Stale> stale() const;

 private:
  struct Entry {
    std::string rule, path;
    mutable std::atomic<bool> is_found = false;
  };
  struct File {
    mutable std::atomic<bool> is_seen = false;
  };
  std::map<std::string, Entry, std::less<>> entries_;  // by fingerprint
  std::map<std::string, File, std::less<>> files_;     // by path
};

}  // namespace decant
