#include "score/scorecard.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "yaml/reader.h"

namespace decant {
namespace {

constexpr std::array<std::string_view, 7> card_keys = {"scorecard", "version",  "title",   "pass_mark",
                                                       "bands",     "minimum_agent_words", "sections"};
constexpr std::array<std::string_view, 4> section_keys = {"name", "weight", "packs", "rest"};

class CardReader {
 public:
  CardReader(const yaml::Tree& tree, const RuleBook& book, Errors& errors) : root_(tree), book_(book), reader_(errors) {}

  Scorecard read() {
    if (!reader_.expect_map(root_, "a scorecard", card_keys)) return std::move(card_);
    for (std::string_view key : {"scorecard", "sections"})
      if (!root_[key].exists()) reader_.fail(root_, fmt::format("{} is missing", key));
    card_.name = reader_.text(root_["scorecard"], "scorecard").value_or("");
    card_.version = reader_.text(root_["version"], "version").value_or("");
    card_.title = reader_.text(root_["title"], "title").value_or("");
    card_.pass_mark = mark(root_["pass_mark"], "pass_mark").value_or(card_.pass_mark);
    card_.minimum_agent_words = reader_.integer(root_["minimum_agent_words"], "minimum_agent_words", 0, 1'000'000).value_or(0);
    read_bands(root_["bands"]);
    read_sections(root_["sections"]);
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
      section.weight = reader_.points(item["weight"], "weight").value_or(Points{});
      if (item["weight"].exists() && section.weight == Points{}) reader_.fail(item["weight"], "a weight must be more than 0");
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
    for (const RulePack& pack : book_.packs) {
      if (section_of_pack.count(pack.name)) continue;
      if (rest) {
        section_of_pack.emplace(pack.name, *rest);
        card_.sections[*rest].packs.push_back(pack.name);
      } else {
        reader_.fail(node, fmt::format("no section lists the pack \"{}\"", pack.name), "add it to one, or add a section with rest: true");
      }
    }
    for (const Rule* rule : book_.rules) card_.section_of_rule.push_back(section_of_pack[rule->pack]);
  }

  yaml::Node root_;
  const RuleBook& book_;
  yaml::Reader reader_;
  Scorecard card_;
};

}  // namespace

Result<Scorecard> read_scorecard(const yaml::Tree& tree, const RuleBook& book) {
  Errors errors;
  Scorecard card = CardReader(tree, book, errors).read();
  if (!errors.empty()) return errors;
  return card;
}

}  // namespace decant
