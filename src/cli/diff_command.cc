// decant diff: what was there before → judged quietly; what is there now → judged and reported as lint does, but what was there
// before is known. So every report shows only what the change adds, and only that fails.
#include <cstdio>
#include <filesystem>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/configuration.h"
#include "cli/git.h"
#include "cli/judging.h"
#include "cli/printing.h"

namespace decant {
namespace {

namespace fs = std::filesystem;

// Takes the verdicts of the first run. What could not be read is told at once: no report has room for it.
class Before final : public BatchListener {
 public:
  Before(Comparison& comparison, Comparison::NameOf shown) : comparison_(comparison), shown_(std::move(shown)) {}

  void amend(Verdict& verdict) const override { comparison_.add(verdict); }
  void render(const Verdict&, std::string&) const override {}
  bool tell(std::string, const Errors& errors) override {
    for (Error error : errors) {
      error.place.path = shown_(error.place.path);
      std::fputs(("decant: " + describe(error)).c_str(), stderr);
    }
    return true;
  }

 private:
  Comparison& comparison_;
  const Comparison::NameOf shown_;
};

std::string below(const std::string& folder, const std::string& path) {
  const std::string inside = fs::path(path).lexically_normal().lexically_relative(fs::path(folder).lexically_normal()).string();
  return inside.empty() || inside == "." ? std::string() : inside;
}

// Judges both sides. `before` and `after` differ in their paths or their rules.
int compare(const LintOptions& before, const LintOptions& after, Comparison::Names names) {
  const auto rules_before = prepare(before);
  if (!rules_before) return refuse(rules_before.errors());
  const auto rules_after = prepare(after);
  if (!rules_after) return refuse(rules_after.errors());

  const Comparison::NameOf shown = names.shown_before;
  Comparison comparison(std::move(names));
  Before listener(comparison, shown);
  BatchOptions batch = batch_options(before, *rules_before);
  Walk walk(before.paths, {before.include, before.exclude});
  const BatchEnd end = lint_batch(walk, *rules_before->rules.book, rules_before->rules.card, batch, listener);
  if (was_interrupted()) {
    fmt::print(stderr, "decant: interrupted before anything could be compared\n");
    return status_incomplete;
  }
  const int status = judge_all(after, *rules_after, &comparison);
  return end.summary.errors ? status_incomplete : status;
}

std::string itself(const std::string& path) { return path; }
std::string normal(const std::string& path) { return fs::path(path).lexically_normal().string(); }

int compare_paths(const LintOptions& options) {
  LintOptions before = options, after = options;
  before.paths = {options.paths[0]};
  after.paths = {options.paths[1]};
  const bool are_folders = fs::is_directory(options.paths[0]);
  if (are_folders != fs::is_directory(options.paths[1]) && fs::exists(options.paths[0]) && fs::exists(options.paths[1]))
    return fail({Error{{options.paths[1]}, "a file and a folder cannot be compared", "name two files, or two folders", ""}});
  const auto name_in = [](const std::string& base) { return [base](const std::string& path) { return below(base, path); }; };
  return compare(before, after, {name_in(options.paths[0]), name_in(options.paths[1]), itself});
}

// The folder of the scratch copy that stands for `folder`, an absolute one or none.
std::string in_scratch(const std::string& folder, const std::string& scratch) {
  std::error_code fault;
  if (folder.empty()) return folder;
  return normal(scratch + '/' + fs::path(folder).lexically_proximate(fs::current_path(fault)).string());
}

int compare_with_revision(const LintOptions& options, const std::string& revision) {
  LintOptions before = options, after = options;
  if (after.paths.empty()) after.paths = {"."};
  for (std::string& path : after.paths) {
    std::error_code fault;
    if (fs::path(path).is_absolute()) path = fs::path(path).lexically_proximate(fs::current_path(fault)).string();
    if (normal(path).starts_with("..")) return fail({Error{{path}, "it is not below the current folder", "go to a folder above it", ""}});
  }
  const auto scratch = ScratchFolder::create();
  if (!scratch) return fail(scratch.errors());
  if (const auto error = write_revision(revision, after.paths, scratch->path())) return fail({*error});
  const std::string folder = scratch->path();
  before.paths.clear();
  for (const std::string& path : after.paths) {
    std::error_code fault;
    const std::string there = normal(folder + '/' + path);
    if (fs::exists(there, fault)) before.paths.push_back(there);
  }
  // Settings for some files hold for their older selves as well.
  for (PathSettings& settings : before.project.paths) settings.below = in_scratch(settings.below, folder);
  before.project.below = in_scratch(before.project.below, folder);
  // A path that the change takes away is not there to be read.
  std::erase_if(after.paths, [&](const std::string& path) { return !fs::exists(path) && fs::exists(normal(folder + '/' + path)); });
  return compare(before, after,
                 {[folder](const std::string& path) { return below(folder, path); }, normal,
                  [folder, revision](const std::string& path) { return revision + ':' + below(folder, path); }});
}

int compare_rules(const DiffOptions& options, const LintOptions& lint) {
  const auto with = [&](const std::vector<std::string>& packs) {
    LintOptions side = lint;
    for (const std::string& pack : packs)
      if (pack != "built-in") side.rules.push_back(pack);
    return side;
  };
  return compare(with(options.rules_base), with(options.rules_head), {itself, itself, itself});
}

}  // namespace

int diff_command(const DiffOptions& options) {
  heed_interrupts();
  auto lint = configured(options.lint);
  if (!lint) return refuse(lint.errors());
  // A change is judged by what it adds; that conversations are poor as they are is no news, unless somebody asks now.
  if (!lint->given.count("--min-score")) lint->gate.min_score.reset();
  if (!options.git.empty()) return compare_with_revision(*lint, options.git);
  if (!options.rules_base.empty()) return compare_rules(options, *lint);
  return compare_paths(*lint);
}

}  // namespace decant
