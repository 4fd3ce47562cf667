// repeat: the same line said again, word for word: canned. Short lines ("thank you") do not count; the first time is free. With
// `agents` it is about a whole run: lines that so many agents say, which is nobody's fault but the script's.
#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "match/sentence.h"
#include "rule/kinds/rows.h"
#include "text/words.h"

namespace decant {
namespace {

constexpr std::string_view around_lines = " .!?\x04";

constexpr std::array<yaml::Key, 4> keys = {{
    {"times", "from so many times on it is a fault; 2 unless said", yaml::integer(2, 1000), yaml::Need::at_most_one_of_these},
    {"min_words", "shorter lines do not count; 6 unless said", yaml::integer(1, 100)},
    {"except", "lines in which this is found do not count: data that is read out again", a_find},
    {"agents", "over the whole run: so many agents say the line", yaml::integer(2, 10'000), yaml::Need::at_most_one_of_these},
}};

class Repeat final : public Check {
 public:
  Repeat(int times, int least_words, int agents, std::unique_ptr<Matcher> except)
      : times_(times), least_words_(least_words), agents_(agents), except_(std::move(except)) {}

  Outcome judge(const Scene& scene, const Scope& scope, std::vector<Observation>& found) const override {
    if (agents_ > 0) return Outcome::not_applicable;
    std::vector<Hit> lines;
    find_lines(scene, scope, lines);
    std::map<std::string_view, int> said;
    for (const Hit& line : lines) {
      const int count = ++said[std::string_view(scene.folded.lower).substr(line.span.begin, line.span.size())];
      if (count >= times_) found.push_back({line, fmt::format("said {} times", count)});
    }
    return lines.empty() ? Outcome::not_applicable : found.empty() ? Outcome::pass : Outcome::fail;
  }

  int agents_in_run() const override { return agents_; }

  void find_lines(const Scene& scene, const Scope& scope, std::vector<Hit>& lines) const override {
    const std::string_view text = scene.folded.lower;
    std::vector<Hit> exceptions;
    if (except_) except_->find(scene, scope, exceptions);
    for (uint32_t turn = scope.first; turn < scope.last; ++turn) {
      if (!scope.has_turn(scene.transcript, turn)) continue;
      for_each_sentence(text, scene.folded.turns[turn], [&](Span line) {
        while (!line.empty() && around_lines.find(text[line.begin]) != std::string_view::npos) ++line.begin;
        while (!line.empty() && around_lines.find(text[line.end - 1]) != std::string_view::npos) --line.end;
        const bool is_excepted = std::ranges::any_of(exceptions, [&](const Hit& hit) { return hit.turn == turn && hit.span.overlaps(line); });
        if (!is_excepted && count_words(text.substr(line.begin, line.size())) >= least_words_) lines.push_back({turn, line});
      });
    }
  }

  std::vector<MatcherInfo::Part> parts() const override {
    if (!except_) return {};
    return {{"except", except_.get()}};
  }

  bool triggers(std::vector<PatternId>&) const override { return false; }

 private:
  int times_;
  int least_words_;
  int agents_;  // 0: within one conversation
  std::unique_ptr<Matcher> except_;  // may be null
};

std::unique_ptr<Check> read(const yaml::Node& rule, FindContext& context) {
  const std::size_t errors_before = context.reader.error_count();
  const int times = context.reader.integer(rule["times"], "times", 2, 1000).value_or(2);
  const int words = context.reader.integer(rule["min_words"], "min_words", 1, 100).value_or(6);
  const int agents = context.reader.integer(rule["agents"], "agents", 2, 10'000).value_or(0);
  if (agents > 0 && rule["times"].exists())
    context.reader.fail(rule["times"], "times counts within one conversation, agents over a whole run", "take one of them out");
  auto except = rule["except"].exists() ? read_find(rule["except"], context) : nullptr;
  if (context.reader.error_count() != errors_before) return nullptr;
  return std::make_unique<Repeat>(times, words, agents, std::move(except));
}

}  // namespace

Kind repeat_kind() {
  return {"repeat", "the same line said again, word for word", FindingType::fault, true, keys, read};
}

}  // namespace decant
