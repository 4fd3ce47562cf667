// weigh: a sentence or turn in which weighted cues add up to a threshold. It catches what is said in a hundred ways, and stays
// explainable: the hit carries the cues that counted. A cue counts once in a unit; a negative weight speaks against.
#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "match/operators/rows.h"
#include "match/operators/values.h"
#include "match/sentence.h"
#include "match/units.h"

namespace decant {
namespace {

constexpr int heaviest = 100;

constexpr std::array<std::string_view, 2> units = {"sentence", "turn"};
constexpr std::array<yaml::Key, 3> cue_keys = {{
    {"name", "what reports call the cue; its first phrase unless said", yaml::text()},
    {"find", "what the cue is", a_find, yaml::Need::required},
    {"weight", "how much it counts, once in a unit; negative: it speaks against", yaml::integer(-heaviest, heaviest),
     yaml::Need::required},
}};
constexpr std::array<yaml::Key, 3> keys = {{
    {"in", "where the cues must come together: sentence, unless said, or turn", yaml::choice(units)},
    {"at_least", "how much they must weigh together", yaml::integer(1, 1000), yaml::Need::required},
    {"cues", "what is looked for", yaml::maps(cue_keys, 1), yaml::Need::required},
}};

struct WeighedCue {
  std::string name;
  std::unique_ptr<Matcher> find;
  int weight = 0;
  std::vector<PatternId> triggers = {};  // of `find`
  bool is_decidable = false;             // by them
};

class Weigh final : public Matcher {
 public:
  Weigh(std::vector<WeighedCue> cues, int threshold, bool is_by_sentence)
      : cues_(std::move(cues)), threshold_(threshold), is_by_sentence_(is_by_sentence) {
    is_decidable_ = true;
    for (WeighedCue& cue : cues_) {
      cue.is_decidable = cue.find->triggers(cue.triggers);
      if (cue.weight <= 0) continue;
      is_decidable_ &= cue.is_decidable;
      triggers_.insert(triggers_.end(), cue.triggers.begin(), cue.triggers.end());
    }
  }

  void find(const Scene& scene, const Scope& scope, std::vector<Hit>& hits) const override {
    for (uint32_t turn : turns_to_look_at(scene, scope, triggers_, is_decidable_)) {
      // All cues of the turn once, then shared out to its sentences.
      std::vector<CountedCue> found;
      const Span whole = scene.folded.turns[turn];
      if (!find_cues(scene, {scope.roles, turn, turn + 1, scope.within}, found)) continue;
      if (is_by_sentence_)
        for_each_sentence(scene.folded.lower, whole, [&](Span sentence) { weigh(turn, sentence, found, hits); });
      else
        weigh(turn, whole, found, hits);
    }
  }

  MatcherInfo info() const override {
    MatcherInfo info{fmt::format("weigh, at least {} in a {}", threshold_, is_by_sentence_ ? "sentence" : "turn"), {}, {}};
    for (const WeighedCue& cue : cues_) info.parts.push_back({fmt::format("cue, weight {}", cue.weight), cue.find.get()});
    return info;
  }

  bool triggers(std::vector<PatternId>& ids) const override {
    ids.insert(ids.end(), triggers_.begin(), triggers_.end());
    return is_decidable_;
  }

 private:
  // Adds the places of all cues in the one turn of the scope, cue by cue. False as soon as they cannot weigh enough any more: most
  // turns have one cue or two.
  bool find_cues(const Scene& scene, const Scope& scope, std::vector<CountedCue>& found) const {
    const auto may_count = [&](const WeighedCue& cue) { return may_hit(scene, scope.first, cue.triggers, cue.is_decidable); };
    int most = 0;
    for (const WeighedCue& cue : cues_)
      if (cue.weight > 0 && may_count(cue)) most += cue.weight;
    std::vector<Hit> places;
    for (const bool speaks_for : {true, false}) {
      for (const WeighedCue& cue : cues_) {
        if (most < threshold_) return false;
        if ((cue.weight > 0) != speaks_for || !may_count(cue)) continue;
        places.clear();
        cue.find->find(scene, scope, places);
        for (const Hit& place : places) found.push_back({cue.name, place.span, cue.weight});
        if (places.empty() && speaks_for) most -= cue.weight;
      }
    }
    return most >= threshold_;
  }

  void weigh(uint32_t turn, Span unit, const std::vector<CountedCue>& found, std::vector<Hit>& hits) const {
    std::vector<CountedCue> counted;
    int sum = 0;
    for (const CountedCue& cue : found) {
      if (!unit.contains(cue.span)) continue;
      if (!counted.empty() && counted.back().name.data() == cue.name.data()) continue;  // once in a unit
      counted.push_back(cue);
      sum += cue.weight;
    }
    if (sum < threshold_) return;
    std::optional<Span> span;
    for (const CountedCue& cue : counted)
      if (cue.weight > 0) span = span ? join(*span, cue.span) : cue.span;
    if (!span) return;
    std::stable_sort(counted.begin(), counted.end(), [](const CountedCue& a, const CountedCue& b) { return a.span < b.span; });
    hits.push_back({turn, *span, std::make_shared<const std::vector<CountedCue>>(std::move(counted))});
  }

  std::vector<WeighedCue> cues_;
  int threshold_;
  bool is_by_sentence_;
  std::vector<PatternId> triggers_;
  bool is_decidable_;
};

// The first phrase of a cue names it, unless it has a name.
std::string name_of(const yaml::Node& cue) {
  if (cue["name"].exists()) return std::string(cue["name"].text());
  yaml::Node node = cue["find"];
  while (!node.is_scalar()) {
    if (node.is_sequence() && !node.items().empty()) node = node.items()[0];
    else if (node.is_map() && !node.entries().empty()) node = node.entries()[0].second;
    else return "cue";
  }
  return std::string(node.text());
}

std::unique_ptr<Matcher> read(const yaml::Node& value, std::unique_ptr<Matcher>, FindContext& context) {
  yaml::Reader& reader = context.reader;
  if (!reader.expect_map(value, "weigh", keys)) return nullptr;
  const std::size_t errors_before = reader.error_count();
  const std::size_t unit = reader.choice(value["in"], "unit", units).value_or(0);
  if (!value["at_least"].exists()) reader.fail(value, "at_least is missing", "how much the cues must weigh together");
  const int threshold = reader.integer(value["at_least"], "at_least", 1, 1000).value_or(1);
  if (value["cues"].items().empty()) {
    reader.fail(value["cues"].exists() ? value["cues"] : value, "cues must be a list of at least one cue", "for example - {find: [\"no way\"], weight: 3}");
    return nullptr;
  }
  std::vector<WeighedCue> cues;
  int most = 0;
  for (const yaml::Node& node : value["cues"].items()) {
    if (!reader.expect_map(node, "a cue", cue_keys)) continue;
    WeighedCue cue;
    if (!node["weight"].exists()) reader.fail(node, "weight is missing");
    cue.weight = reader.integer(node["weight"], "weight", -heaviest, heaviest).value_or(0);
    cue.find = read_required_find(node, "find", context);
    cue.name = name_of(node);
    most += std::max(0, cue.weight);
    cues.push_back(std::move(cue));
  }
  if (reader.error_count() == errors_before && most < threshold)
    reader.fail(value["at_least"], fmt::format("the cues together weigh {}, less than {}", most, threshold),
                "this can never fire; ask for less, or give the cues more weight");
  // A find may lack because of a word list whose error stands elsewhere.
  const bool has_all = std::ranges::all_of(cues, [](const WeighedCue& cue) { return cue.find != nullptr; });
  if (reader.error_count() != errors_before || !has_all) return nullptr;
  return std::make_unique<Weigh>(std::move(cues), threshold, unit == 0);
}

}  // namespace

Operator weigh_operator() { return {"weigh", "a sentence or turn in which weighted cues add up", false, read, yaml::map(keys)}; }

}  // namespace decant
