// Many files, judged by several workers, told in input order. Memory stays bounded: workers wait when they are too far ahead
// of what has been told, and a large file is read in parts.
#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "input/walk.h"
#include "lint/judge.h"
#include "lint/read_block.h"
#include "lint/summary.h"
#include "lint/suppressions.h"
#include "lint/verdict.h"
#include "transcript/corrections.h"
#include "transcript/formats.h"

namespace decant {

struct BatchOptions {
  int jobs = 1;
  ReadingOptions reading = {};
  Scan::Engine engine = Scan::Engine::prefiltered;
  const Suppressions* suppressions = nullptr;
  std::span<RuleTime> times = {};           // by rule, to be added to; empty: nobody wants to know
  std::span<const Correction> corrections = {};
  bool with_comments = true;                // obey decant:ignore in files
  std::atomic<uint64_t>* files_done = nullptr;
  const std::atomic<bool>* stop = nullptr;  // set by somebody else to end early with what was done
};

// What becomes of the verdicts.
class BatchListener {
 public:
  virtual ~BatchListener() = default;
  // On a worker's thread, several at once, before the verdict is counted: what is to be marked on it.
  virtual void amend(Verdict&) const {}
  // On a worker's thread, several at once: adds the verdict's text to `text`.
  virtual void render(const Verdict& verdict, std::string& text) const = 0;
  // On the caller's thread, in input order: texts of consecutive conversations. False ends the run (nobody listens any more).
  virtual bool tell(std::string text, const Errors& errors) = 0;
};

struct BatchEnd {
  Summary summary;
  bool was_stopped = false;  // by `stop` or by the listener: not all was judged
};

BatchEnd lint_batch(Walk& walk, const RuleBook& book, const Scorecard& card, const BatchOptions& options,
                    BatchListener& listener);

}  // namespace decant
