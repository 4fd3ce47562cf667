// decant eval: labels, transcripts → verdicts → what graders and packs agree on.
#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/load_rules.h"
#include "cli/printing.h"
#include "cli/load_reading.h"
#include "cli/load_yaml.h"
#include "cli/read_file.h"
#include "cli/read_text.h"
#include "eval/evaluate.h"
#include "lint/batch.h"
#include "report/evaluations.h"
#include "report/masked.h"
#include "text/one_line.h"

namespace decant {
namespace {

// Keeps what is needed of the verdicts on labelled conversations. An id that stands twice keeps the first by path.
class Keeper final : public BatchListener {
 public:
  explicit Keeper(const std::vector<Grade>& grades) {
    for (const Grade& grade : grades) wanted_.insert(grade.conversation);
  }

  void render(const Verdict& verdict, std::string&) const override {
    if (!wanted_.contains(verdict.id)) return;
    JudgedConversation one = judged(verdict);
    const std::scoped_lock lock(mutex_);
    const auto [known, is_new] = conversations_.try_emplace(verdict.id, one);
    if (is_new) return;
    twice_.insert(verdict.id);
    if (one.path < known->second.path) known->second = std::move(one);
  }

  bool tell(std::string, const Errors& errors) override {
    errors_.insert(errors_.end(), errors.begin(), errors.end());
    return true;
  }

  const JudgedConversations& conversations() const { return conversations_; }
  Errors errors() const {
    Errors out = errors_;
    for (const std::string& id : twice_) out.push_back({{}, fmt::format("two conversations are called \"{}\"", id), "only the first is compared", ""});
    return out;
  }

 private:
  std::set<std::string, std::less<>> wanted_;
  mutable std::mutex mutex_;
  mutable JudgedConversations conversations_;
  mutable std::set<std::string> twice_;
  Errors errors_;
};

// What was said where a grader saw something and no rule did.
void look_up_words(Evaluation& evaluation, const ReadingOptions& reading) {
  std::map<std::string, std::vector<Disagreement*>> by_path;
  for (Disagreement& one : evaluation.disagreements)
    if (one.is_miss && one.turn) by_path[one.path].push_back(&one);
  Neighbours neighbours;
  for (auto& entry : by_path) {
    std::vector<Disagreement*>& misses = entry.second;
    FileListener listener;
    listener.done = [](Result<FileRead>&&) {};  // it was read a moment ago; a quote is all that can be lost
    listener.sink.error = [](Error&&) {};
    listener.sink.transcript = [&](Transcript&& transcript) {
      for (Disagreement* miss : misses)
        if (transcript.id == miss->conversation && *miss->turn < static_cast<int>(transcript.turns.size()))
          miss->text = on_one_line(transcript.text(transcript.turns[static_cast<std::size_t>(*miss->turn)]));
    };
    read_file(entry.first, reading, neighbours, listener);
  }
}

}  // namespace

int eval_command(const EvalOptions& options) {
  const auto rules = load_rules(options.rules, "");
  if (!rules) return fail(rules.errors());
  const auto text = read_text(options.labels);
  if (!text) return fail(text.errors());
  const auto grades = read_labels(options.labels, text->bytes());
  if (!grades) return fail(grades.errors());
  const auto reading = load_reading(options.input);
  if (!reading) return fail(reading.errors());
  LabelMap map = standard_label_map(*rules->book);
  if (!options.map.empty()) {
    const auto file = load_yaml(options.map);
    if (!file) return fail(file.errors());
    auto own = read_label_map((*file)->tree, *rules->book);
    if (!own) return fail(own.errors());
    map = std::move(*own);
  }

  Keeper keeper(*grades);
  BatchOptions batch;
  batch.jobs = std::max(8, 2 * static_cast<int>(std::thread::hardware_concurrency()));
  batch.reading = reading->options;
  Walk walk(options.paths, {});
  lint_batch(walk, *rules->book, rules->card, batch, keeper);
  Evaluation evaluation = evaluate(*grades, map, keeper.conversations());
  look_up_words(evaluation, reading->options);
  for (Disagreement& one : evaluation.disagreements) one.text = shown(std::move(one.text), options.show_pii);

  const Sheet sheet = standard_sheet(options.colour);
  const auto format = std::ranges::find(evaluation_formats(), options.format, &EvaluationFormat::name);
  Errors errors = keeper.errors();
  errors.insert(errors.end(), evaluation.errors.begin(), evaluation.errors.end());
  for (const auto& [key, count] : evaluation.unknown_keys)
    errors.push_back({{options.labels}, fmt::format("nobody knows what the label \"{}\" is about, which stands there {} time{}", key, count, count == 1 ? "" : "s"),
                      "say so in a map: --map FILE", ""});
  if (!evaluation.missing.empty())
    errors.push_back({{options.labels}, fmt::format("{} labelled conversation{} not among the transcripts, \"{}\" first", evaluation.missing.size(),
                                                    evaluation.missing.size() == 1 ? " is" : "s are", evaluation.missing.front()), "", ""});
  const int status = errors.empty() ? status_clean : fail(errors);
  return print(format->write(evaluation, sheet), status);
}

}  // namespace decant
