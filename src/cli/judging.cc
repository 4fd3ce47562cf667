#include "cli/judging.h"

#include <csignal>

#include <algorithm>
#include <atomic>
#include <thread>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/printing.h"
#include "cli/read_overrides.h"
#include "cli/read_text.h"
#include "report/terminal.h"
#include "rule/selector.h"
#include "text/numerals.h"

namespace decant {
namespace {

// Set by SIGINT; the one thing a signal handler can reach.
std::atomic<bool> is_interrupted = false;

// More workers than cores: on a cold disk they wait for reads.
int default_jobs() { return std::max(8, 2 * static_cast<int>(std::thread::hardware_concurrency())); }

// Which rules somebody names; what names none is an error.
class Selection {
 public:
  Selection(const RuleBook& book, Errors& errors) : book_(book), errors_(errors) {}

  std::vector<uint32_t> rules(const NamedRules& named) {
    std::vector<uint32_t> out;
    for (uint32_t i = 0; i < book_.rules.size(); ++i)
      if (selects(named.selector, *book_.rules[i])) out.push_back(i);
    if (const auto fault = out.empty() ? fault_of(named.selector, book_) : std::nullopt) {
      Error error = named.error;
      error.what += fault->what;
      error.hint = fault->hint;
      errors_.push_back(std::move(error));
    }
    return out;
  }

  // Those that are not to judge.
  std::vector<uint32_t> off(const std::vector<NamedRules>& select, const std::vector<NamedRules>& ignore) {
    std::vector<bool> is_off(book_.rules.size(), !select.empty());
    for (const NamedRules& named : select)
      for (uint32_t i : rules(named)) is_off[i] = false;
    for (const NamedRules& named : ignore)
      for (uint32_t i : rules(named)) is_off[i] = true;
    std::vector<uint32_t> out;
    for (uint32_t i = 0; i < is_off.size(); ++i)
      if (is_off[i]) out.push_back(i);
    return out;
  }

 private:
  const RuleBook& book_;
  Errors& errors_;
};

// What a configuration says of some rules, as the scorecard would say it.
Override change_of(const RuleTerms& terms, Selection& selection) {
  Override out;
  out.rules = selection.rules(terms.rules);
  out.severity = terms.severity;
  out.points = terms.points;
  return out;
}

void add_changes(const LintOptions& options, Selection& selection, Scorecard& card) {
  for (uint32_t rule : selection.off(options.selection.select, options.selection.ignore)) card.standards.terms[rule].is_off = true;
  for (const RuleTerms& terms : options.project.terms) card.overrides.push_back(change_of(terms, selection));
  for (const PathSettings& settings : options.project.paths) {
    const auto add = [&](Override change) {
      change.paths = settings.paths;
      change.below = settings.below;
      card.overrides.push_back(std::move(change));
    };
    Override off;
    off.rules = selection.off(settings.select, settings.ignore);
    off.is_off = true;
    add(std::move(off));
    for (const RuleTerms& terms : settings.terms) add(change_of(terms, selection));
  }
  for (const Suppression& suppression : options.project.suppressions)
    for (const std::string& rule : suppression.rules) selection.rules({rule, {suppression.place, "", "", ""}});
}

}  // namespace

void heed_interrupts() {
  std::signal(SIGPIPE, SIG_IGN);
  struct sigaction interrupt {};
  interrupt.sa_handler = [](int) { is_interrupted = true; };
  interrupt.sa_flags = static_cast<int>(SA_RESETHAND);
  ::sigaction(SIGINT, &interrupt, nullptr);
}

bool was_interrupted() { return is_interrupted; }

Result<RulesInForce> rules_for(const LintOptions& options) {
  auto rules = load_rules(options.rules, options.scorecard);
  if (!rules) return rules;
  Errors errors;
  Selection selection(*rules->book, errors);
  add_changes(options, selection, rules->card);
  if (!errors.empty()) return errors;
  std::vector<bool> is_off;
  for (const Terms& terms : rules->card.standards.terms) is_off.push_back(terms.is_off);
  // Finding out takes a moment, which a few rules less would not bring in.
  if (std::ranges::count(is_off, true) > std::ssize(is_off) / 2) leave_out(*rules->book, is_off, rules->card.must_say.get());
  return rules;
}

Result<std::unique_ptr<Suppressions>> suppressions_for(const LintOptions& options) {
  auto out = std::make_unique<Suppressions>();
  for (const Suppression& suppression : options.project.suppressions) out->add(suppression, options.project.below);
  if (!options.selection.overrides.empty())
    if (Errors errors = read_overrides(options.selection.overrides, *out); !errors.empty()) return errors;
  return out;
}

Result<std::unique_ptr<Baseline>> baseline_for(const GateOptions& gate) {
  if (gate.baseline.empty()) return std::unique_ptr<Baseline>();
  auto text = read_text(gate.baseline);
  if (!text) return text.errors();
  return Baseline::read(gate.baseline, text->bytes());
}

Result<Prepared> prepare(const LintOptions& options) {
  auto rules = rules_for(options);
  if (!rules) return rules.errors();
  auto suppressions = suppressions_for(options);
  if (!suppressions) return suppressions.errors();
  auto baseline = baseline_for(options.gate);
  if (!baseline) return baseline.errors();
  auto reading = load_reading(options.input);
  if (!reading) return reading.errors();
  return Prepared{std::move(*rules), std::move(*suppressions), std::move(*baseline), std::move(*reading)};
}

int refuse(const Errors& errors) {
  const int status = fail(errors);
  fmt::print(stderr, "decant: {} error{} in what was to be linted with; nothing was linted\n", errors.size(), errors.size() == 1 ? "" : "s");
  return status;
}


OutputOptions output_options(const LintOptions& options, const RulesInForce& rules) {
  OutputOptions out;
  out.show_pii = options.report.show_pii;
  out.pack_hash = rules.hash;
  out.packs = rules.book->packs;
  out.fail_on = options.gate.fail_on;
  out.extent = options.report.extent;
  out.with_statistics = options.report.with_statistics;
  out.has_baseline = !options.gate.baseline.empty();
  return out;
}

BatchOptions batch_options(const LintOptions& options, const Prepared& with) {
  BatchOptions out;
  out.jobs = options.jobs ? options.jobs : default_jobs();
  out.reading = with.reading.options;
  out.suppressions = with.suppressions.get();
  out.engine = options.engine == "naive" ? Scan::Engine::naive : Scan::Engine::prefiltered;
  out.corrections = options.project.corrections;
  out.with_comments = options.selection.with_comments;
  out.stop = &is_interrupted;
  return out;
}

void tell_unused(const Suppressions& suppressions, const Baseline* baseline, const std::string& baseline_path) {
  for (const Error& error : suppressions.unused()) std::fputs(("decant: " + describe(error)).c_str(), stderr);
  if (!baseline) return;
  constexpr std::size_t most = 5;
  const std::vector<Baseline::Stale> stale = baseline->stale();
  if (stale.empty()) return;
  fmt::print(stderr, "decant: {}: {} found no more; write it anew with --write-baseline\n", harmless(baseline_path),
             stale.size() == 1 ? "1 entry is" : with_commas(stale.size()) + " entries are");
  for (std::size_t i = 0; i < std::min(most, stale.size()); ++i)
    fmt::print(stderr, "  {} in {} ({})\n", harmless(stale[i].rule), harmless(stale[i].path), harmless(stale[i].fingerprint));
  if (stale.size() > most) fmt::print(stderr, "  and {} more\n", with_commas(stale.size() - most));
}

int status_of(const GateOptions& gate, const Summary& summary) {
  for (std::size_t i = 0; i < summary.faults.size(); ++i) {
    const uint64_t news = summary.faults[i] - summary.known[i];
    const bool is_failing = gate.fail_on && i >= static_cast<std::size_t>(*gate.fail_on);
    // Where a number is allowed, it is the measure.
    if (gate.most_findings[i] ? news > *gate.most_findings[i] : is_failing && news > 0) return status_findings;
  }
  return gate.min_score && summary.lowest_score && *summary.lowest_score < *gate.min_score ? status_findings : status_clean;
}

}  // namespace decant
