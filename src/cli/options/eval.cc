#include "cli/options/rows.h"
#include "report/evaluations.h"

namespace decant {
namespace {

std::function<Options()> add(CLI::App& app) {
  auto options = std::make_shared<EvalOptions>();
  app.add_option("LABELS", options->labels, "What graders said: JSON lines, or a table of conversation, turn, key and value")
      ->required()->type_name("");
  app.add_option("PATH", options->paths, "Files and folders of the transcripts that were graded")->required()->type_name("");
  app.add_option("--map", options->map, "Which packs a label is about, as YAML; by default the labels of the built-in packs")->type_name("FILE");
  add_rules(app, options->rules);
  add_input(app, options->input);
  app.add_option("--format", options->format, "What to write: " + names_of(evaluation_formats()))
      ->type_name("FORMAT")->check(one_of(as_strings(evaluation_formats())))->capture_default_str();
  add_show_pii(app, options->show_pii);
  add_colour(app, options->colour);
  return [options] { return *options; };
}

}  // namespace

CommandRow eval_row() { return {"eval", "Precision, recall and agreement with human graders", add}; }

}  // namespace decant
