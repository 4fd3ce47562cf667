// The outputs decant writes. An output is a file in outputs/ and its row in the table (outputs.cc).
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "lint/summary.h"
#include "lint/verdict.h"
#include "rule/rule_book.h"

namespace decant {

// How much of a report for people is wanted.
enum class Extent : uint8_t { all, findings, summary };

struct OutputOptions {
  bool colour = false;
  int width = 80;           // columns a line may take, for outputs made for people; at least 40
  bool show_pii = false;    // otherwise personal data in quotes is masked
  std::string pack_hash;    // of all packs and the scorecard in force
  std::span<const RulePack> packs;                      // in force
  std::optional<Severity> fail_on = Severity::warning;  // from which on a fault fails the run; none: never
  Extent extent = Extent::all;
  bool with_statistics = false;
  bool has_baseline = false;  // findings are told apart as news and known
};

// Renders verdicts. `conversation` is called by several threads at once and only appends to `out`; the pieces are put
// together in input order, with `between()` between those that are not empty.
class Output {
 public:
  virtual ~Output() = default;
  virtual std::string begin() const { return {}; }
  virtual void conversation(const Verdict& verdict, std::string& out) const = 0;
  virtual std::string_view between() const { return {}; }
  virtual std::string end(const Summary& summary) const = 0;
};

struct OutputFormat {
  std::string_view name;     // "text", "json", …: as in --format
  std::string_view summary;  // one line for --help and the manual
  std::unique_ptr<Output> (*make)(const OutputOptions&);
};

std::span<const OutputFormat> output_formats();
const OutputFormat* output_format_named(std::string_view name);

}  // namespace decant
