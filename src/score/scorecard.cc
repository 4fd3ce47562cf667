#include "score/scorecard.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/nearest.h"
#include "base/glob.h"
#include "match/operators.h"
#include "yaml/reader.h"

namespace decant {
namespace {

using enum yaml::Need;

constexpr yaml::Shape a_score = yaml::number(100);
constexpr int most_words = 1'000'000;

constexpr std::array<yaml::Key, 4> section_keys = {{
    {"name", "what reports call the section", yaml::text(), required},
    {"weight", "how many of the 100 points it can cost, relative to the others", yaml::number(1'000'000), required},
    {"packs", "the packs whose rules count here", yaml::texts(), at_least_one_of_these},
    {"rest", "all packs that no section names", yaml::only_true(), at_least_one_of_these},
}};
constexpr std::array<yaml::Key, 1> band_values = {{{"", "the lowest score in the band", a_score}}};

std::span<const yaml::Key> override_keys() {
  static const std::array<yaml::Key, 8> keys = {{
      {"when", "of which conversations it holds: what their files say of them", condition_shape(), required},
      {"rules", "packs and rules that it changes: pack, or pack/rule", yaml::texts()},
      {"severity", "what their severity becomes", yaml::choice(severity_names)},
      {"points", "what their points become", yaml::number(1'000'000)},
      {"cap", "what their cap becomes", yaml::number(1'000'000)},
      {"off", "they do not judge at all", yaml::only_true()},
      {"pass_mark", "what the pass mark becomes", a_score},
      {"minimum_agent_words", "what the minimum becomes", yaml::integer(0, most_words)},
  }};
  return keys;
}

class CardReader {
 public:
  CardReader(const yaml::Tree& tree, RuleBook& book, Errors& errors) : root_(tree), book_(book), reader_(errors) {}

  Scorecard read() {
    if (!reader_.expect_map(root_, "a scorecard", scorecard_keys())) return std::move(card_);
    for (std::string_view key : {"scorecard", "sections"})
      if (!root_[key].exists()) reader_.fail(root_, fmt::format("{} is missing", key));
    card_.name = reader_.text(root_["scorecard"], "scorecard").value_or("");
    card_.version = reader_.text(root_["version"], "version").value_or("");
    card_.title = reader_.text(root_["title"], "title").value_or("");
    card_.standards.pass_mark = mark(root_["pass_mark"], "pass_mark").value_or(card_.standards.pass_mark);
    card_.standards.minimum_agent_words = words(root_["minimum_agent_words"]).value_or(0);
    for (const Rule* rule : book_.rules) card_.standards.terms.push_back({rule->severity, rule->points, rule->cap, false});
    read_bands(root_["bands"]);
    read_sections(root_["sections"]);
    read_overrides(root_["overrides"]);
    if (root_["must_say"].exists()) {
      const Vocabulary no_lists;
      FindContext context{reader_, no_lists, book_.patterns};
      card_.must_say = read_find(root_["must_say"], context);
    }
    return std::move(card_);
  }

 private:
  std::optional<Points> mark(const yaml::Node& node, std::string_view what) {
    const auto points = reader_.points(node, what);
    if (points && *points > Points::whole(100)) {
      reader_.fail(node, fmt::format("{} is over 100", what), "scores go from 0 to 100");
      return std::nullopt;
    }
    return points;
  }

  std::optional<int> words(const yaml::Node& node) { return reader_.integer(node, "minimum_agent_words", 0, most_words); }

  void read_overrides(const yaml::Node& node) {
    if (!node.exists()) return;
    if (!node.is_sequence()) {
      reader_.fail(node, "overrides must be a list", "start each with \"- when: {…}\"");
      return;
    }
    for (const yaml::Node& item : node.items()) {
      if (!reader_.expect_map(item, "an override", override_keys())) continue;
      Override out;
      if (!item["when"].exists()) reader_.fail(item, "when is missing", "say where it holds: when: {tier: gold}");
      else if (auto when = read_condition(item["when"], reader_)) out.when = std::move(*when);
      for (const yaml::Node& name : reader_.texts(item["rules"], "rules")) add_rules(name, out.rules);
      if (const auto i = reader_.choice(item["severity"], "severity", severity_names)) out.severity = static_cast<Severity>(*i);
      out.points = reader_.points(item["points"], "points");
      out.cap = reader_.points(item["cap"], "cap");
      out.pass_mark = mark(item["pass_mark"], "pass_mark");
      out.minimum_agent_words = words(item["minimum_agent_words"]);
      if (item["off"].exists() && item["off"].text() != "true") reader_.fail(item["off"], "off can only be true");
      out.is_off = item["off"].exists();
      if (out.points && out.cap && *out.cap < *out.points)
        reader_.fail(item["cap"], fmt::format("cap {} is less than points {}", to_string(*out.cap), to_string(*out.points)),
                     "the cap bounds repeats; make it at least the points of one hit");
      const bool is_about_rules = item["severity"].exists() || item["points"].exists() || item["cap"].exists() || out.is_off;
      if (!is_about_rules && !item["pass_mark"].exists() && !item["minimum_agent_words"].exists())
        reader_.fail(item, "the override changes nothing", "give it severity, points, cap, off, pass_mark or minimum_agent_words");
      if (is_about_rules && !item["rules"].exists())
        reader_.fail(item, "rules is missing", "name packs or rules: rules: [cant-vocabulary, policy-citing/our-policy]");
      card_.overrides.push_back(std::move(out));
    }
  }

  // A pack, "pack/*" or "pack/rule".
  void add_rules(const yaml::Node& node, std::vector<uint32_t>& rules) {
    std::string_view wanted = node.text();
    if (wanted.ends_with("/*")) wanted.remove_suffix(2);
    const std::size_t before = rules.size();
    std::vector<std::string_view> names;
    for (uint32_t i = 0; i < book_.rules.size(); ++i) {
      const Rule& rule = *book_.rules[i];
      if (rule.name == wanted || rule.pack == wanted) rules.push_back(i);
      names.push_back(rule.name);
      if (names.empty() || names.back() != rule.pack) names.push_back(rule.pack);
    }
    if (rules.size() == before) {
      const std::string_view near = nearest(wanted, names);
      reader_.fail(node, fmt::format("no rule or pack \"{}\"", node.text()),
                   near.empty() ? "write pack or pack/rule" : fmt::format("did you mean \"{}\"?", near));
    }
  }

  void read_bands(const yaml::Node& node) {
    if (!node.exists()) return;
    if (!node.is_map()) {
      reader_.fail(node, "bands must be a map of names and lowest scores", "for example bands: {good: 85, poor: 0}");
      return;
    }
    for (const auto& [key, value] : node.entries())
      if (const auto least = mark(value, "the lowest score of a band")) card_.bands.push_back({std::string(key.text()), *least});
    std::stable_sort(card_.bands.begin(), card_.bands.end(), [](const Band& a, const Band& b) { return a.least > b.least; });
    if (!card_.bands.empty() && card_.bands.back().least > Points{})
      reader_.fail(node, "no band begins at 0", "every score must fall into one");
  }

  void read_sections(const yaml::Node& node) {
    if (!node.exists()) return;
    if (!node.is_sequence() || node.items().empty()) {
      reader_.fail(node, "sections must be a list", "start each with \"- name: …\"");
      return;
    }
    const std::size_t errors_before = reader_.error_count();
    std::vector<std::string_view> packs;
    for (const RulePack& pack : book_.packs) packs.push_back(pack.name);
    std::map<std::string, uint32_t, std::less<>> section_of_pack;
    std::optional<uint32_t> rest;
    for (const yaml::Node& item : node.items()) {
      if (!reader_.expect_map(item, "a section", section_keys)) continue;
      Section section;
      section.name = reader_.text(item["name"], "name").value_or("");
      if (!item["name"].exists()) reader_.fail(item, "name is missing");
      if (!item["weight"].exists()) reader_.fail(item, "weight is missing", "how many of the 100 points the section can cost, relative to the others");
      const auto weight = reader_.points(item["weight"], "weight");
      section.weight = weight.value_or(Points{});
      if (weight && *weight == Points{}) reader_.fail(item["weight"], "a weight must be more than 0");
      const auto index = static_cast<uint32_t>(card_.sections.size());
      if (item["rest"].exists()) {
        if (item["rest"].text() != "true") reader_.fail(item["rest"], "rest can only be true");
        if (rest) reader_.fail(item["rest"], "two sections take the rest");
        rest = index;
      } else if (!item["packs"].exists()) {
        reader_.fail(item, "packs is missing", "list the packs of this section, or say rest: true");
      }
      for (const yaml::Node& pack : reader_.texts(item["packs"], "packs")) {
        if (!reader_.choice(pack, "pack", packs)) continue;
        if (!section_of_pack.emplace(std::string(pack.text()), index).second)
          reader_.fail(pack, fmt::format("the pack \"{}\" is in two sections", pack.text()), "its points would be taken twice");
        section.packs.push_back(std::string(pack.text()));
      }
      card_.sections.push_back(std::move(section));
    }
    std::vector<std::string_view> nowhere;
    for (const RulePack& pack : book_.packs) {
      if (section_of_pack.count(pack.name)) continue;
      section_of_pack.emplace(pack.name, rest.value_or(0));
      if (rest) card_.sections[*rest].packs.push_back(pack.name);
      else nowhere.push_back(pack.name);
    }
    // A section that could not be read may well be theirs.
    if (!nowhere.empty() && reader_.error_count() == errors_before)
      reader_.fail(node, fmt::format("no section lists these packs: {}", fmt::join(nowhere, ", ")),
                   "add each to a section, or add a section with rest: true");
    for (const Rule* rule : book_.rules) card_.section_of_rule.push_back(section_of_pack[rule->pack]);
  }

  yaml::Node root_;
  RuleBook& book_;
  yaml::Reader reader_;
  Scorecard card_;
};

}  // namespace

std::span<const yaml::Key> scorecard_keys() {
  static const std::array<yaml::Key, 9> keys = {{
      {"scorecard", "the scorecard's name", yaml::text(), required},
      {"version", "its version", yaml::text()},
      {"title", "its name for people", yaml::text()},
      {"pass_mark", "the lowest final score that passes; 80 unless said", a_score},
      {"bands", "names for scores, each with its lowest; one begins at 0", yaml::map_of(band_values)},
      {"minimum_agent_words", "with fewer there is no score", yaml::integer(0, most_words)},
      {"sections", "weighted groups of packs", yaml::maps(section_keys, 1), required},
      {"overrides", "what is held differently of some conversations; later ones win", yaml::maps(override_keys())},
      {"must_say", "wording that the law or the company requires: never a fault", a_find},
  }};
  return keys;
}

namespace {

bool holds(const Override& change, const Transcript& transcript) {
  if (!change.when.holds(transcript)) return false;
  if (change.paths.empty()) return true;
  const std::string path = path_below(change.below, transcript.path);
  return std::any_of(change.paths.begin(), change.paths.end(), [&](const std::string& glob) { return glob_matches(glob, path); });
}

}  // namespace

const Standards& standards_for(const Scorecard& card, const Transcript& transcript, Standards& room) {
  bool is_changed = false;
  for (const Override& change : card.overrides) {
    if (!holds(change, transcript)) continue;
    if (!std::exchange(is_changed, true)) room = card.standards;
    for (uint32_t rule : change.rules) {
      Terms& terms = room.terms[rule];
      terms.severity = change.severity.value_or(terms.severity);
      terms.points = change.points.value_or(terms.points);
      if (change.cap) terms.cap = change.cap;
      else if (terms.cap && *terms.cap < terms.points) terms.cap = terms.points;
      terms.is_off |= change.is_off;
    }
    room.pass_mark = change.pass_mark.value_or(room.pass_mark);
    room.minimum_agent_words = change.minimum_agent_words.value_or(room.minimum_agent_words);
  }
  return is_changed ? room : card.standards;
}

Result<Scorecard> read_scorecard(const yaml::Tree& tree, RuleBook& book) {
  Errors errors;
  Scorecard card = CardReader(tree, book, errors).read();
  if (!errors.empty()) return errors;
  return card;
}

}  // namespace decant
