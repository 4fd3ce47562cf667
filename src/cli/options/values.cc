#include <algorithm>

#include "base/nearest.h"
#include "cli/options/rows.h"
#include "transcript/formats.h"

namespace decant {

EarlyEnd wrong(std::string what, std::string hint) {
  return {2, fmt::format("decant: {}\n  {}\n", what, hint)};
}

CLI::Validator one_of(std::vector<std::string> allowed) {
  const std::string name = fmt::format("{}", fmt::join(allowed, "|"));
  return CLI::Validator(
      [allowed = std::move(allowed)](std::string& value) -> std::string {
        if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return {};
        const std::vector<std::string_view> views(allowed.begin(), allowed.end());
        const std::string_view near = nearest(value, views);
        return fmt::format("\"{}\" is not one of {}{}", value, fmt::join(allowed, ", "),
                           near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near));
      },
      "", name);
}

void add_rules(CLI::App& app, std::vector<std::string>& rules) {
  app.add_option("--rules", rules, "A rule pack, or a folder of them; a pack with the name of a built-in one replaces it")
      ->type_name("FILE|DIR")->expected(1)->take_all()->allow_extra_args(false);
}

namespace {

// "0=customer,1=agent"; what is wrong with it, or empty.
std::string read_channel_map(std::string_view text, std::vector<ChannelRole>& out) {
  constexpr std::string_view example = "write for example 0=customer,1=agent";
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    const std::string_view entry = text.substr(at, end - at);
    at = end + 1;
    const std::size_t sign = entry.find('=');
    if (sign == std::string_view::npos || sign == 0)
      return fmt::format("\"{}\" is no channel with its role; {}", entry, example);
    const std::string_view word = entry.substr(sign + 1);
    const std::optional<Role> role = role_named(word);
    if (!role) {
      std::vector<std::string_view> roles;
      for (int i = 0; i < role_count; ++i) roles.push_back(name(static_cast<Role>(i)));
      const std::string_view near = nearest(word, roles);
      return near.empty() ? fmt::format("\"{}\" is no role; they are {}", word, fmt::join(roles, ", "))
                          : fmt::format("\"{}\" is no role; did you mean \"{}\"?", word, near);
    }
    for (const ChannelRole& known : out)
      if (known.channel == entry.substr(0, sign)) return fmt::format("the channel {} stands twice", known.channel);
    out.push_back({std::string(entry.substr(0, sign)), *role});
  }
  return {};
}

}  // namespace

void add_input(CLI::App& app, InputOptions& input) {
  app.add_option("--input-format", input.format, "Read all files as this: " + names_of(formats()))
      ->type_name("FORMAT")->check(one_of(as_strings(formats())));
  app.add_option("--mapping", input.mapping, "Where things stand in JSON of a shape decant does not know")->type_name("FILE");
  app.add_option("--agent-speaker", input.agent_speakers, "The speaker with this name or label is the agent; a glob")
      ->type_name("NAME")->expected(1)->take_all()->allow_extra_args(false);
  app.add_option_function<std::string>(
         "--channel-map",
         [&input](const std::string& text) {
           input.channel_map.clear();
           read_channel_map(text, input.channel_map);
         },
         "Who speaks on which channel or track, such as 0=customer,1=agent")
      ->type_name("MAP")->check(CLI::Validator(
          [](std::string& text) -> std::string {
            std::vector<ChannelRole> ignored;
            return read_channel_map(text, ignored);
          }, ""));
  app.add_option("--roster", input.roster, "Names, mail domains and ids of agents, bots and customers")->type_name("FILE");
}

void add_globs(CLI::App& app, std::vector<std::string>& include, std::vector<std::string>& exclude) {
  app.add_option("--include", include, "In folders, only files that match GLOB")
      ->type_name("GLOB")->expected(1)->take_all()->allow_extra_args(false);
  app.add_option("--exclude", exclude, "In folders, no files or folders that match GLOB")
      ->type_name("GLOB")->expected(1)->take_all()->allow_extra_args(false);
}

void add_show_pii(CLI::App& app, bool& show_pii) {
  app.add_flag("--show-pii", show_pii, "Do not mask card, phone and account numbers and mail addresses");
}

void add_colour(CLI::App& app, When& colour) {
  app.add_option_function<std::string>(
         "--color,--colour",
         [&colour](const std::string& word) {
           colour = word == "always" ? When::always : word == "never" ? When::never : When::automatic;
         },
         "auto, always or never; auto obeys NO_COLOR")
      ->type_name("WHEN")->check(one_of({"auto", "always", "never"}))->default_str("auto");
}

}  // namespace decant
