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

void add_input_format(CLI::App& app, std::string& format) {
  app.add_option("--input-format", format, "Read all files as this: " + names_of(formats()))
      ->type_name("FORMAT")->check(one_of(as_strings(formats())));
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
