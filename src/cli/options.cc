#include "cli/options.h"

#include <unistd.h>

#include <algorithm>
#include <array>

#include "base/nearest.h"
#include "cli/options/rows.h"

namespace decant {

std::span<const CommandRow> command_rows() {
  static const std::array table = {lint_row(), diff_row(), test_row(), explain_row(), rules_row(), formats_row(), convert_row(), eval_row(), schema_row(), config_row(), completions_row()};
  return table;
}

namespace {

const CommandRow* command_named(std::string_view name) {
  const auto found = std::ranges::find(command_rows(), name, &CommandRow::name);
  return found == command_rows().end() ? nullptr : &*found;
}

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

// What CLI11 says, as one of our sentences.
EarlyEnd explain(const CLI::App& app, const CLI::ParseError& error, const CommandRow* command) {
  if (!command && dynamic_cast<const CLI::ExtrasError*>(&error))
    return wrong(fmt::format("{} stands where a command is expected", app.remaining()[0]), "name the command first, for example decant lint --fail-on error calls/");
  const bool is_extra = dynamic_cast<const CLI::ExtrasError*>(&error), is_missing = dynamic_cast<const CLI::RequiredError*>(&error);
  const std::vector<std::string> extras = app.remaining();
  const auto option = std::ranges::find_if(extras, [](const std::string& word) { return word.starts_with('-'); });
  // Who mistypes an option may have meant it to take the word that is missing now.
  if ((is_extra || is_missing) && option != extras.end()) return wrong(fmt::format("unknown option {}", *option), hint_for(app, extras));
  if (is_extra) return wrong(fmt::format("unexpected \"{}\"", extras[0]), see_help(app));
  if (is_missing) {
    const std::string_view message = error.what();
    const std::string_view name = message.substr(0, message.find(' '));  // "PATH is required"
    return wrong(fmt::format("no {} is given", name), name == "PATH" ? "name a file or a folder, or - for standard input" : see_help(app));
  }
  return wrong(error.what(), see_help(app));
}

// Paths that start with '-' need "--" or "./"; a file or folder as the first word means lint.
std::vector<std::string> with_command(int argc, const char* const* argv) {
  std::vector<std::string> words(argv + 1, argv + argc);
  const bool is_path = !words.empty() && (words[0] == "-" || (!words[0].starts_with('-') && ::access(words[0].c_str(), F_OK) == 0));
  if (is_path && !command_named(words[0])) words.insert(words.begin(), "lint");
  return words;
}

EarlyEnd no_such_command(const std::string& word) {
  std::vector<std::string_view> names;
  for (const CommandRow& command : command_rows()) names.push_back(command.name);
  const std::string_view near = nearest(word, names);
  return wrong(fmt::format("\"{}\" is neither a command nor a file", word),
               near.empty() ? fmt::format("commands: {}", fmt::join(names, ", ")) : fmt::format("did you mean \"{}\"?", near));
}

}  // namespace

Options read_options(int argc, const char* const* argv) {
  CLI::App app{"Takes the can't out of customer conversations: a linter for transcripts and scripts.", "decant"};
  app.formatter(std::make_shared<Help>());
  app.get_formatter()->label("REQUIRED", "");
  app.require_subcommand(0, 1);
  app.set_version_flag("--version", "decant " DECANT_VERSION);
  std::vector<std::string> words = with_command(argc, argv);
  const CommandRow* command = words.empty() ? nullptr : command_named(words[0]);
  CLI::App* chosen = &app;
  std::function<Options()> values;
  for (const CommandRow& row : command_rows()) {
    CLI::App* own = app.add_subcommand(std::string(row.name), std::string(row.summary));
    if (command != &row) continue;
    chosen = own;
    values = row.add(*own);
  }

  if (words.empty()) return EarlyEnd{2, app.help()};
  if (!command && !words[0].starts_with('-')) return no_such_command(words[0]);
  std::reverse(words.begin(), words.end());
  try {
    app.parse(words);
  } catch (const CLI::CallForHelp&) {
    return EarlyEnd{0, chosen->help(command ? "decant" : "")};
  } catch (const CLI::CallForVersion&) {
    return EarlyEnd{0, "decant " DECANT_VERSION "\n"};
  } catch (const CLI::ParseError& error) {
    return explain(*chosen, error, command);
  }
  // Options without a command ask for nothing: what is left to say is how to ask.
  return values ? values() : EarlyEnd{2, app.help()};
}

}  // namespace decant
