// measure: a number with a threshold. Each measure is a function and its row below; one that the conversation does not
// have (no times, no words) makes the rule n/a.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "match/operators/values.h"
#include "match/sentence.h"
#include "rule/kinds/every_hit.h"
#include "rule/kinds/rows.h"
#include "text/words.h"

namespace decant {
namespace {

std::string_view words_of(const Scene& scene, uint32_t turn) {
  const Span place = scene.folded.turns[turn];
  return std::string_view(scene.folded.lower).substr(place.begin, place.size());
}

struct Measured {
  double value = 0;
  std::optional<uint32_t> turn;  // where it shows, if in one turn
};

// Hits of the rule's `find` in scope; for measures that count something said.
using Hits = std::vector<Hit>;
using Function = std::optional<Measured> (*)(const Scene&, const Scope&, const Hits&);

// The longest wait, in seconds, of a customer for somebody in scope.
std::optional<Measured> response_gap(const Scene& scene, const Scope& scope, const Hits&) {
  std::optional<Measured> longest;
  const auto& turns = scene.transcript.turns;
  for (uint32_t i = scope.first + 1; i < scope.last; ++i) {
    const Turn& before = turns[i - 1];
    if (!scope.has_turn(scene.transcript, i) || before.role != Role::customer) continue;
    const double from = std::isnan(before.end) ? before.start : before.end;
    const double gap = turns[i].start - from;
    if (!std::isnan(gap) && (!longest || gap > longest->value)) longest = Measured{gap, i};
  }
  return longest;
}

// Percent of all words.
std::optional<Measured> talk_share(const Scene& scene, const Scope& scope, const Hits&) {
  double own = 0, all = 0;
  for (uint32_t i = 0; i < scene.transcript.turns.size(); ++i) {
    const int words = count_words(words_of(scene, i));
    all += words;
    if (scope.has_turn(scene.transcript, i)) own += words;
  }
  if (all == 0) return std::nullopt;
  return Measured{100 * own / all, std::nullopt};
}

double words_in_scope(const Scene& scene, const Scope& scope) {
  double words = 0;
  for (uint32_t i = scope.first; i < scope.last; ++i)
    if (scope.has_turn(scene.transcript, i)) words += count_words(words_of(scene, i));
  return words;
}

double sentences_in_scope(const Scene& scene, const Scope& scope) {
  double sentences = 0;
  for (uint32_t i = scope.first; i < scope.last; ++i)
    if (scope.has_turn(scene.transcript, i))
      for_each_sentence(scene.folded.lower, scene.folded.turns[i], [&](Span) { ++sentences; });
  return sentences;
}

std::optional<Measured> words_per_sentence(const Scene& scene, const Scope& scope, const Hits&) {
  const double sentences = sentences_in_scope(scene, scope);
  if (sentences == 0) return std::nullopt;
  return Measured{words_in_scope(scene, scope) / sentences, std::nullopt};
}

// Vowel groups, a silent e at the end not counted: the usual estimate for English.
int syllables(std::string_view word) {
  int count = 0;
  bool was_vowel = false;
  for (char c : word) {
    const bool is_vowel = std::string_view("aeiouy").find(c) != std::string_view::npos;
    count += is_vowel && !was_vowel;
    was_vowel = is_vowel;
  }
  if (word.size() > 2 && word.ends_with('e') && !word.ends_with("le") && count > 1) --count;
  return std::max(1, count);
}

// Flesch-Kincaid grade: 0.39 × words a sentence + 11.8 × syllables a word − 15.59.
std::optional<Measured> reading_grade(const Scene& scene, const Scope& scope, const Hits&) {
  double words = 0, parts = 0;
  for (uint32_t i = scope.first; i < scope.last; ++i) {
    if (!scope.has_turn(scene.transcript, i)) continue;
    std::string_view rest = words_of(scene, i);
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
      if (count_words(word) == 0) continue;
      ++words;
      parts += syllables(word);
    }
  }
  const double sentences = sentences_in_scope(scene, scope);
  if (words < 1 || sentences < 1) return std::nullopt;
  return Measured{0.39 * words / sentences + 11.8 * parts / words - 15.59, std::nullopt};
}

std::optional<Measured> words(const Scene& scene, const Scope& scope, const Hits&) {
  return Measured{words_in_scope(scene, scope), std::nullopt};
}

std::optional<Measured> hits(const Scene&, const Scope&, const Hits& found) {
  if (found.empty()) return Measured{0, std::nullopt};
  return Measured{static_cast<double>(found.size()), found.back().turn};
}

std::optional<Measured> hits_per_100_words(const Scene& scene, const Scope& scope, const Hits& found) {
  const double all = words_in_scope(scene, scope);
  if (all == 0) return std::nullopt;
  return Measured{100 * static_cast<double>(found.size()) / all, std::nullopt};
}

struct Row {
  std::string_view name;
  bool needs_find;
  Function measure;
};

constexpr std::array<Row, 8> measures = {{
    {"response-gap", false, response_gap},              // seconds
    {"talk-share", false, talk_share},                  // percent
    {"words-per-sentence", false, words_per_sentence},
    {"reading-grade", false, reading_grade},            // school years
    {"words", false, words},
    {"transfers", true, hits},                          // times something was said
    {"hits", true, hits},
    {"hits-per-100-words", true, hits_per_100_words},
}};

// The names, for messages and the schema.
constexpr auto names = [] {
  std::array<std::string_view, measures.size()> out;
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = measures[i].name;
  return out;
}();

using enum yaml::Need;
constexpr std::array<yaml::Key, 5> keys = {{
    {"of", "what is measured", yaml::choice(names), required},
    {"find", "what is counted, for hits, transfers and hits-per-100-words", a_find},
    {"at_most", "more is a fault", yaml::number(1'000'000), one_of_these},
    {"at_least", "less is a fault", yaml::number(1'000'000), one_of_these},
    {"window", "only hits of find at the start or the end of the conversation", yaml::ref("window")},
}};

class Measure final : public Check {
 public:
  Measure(const Row& row, std::unique_ptr<Matcher> find, bool is_at_most, Points threshold)
      : row_(row), find_(std::move(find)), is_at_most_(is_at_most), threshold_(threshold) {}

  Outcome judge(const Scene& scene, const Scope& scope, std::vector<Observation>& found) const override {
    Hits said;
    if (find_) find_->find(scene, scope, said);
    keep_one_a_place(said);
    const auto measured = row_.measure(scene, scope, said);
    if (!measured) return Outcome::not_applicable;
    const double threshold = double(threshold_.micro) / 1e6;
    if (is_at_most_ ? measured->value <= threshold : measured->value >= threshold) return Outcome::pass;
    Observation observation;
    if (measured->turn) observation.hit = Hit{*measured->turn, scene.folded.turns[*measured->turn]};
    observation.detail = fmt::format("{} is {:.1f}, at {} {}", row_.name, measured->value, is_at_most_ ? "most" : "least", to_string(threshold_));
    found.push_back(std::move(observation));
    return Outcome::fail;
  }

  std::vector<MatcherInfo::Part> parts() const override {
    if (!find_) return {};
    return {{"find", find_.get()}};
  }

  bool triggers(std::vector<PatternId>&) const override { return false; }

 private:
  const Row& row_;
  std::unique_ptr<Matcher> find_;  // null if the measure counts nothing said
  bool is_at_most_;
  Points threshold_;
};

std::unique_ptr<Check> read(const yaml::Node& rule, FindContext& context) {
  yaml::Reader& reader = context.reader;
  const std::size_t errors_before = reader.error_count();
  if (!rule["of"].exists()) reader.fail(rule, "of is missing", yaml::suggestion("", names));
  const auto index = reader.choice(rule["of"], "measure", names);
  const bool is_at_most = rule["at_most"].exists();
  if (is_at_most == rule["at_least"].exists())
    reader.fail(rule, "a measure needs one of at_most and at_least", "for example at_most: 2.5");
  const auto threshold = reader.points(rule[is_at_most ? "at_most" : "at_least"], is_at_most ? "at_most" : "at_least");
  std::unique_ptr<Matcher> find;
  if (index && measures[*index].needs_find) find = read_rule_find(rule, context);
  else if (index)
    for (const yaml::Node& node : {rule["find"], rule["window"]})
      if (node.exists()) reader.fail(node, fmt::format("{} counts nothing that is said", names[*index]), "take find and window out");
  if (reader.error_count() != errors_before || !index || !threshold) return nullptr;
  return std::make_unique<Measure>(measures[*index], std::move(find), is_at_most, *threshold);
}

}  // namespace

Kind measure_kind() {
  return {"measure", "a number with a threshold", FindingType::fault, false, keys, read};
}

}  // namespace decant
