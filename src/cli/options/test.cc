#include "cli/options/rows.h"

namespace decant {
namespace {

std::function<Options()> add(CLI::App& app) {
  auto options = std::make_shared<TestOptions>();
  app.add_option("PACK", options->packs, "Pack files, and folders of them; none: the built-in packs")->type_name("");
  app.add_flag("--coverage", options->with_coverage, "List the phrases, alternatives and word-list entries that no example exercises");
  app.add_flag("--together", options->are_together,
               "Let the rules of all packs judge every quiet example, and report those it does not name after but:");
  add_colour(app, options->colour);
  return [options] { return *options; };
}

}  // namespace

CommandRow test_row() { return {"test", "Run the examples in packs", add}; }

}  // namespace decant
