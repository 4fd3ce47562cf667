// The reports of one run: each format into its file or to standard output, all from one pass over the conversations.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/report_options.h"
#include "lint/batch.h"
#include "report/outputs.h"
#include "report/whole_file.h"

namespace decant {

// Standard output, or a file that appears whole.
class Destination {
 public:
  explicit Destination(std::optional<WholeFile> file) : file_(std::move(file)) {}

  // After a failure the rest is dropped; finish() tells.
  void write(std::string_view bytes);
  // Whether nobody reads it any more, or it cannot be written.
  bool is_dead() const { return error_ != 0; }
  // That nobody reads any more is no error; a full disk is.
  std::optional<Error> finish();

 private:
  std::optional<WholeFile> file_;
  int error_ = 0;  // errno of the first failure
};

// Verdicts go in as they are judged. Rendering happens on the workers: the pieces of all formats travel in one text, each behind
// its number and size, and are taken apart again where texts come in order.
class Reports : public BatchListener {
 public:
  // Opens all files before anything is judged. `common`: what is the same for all.
  static Result<std::unique_ptr<Reports>> open(const ReportOptions& options, const GateOptions& gate, const OutputOptions& common);

  // What is to be done to every verdict before it is counted; called by several workers at once.
  void mark_with(std::function<void(Verdict&)> mark) { mark_ = std::move(mark); }

  void begin();
  void amend(Verdict& verdict) const override { if (mark_) mark_(verdict); }
  void render(const Verdict& verdict, std::string& text) const override;
  bool tell(std::string text, const Errors& errors) override;
  // `is_whole`: the run came to its end, or was interrupted by somebody who wants to see what was done.
  void end(const Summary& summary, bool is_whole);
  // Puts the files in their places.
  Errors finish();

 private:
  struct Report {
    std::unique_ptr<Output> output;
    Destination destination;
    bool has_told = false;
  };
  void add(std::unique_ptr<Output> output, std::optional<WholeFile> file) { reports_.push_back({std::move(output), Destination(std::move(file)), false}); }

  std::vector<Report> reports_;
  std::function<void(Verdict&)> mark_;
  std::string pending_;          // texts may be cut anywhere
  bool shows_errors_ = false;    // the report on standard output tells what could not be read
};

}  // namespace decant
