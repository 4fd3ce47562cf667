// repeat: the same line said again, word for word: canned. Short lines ("thank you") do not count; the first time is free.
#include <map>

#include <fmt/format.h>

#include "match/sentence.h"
#include "rule/kinds/rows.h"
#include "text/words.h"

namespace decant {
namespace {

class Repeat final : public Check {
 public:
  Repeat(int times, int least_words) : times_(times), least_words_(least_words) {}

  Outcome judge(const Scene& scene, const Scope& scope, std::vector<Observation>& found) const override {
    std::map<std::string_view, int> said;
    bool has_lines = false;
    for (uint32_t turn = scope.first; turn < scope.last; ++turn) {
      if (!scope.has_turn(scene.transcript, turn)) continue;
      for_each_sentence(scene.folded.lower, scene.folded.turns[turn], [&](Span sentence) {
        std::string_view line = std::string_view(scene.folded.lower).substr(sentence.begin, sentence.size());
        while (!line.empty() && std::string_view(" .!?\x04").find(line.front()) != std::string_view::npos) {
          line.remove_prefix(1);
          ++sentence.begin;
        }
        while (!line.empty() && std::string_view(" .!?\x04").find(line.back()) != std::string_view::npos) {
          line.remove_suffix(1);
          --sentence.end;
        }
        if (count_words(line) < least_words_) return;
        has_lines = true;
        if (const int count = ++said[line]; count >= times_)
          found.push_back({Hit{turn, sentence}, fmt::format("said {} times", count)});
      });
    }
    return !has_lines ? Outcome::not_applicable : found.empty() ? Outcome::pass : Outcome::fail;
  }

  bool triggers(std::vector<PatternId>&) const override { return false; }

 private:
  int times_;
  int least_words_;
};

std::unique_ptr<Check> read(const yaml::Node& rule, FindContext& context) {
  const std::size_t errors_before = context.reader.error_count();
  const int times = context.reader.integer(rule["times"], "times", 2, 1000).value_or(2);
  const int words = context.reader.integer(rule["min_words"], "min_words", 1, 100).value_or(6);
  if (context.reader.error_count() != errors_before) return nullptr;
  return std::make_unique<Repeat>(times, words);
}

}  // namespace

Kind repeat_kind() {
  static constexpr std::string_view keys[] = {"times", "min_words"};
  return {"repeat", "the same line said again, word for word", FindingType::fault, true, keys, read};
}

}  // namespace decant
