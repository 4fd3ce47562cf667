#include "cli/options/rows.h"
#include "transcript/writers.h"

namespace decant {
namespace {

std::function<Options()> add(CLI::App& app) {
  auto options = std::make_shared<ConvertOptions>();
  app.add_option("PATH", options->paths, "Files and folders of transcripts; - is standard input")->required()->type_name("");
  app.add_option("--to", options->to, "What to write: " + names_of(transcript_writers()))
      ->type_name("FORM")->check(one_of(as_strings(transcript_writers())))->capture_default_str();
  app.add_option("-o,--output", options->output, "Write to FILE, as a whole or not at all, instead of standard output")
      ->type_name("FILE");
  app.add_flag("--redact", options->is_redacted, "Put tokens such as [CARD-1] for numbers and mail addresses");
  add_globs(app, options->include, options->exclude);
  add_input(app, options->input);
  return [options] { return *options; };
}

}  // namespace

CommandRow convert_row() { return {"convert", "Any format as jsonl, text or vCon", add}; }

}  // namespace decant
