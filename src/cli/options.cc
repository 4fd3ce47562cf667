#include "cli/options.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/outputs.h"
#include "base/nearest.h"
#include "transcript/formats.h"

namespace decant {
namespace {

constexpr std::array<std::string_view, 2> command_names = {"lint", "formats"};

// CLI11's usual help, without its boilerplate.
class Help final : public CLI::Formatter {
 public:
  Help() { column_width(30); }
  std::string make_option_opts(const CLI::Option* option) const override {
    std::string out;
    if (option->get_type_size() != 0) out += " " + option->get_type_name();
    if (option->get_expected_max() > 1) out += " ...";
    return out;
  }
  std::string make_option_desc(const CLI::Option* option) const override {
    const std::string& value = option->get_default_str();
    return option->get_description() + (value.empty() ? "" : fmt::format(" (default: {})", value));
  }
};

std::string names_of(const auto& rows) {
  std::vector<std::string_view> names;
  for (const auto& row : rows) names.push_back(row.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

// A value from a closed set; CLI11 prints what this returns, empty is good.
CLI::Validator one_of(std::vector<std::string> allowed) {
  return CLI::Validator(
      [allowed](std::string& value) -> std::string {
        if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return {};
        const std::vector<std::string_view> views(allowed.begin(), allowed.end());
        const std::string_view near = nearest(value, views);
        return fmt::format("\"{}\" is not one of {}{}", value, fmt::join(allowed, ", "),
                           near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near));
      },
      "");
}

std::vector<std::string> as_strings(const auto& rows) {
  std::vector<std::string> out;
  for (const auto& row : rows) out.push_back(std::string(row.name));
  return out;
}

struct Raw {
  std::string fail_on = "warning";
  std::string min_score;
  std::string colour = "auto";
};

void add_lint(CLI::App& app, LintOptions& options, Raw& raw) {
  app.add_option("PATH", options.paths, "Files and folders of transcripts; - is standard input")->required()->type_name("");
  app.add_option("--rules", options.rules,
                 "A rule pack, or a folder of them; a pack with the name of a built-in one replaces it")
      ->type_name("FILE|DIR")->expected(1)->take_all();
  app.add_option("--scorecard", options.scorecard, "A scorecard instead of the built-in one")->type_name("FILE");
  app.add_option("--format", options.format, "What to write: " + names_of(output_formats()))
      ->type_name("FORMAT")->check(one_of(as_strings(output_formats())))->capture_default_str();
  app.add_option("-o,--output", options.output, "Write to FILE, as a whole or not at all, instead of standard output")
      ->type_name("FILE");
  std::vector<std::string> levels(severity_names.begin(), severity_names.end());
  levels.push_back("never");
  app.add_option("--fail-on", raw.fail_on,
                 fmt::format("Exit with 1 if there is a fault this severe or worse: {}", fmt::join(levels, ", ")))
      ->type_name("LEVEL")->check(one_of(levels))->capture_default_str();
  app.add_option("--min-score", raw.min_score, "Exit with 1 if a conversation's final score is under N (0 to 100)")
      ->type_name("N")->check(CLI::Validator(
          [](std::string& value) -> std::string {
            const auto points = points_from(value);
            return points && *points <= Points::whole(100) ? "" : fmt::format("\"{}\" is no number from 0 to 100", value);
          }, ""));
  app.add_option("--include", options.include, "In folders, only files that match GLOB")
      ->type_name("GLOB")->expected(1)->take_all();
  app.add_option("--exclude", options.exclude, "In folders, no files or folders that match GLOB")
      ->type_name("GLOB")->expected(1)->take_all();
  app.add_option("--input-format", options.input_format, "Read all files as this: " + names_of(formats()))
      ->type_name("FORMAT")->check(one_of(as_strings(formats())));
  app.add_option("--jobs", options.jobs, "Workers; the output does not depend on it (default: by the machine)")
      ->type_name("N")->check(CLI::Range(1, 1024).description(""));
  app.add_flag("--show-pii", options.show_pii, "Do not mask card, phone and account numbers and mail addresses");
  app.add_flag("--isolated", options.is_isolated, "Read no configuration file");
  app.add_option("--color,--colour", raw.colour, "auto, always or never; auto obeys NO_COLOR")
      ->type_name("WHEN")->check(one_of({"auto", "always", "never"}))->capture_default_str();
  app.add_option("--engine", options.engine, "")->check(one_of({"fast", "naive"}))->group("");
}

std::string see_help(const CLI::App& app) {
  return app.get_parent() ? fmt::format("see \"decant {} --help\"", app.get_name()) : "see \"decant --help\"";
}

std::string hint_for(const CLI::App& app, const std::vector<std::string>& extras) {
  std::vector<std::string> known;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
  const std::vector<std::string_view> views(known.begin(), known.end());
  for (const std::string& extra : extras)
    if (const std::string_view near = nearest(extra.substr(0, extra.find('=')), views); !near.empty())
      return fmt::format("did you mean \"{}\"?", near);
  return see_help(app);
}

EarlyEnd wrong(std::string what, std::string hint) {
  return {2, fmt::format("decant: {}\n  {}\n", what, hint)};
}

// What CLI11 says, as one of our sentences.
EarlyEnd explain(const CLI::App& app, const CLI::ParseError& error) {
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) {
    const std::vector<std::string> extras = app.remaining();
    const auto option = std::ranges::find_if(extras, [](const std::string& word) { return word.starts_with('-'); });
    if (option == extras.end()) return wrong(fmt::format("unexpected \"{}\"", extras[0]), see_help(app));
    return wrong(fmt::format("unknown option {}", *option), hint_for(app, extras));
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error))
    return wrong("no PATH is given", "name a file or a folder, or - for standard input");
  return wrong(error.what(), see_help(app));
}

// Paths that start with '-' need "--" or "./"; a file or folder as the first word means lint.
std::vector<std::string> with_command(int argc, const char* const* argv) {
  std::vector<std::string> words(argv + 1, argv + argc);
  const bool is_path = !words.empty() && (words[0] == "-" || (!words[0].starts_with('-') && ::access(words[0].c_str(), F_OK) == 0));
  if (is_path && std::find(command_names.begin(), command_names.end(), words[0]) == command_names.end())
    words.insert(words.begin(), "lint");
  return words;
}

}  // namespace

Options read_options(int argc, const char* const* argv) {
  CLI::App app{"Takes the can't out of customer conversations: a linter for transcripts and scripts.", "decant"};
  app.formatter(std::make_shared<Help>());
  app.get_formatter()->label("REQUIRED", "");
  app.require_subcommand(0, 1);
  app.set_version_flag("--version", "decant " DECANT_VERSION);
  LintOptions lint;
  Raw raw;
  CLI::App& lint_app = *app.add_subcommand("lint", "Findings and scores for conversations; the default job");
  add_lint(lint_app, lint, raw);
  CLI::App& formats_app = *app.add_subcommand("formats", "The transcript formats that can be read");

  std::vector<std::string> words = with_command(argc, argv);
  if (words.empty()) return EarlyEnd{2, app.help()};
  if (!words[0].starts_with('-') &&
      std::find(command_names.begin(), command_names.end(), words[0]) == command_names.end()) {
    const std::string_view near = nearest(words[0], command_names);
    return wrong(fmt::format("\"{}\" is neither a command nor a file", words[0]),
                 near.empty() ? fmt::format("commands: {}", fmt::join(command_names, ", "))
                              : fmt::format("did you mean \"{}\"?", near));
  }
  CLI::App& chosen = words[0] == "lint" ? lint_app : words[0] == "formats" ? formats_app : app;
  std::reverse(words.begin(), words.end());
  try {
    app.parse(words);
  } catch (const CLI::CallForHelp&) {
    return EarlyEnd{0, chosen.help(&chosen == &app ? "" : "decant")};
  } catch (const CLI::CallForVersion&) {
    return EarlyEnd{0, "decant " DECANT_VERSION "\n"};
  } catch (const CLI::ParseError& error) {
    return explain(chosen, error);
  }
  if (formats_app.parsed()) return FormatsOptions{};
  lint.fail_on = severity_named(raw.fail_on);  // "never" is none of them
  if (!raw.min_score.empty()) lint.min_score = points_from(raw.min_score);
  lint.colour = raw.colour == "always" ? When::always : raw.colour == "never" ? When::never : When::automatic;
  return lint;
}

}  // namespace decant
