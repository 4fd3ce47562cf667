#include "rule/selector.h"

#include <vector>

#include <fmt/format.h>

#include "base/nearest.h"

namespace decant {

bool selects(std::string_view selector, const Rule& rule) {
  if (selector.ends_with('*')) return rule.name.starts_with(selector.substr(0, selector.size() - 1));
  const std::string_view name = rule.name;
  return selector == name || selector == rule.pack || selector == name.substr(name.find('/') + 1);
}

std::optional<SelectorFault> fault_of(std::string_view selector, const RuleBook& book) {
  std::vector<std::string_view> names;
  for (const Rule* rule : book.rules) {
    if (selects(selector, *rule)) return std::nullopt;
    names.push_back(rule->name);
    names.push_back(std::string_view(rule->name).substr(rule->name.find('/') + 1));
  }
  for (const RulePack& pack : book.packs) names.push_back(pack.name);
  const std::string_view near = nearest(selector, names);
  return SelectorFault{fmt::format("no rule or pack \"{}\"", selector),
                       near.empty() ? "write pack, pack/rule or pack/*; decant rules lists them" : fmt::format("did you mean \"{}\"?", near)};
}

}  // namespace decant
