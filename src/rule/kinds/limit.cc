// limit: at least, or at most, so many times, in the whole conversation or for every 100 words of those the rule speaks of. Hits
// beyond the limit are faults, in order; too few is an omission.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "rule/kinds/every_hit.h"
#include "rule/kinds/rows.h"
#include "text/words.h"

namespace decant {
namespace {

constexpr int most_times = 1000;

using enum yaml::Need;
constexpr std::array<std::string_view, 2> units = {"transcript", "100-words"};
constexpr std::array<yaml::Key, 5> keys = {{
    {"find", "what is counted", a_find, required},
    {"at_most", "further hits are faults", yaml::integer(0, most_times), one_of_these},
    {"at_least", "fewer hits are an omission", yaml::integer(1, most_times), one_of_these},
    {"per", "counted in the whole transcript, unless said, or for every 100 words", yaml::choice(units)},
    window_key,
}};

class Limit final : public Check {
 public:
  Limit(std::unique_ptr<Matcher> find, bool is_at_most, int times, bool is_per_words)
      : find_(std::move(find)), is_at_most_(is_at_most), times_(times), is_per_words_(is_per_words) {}

  Outcome judge(const Scene& scene, const Scope& scope, std::vector<Observation>& found) const override {
    std::vector<Hit> hits;
    find_->find(scene, scope, hits);
    keep_one_a_place(hits);
    auto allowed = static_cast<std::size_t>(times_);
    if (is_per_words_) allowed = allowed * words_of(scene, scope) / 100;
    if (is_per_words_ && is_at_most_ && times_ > 0) allowed = std::max<std::size_t>(1, allowed);  // half a hundred words still allow one
    const std::string_view unit = is_per_words_ ? " for this many words" : "";
    if (is_at_most_) {
      for (std::size_t i = allowed; i < hits.size(); ++i)
        found.push_back({hits[i], fmt::format("number {}, at most {}{}", i + 1, allowed, unit)});
      return hits.size() > allowed ? Outcome::fail : Outcome::pass;
    }
    if (hits.size() >= allowed) return Outcome::pass;
    found.push_back({std::nullopt, fmt::format("{} times, at least {}{}", hits.size(), allowed, unit)});
    return Outcome::fail;
  }

  std::vector<MatcherInfo::Part> parts() const override { return {{"find", find_.get()}}; }

  bool triggers(std::vector<PatternId>& ids) const override { return is_at_most_ && find_->triggers(ids); }

 private:
  static std::size_t words_of(const Scene& scene, const Scope& scope) {
    std::size_t words = 0;
    for (uint32_t turn = scope.first; turn < scope.last; ++turn) {
      if (!scope.has_turn(scene.transcript, turn)) continue;
      const Span place = scene.folded.turns[turn];
      words += static_cast<std::size_t>(count_words(std::string_view(scene.folded.lower).substr(place.begin, place.size())));
    }
    return words;
  }

  std::unique_ptr<Matcher> find_;
  bool is_at_most_;
  int times_;
  bool is_per_words_;
};

std::unique_ptr<Check> read(const yaml::Node& rule, FindContext& context) {
  yaml::Reader& reader = context.reader;
  const std::size_t errors_before = reader.error_count();
  auto find = read_rule_find(rule, context);
  const bool is_at_most = rule["at_most"].exists();
  if (is_at_most == rule["at_least"].exists())
    reader.fail(rule, "a limit needs one of at_most and at_least", "for example at_most: 2");
  const int least = is_at_most ? 0 : 1;
  const int times = reader.integer(rule[is_at_most ? "at_most" : "at_least"], is_at_most ? "at_most" : "at_least", least, most_times).value_or(0);
  const std::size_t unit = reader.choice(rule["per"], "unit", units).value_or(0);
  if (reader.error_count() != errors_before) return nullptr;
  return std::make_unique<Limit>(std::move(find), is_at_most, times, unit == 1);
}

}  // namespace

Kind limit_kind() {
  return {"limit", "at least or at most so many times", FindingType::fault, true, keys, read};
}

}  // namespace decant
