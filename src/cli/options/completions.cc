// Completions for shells, made from the same options that are parsed: commands, options, closed sets of values, files.
#include <algorithm>

#include "cli/options/rows.h"

namespace decant {
namespace {

struct Word {
  std::vector<std::string> names;    // "-o", "--output"
  std::string summary;
  std::vector<std::string> choices;  // of its value, where that is one of a closed set
  bool takes_value = false;
  bool takes_file = false;
};

struct Command {
  std::string name, summary;
  std::vector<Word> options;
  std::vector<std::string> choices;  // of what stands without an option
};

bool is_path(const std::string& type) { return type.find("FILE") != std::string::npos || type.find("DIR") != std::string::npos; }

// What one_of() allows stands in the name of its validator.
std::vector<std::string> choices_of(CLI::Option& option) {
  std::vector<std::string> out;
  std::string name;
  try {
    name = option.get_validator(0)->get_name();
  } catch (const CLI::OptionNotFound&) {
    return out;  // it has none
  }
  std::string_view rest = name;
  while (!rest.empty()) {
    const std::string_view one = rest.substr(0, rest.find('|'));
    out.emplace_back(one);
    rest.remove_prefix(std::min(rest.size(), one.size() + 1));
  }
  return out;
}

Command read_command(const CommandRow& row) {
  CLI::App app(std::string(row.summary), std::string(row.name));
  row.add(app);
  Command command{std::string(row.name), std::string(row.summary), {}, {}};
  for (CLI::Option* option : app.get_options()) {
    if (option->get_positional()) {
      for (std::string& choice : choices_of(*option)) command.choices.push_back(std::move(choice));
      continue;
    }
    if (option->get_group().empty()) continue;  // hidden
    Word& word = command.options.emplace_back();
    for (const std::string& name : option->get_snames()) word.names.push_back("-" + name);
    for (const std::string& name : option->get_lnames()) word.names.push_back("--" + name);
    word.summary = option->get_description();
    word.choices = choices_of(*option);
    word.takes_value = option->get_items_expected_min() != 0;
    word.takes_file = word.takes_value && is_path(option->get_type_name());
  }
  return command;
}

std::string in_quotes(std::string_view text) {
  std::string out = "'";
  for (char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + '\'';
}

std::string bash(const std::vector<Command>& commands) {
  std::string out =
      "# bash completions of decant " DECANT_VERSION "\n"
      "_decant() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}\n"
      "  COMPREPLY=()\n"
      "  local words=\n"
      "  case \"$command $before\" in\n";
  for (const Command& command : commands)
    for (const Word& option : command.options) {
      if (!option.takes_value) continue;
      std::vector<std::string> patterns;
      for (const std::string& name : option.names) patterns.push_back(in_quotes(command.name + ' ' + name));
      const std::string choose = option.takes_file ? "compopt -o default; return" : fmt::format("words={}", in_quotes(fmt::format("{}", fmt::join(option.choices, " "))));
      out += fmt::format("    {}) {} ;;\n", fmt::join(patterns, "|"), choose);
    }
  out += "    *) case \"$command\" in\n";
  for (const Command& command : commands) {
    std::vector<std::string> words = command.choices;
    for (const Word& option : command.options) words.insert(words.end(), option.names.begin(), option.names.end());
    out += fmt::format("      {}) words={} ;;\n", command.name, in_quotes(fmt::format("{}", fmt::join(words, " "))));
  }
  std::vector<std::string> names;
  for (const Command& command : commands) names.push_back(command.name);
  out += fmt::format(
      "    esac\n"
      "    [ \"$COMP_CWORD\" -gt 1 ] || words='{} --help --version' ;;\n"
      "  esac\n"
      "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
      "  [ ${{#COMPREPLY[@]}} -gt 0 ] || compopt -o default\n"
      "}}\n"
      "complete -F _decant decant\n",
      fmt::join(names, " "));
  return out;
}

// In _arguments' words: "(-o --output)"{-o,--output}"[what it does]:value:_files".
std::string zsh_summary(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh(const std::vector<Command>& commands) {
  std::string out =
      "#compdef decant\n"
      "# zsh completions of decant " DECANT_VERSION "\n"
      "_decant() {\n"
      "  local -a commands\n"
      "  commands=(\n";
  for (const Command& command : commands) out += "    " + in_quotes(command.name + ':' + command.summary) + '\n';
  out +=
      "  )\n"
      "  if (( CURRENT == 2 )); then\n"
      "    _describe command commands\n"
      "    _files\n"
      "    return\n"
      "  fi\n"
      "  local command=$words[2]\n"
      "  shift words; (( CURRENT-- ))\n"
      "  case $command in\n";
  for (const Command& command : commands) {
    out += "    " + command.name + ") _arguments \\\n";
    for (const Word& option : command.options) {
      std::string value;
      if (option.takes_file) value = ":file:_files";
      else if (!option.choices.empty()) value = fmt::format(":value:({})", fmt::join(option.choices, " "));
      else if (option.takes_value) value = ":value: ";
      for (const std::string& name : option.names)
        out += "      " + in_quotes(fmt::format("*{}[{}]{}", name, zsh_summary(option.summary), value)) + " \\\n";
    }
    out += "      " + in_quotes(command.choices.empty() ? "*:file:_files" : fmt::format("*:what:({})", fmt::join(command.choices, " "))) + " ;;\n";
  }
  out += "  esac\n}\ncompdef _decant decant\n";
  return out;
}

std::string fish(const std::vector<Command>& commands) {
  std::string out = "# fish completions of decant " DECANT_VERSION "\n";
  for (const Command& command : commands)
    out += fmt::format("complete -c decant -n __fish_use_subcommand -a {} -d {}\n", command.name, in_quotes(command.summary));
  for (const Command& command : commands) {
    const std::string here = fmt::format("complete -c decant -n '__fish_seen_subcommand_from {}'", command.name);
    for (const Word& option : command.options) {
      out += here;
      for (const std::string& name : option.names)
        out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      if (option.takes_file) out += " -r -F";
      else if (!option.choices.empty()) out += fmt::format(" -x -a {}", in_quotes(fmt::format("{}", fmt::join(option.choices, " "))));
      else if (option.takes_value) out += " -x";
      out += " -d " + in_quotes(option.summary) + '\n';
    }
    if (!command.choices.empty()) out += fmt::format("{} -f -a {}\n", here, in_quotes(fmt::format("{}", fmt::join(command.choices, " "))));
  }
  return out;
}

std::function<Options()> add(CLI::App& app) {
  auto shell = std::make_shared<std::string>();
  app.add_option("SHELL", *shell, "bash, zsh or fish")->required()->type_name("")->check(one_of({"bash", "zsh", "fish"}));
  return [shell]() -> Options {
    std::vector<Command> all;
    for (const CommandRow& row : command_rows()) all.push_back(read_command(row));
    return EarlyEnd{0, *shell == "bash" ? bash(all) : *shell == "zsh" ? zsh(all) : fish(all)};
  };
}

}  // namespace

CommandRow completions_row() { return {"completions", "A script that completes decant's words in a shell", add}; }

}  // namespace decant
