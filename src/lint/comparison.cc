#include "lint/comparison.h"

#include <algorithm>

namespace decant {

std::string Comparison::key_of(const std::string& file, const Verdict& verdict) { return file + '\0' + verdict.id; }

void Comparison::add(const Verdict& before) {
  if (!before.errors.empty()) return;
  const std::string key = key_of(names_.before(before.path), before);
  const std::lock_guard lock(mutex_);
  const auto [found, is_new] = conversations_.try_emplace(key);
  Conversation& conversation = found->second;
  conversation.has_several |= !is_new;
  if (before.score.is_scored()) conversation.final_score = before.score.final_score;
  for (const Finding& finding : before.findings) {
    if (finding.suppressed) continue;
    ++result_.rules[finding.rule->name].before;
    conversation.findings.push_back({finding.likeness, {finding.rule->name, names_.shown_before(before.path), finding.text, finding.at.line, finding.type, finding.severity}});
  }
}

void Comparison::keep(Entry& entry, Finding& finding) {
  finding.is_known = true;
  entry.is_found = true;
  ++result_.kept;
}

void Comparison::mark(Verdict& after) {
  if (!after.errors.empty()) return;
  const std::string key = key_of(names_.after(after.path), after);
  const std::lock_guard lock(mutex_);
  const auto found = conversations_.find(key);
  Conversation none;
  Conversation& before = found == conversations_.end() ? none : found->second;
  std::vector<const Entry*> taken;  // by this verdict: another one of the heap may have the same words
  const auto pair = [&](auto&& is_same) {
    for (Finding& finding : after.findings) {
      if (finding.suppressed || finding.is_known) continue;
      const auto entry = std::ranges::find_if(before.findings, [&](const Entry& one) { return is_same(one, finding) && std::ranges::find(taken, &one) == taken.end(); });
      if (entry == before.findings.end()) continue;
      taken.push_back(&*entry);
      keep(*entry, finding);
    }
  };
  pair([](const Entry& one, const Finding& finding) { return one.likeness == finding.likeness; });
  // The turn was rewritten around them.
  pair([](const Entry& one, const Finding& finding) { return one.finding.rule == finding.rule->name && one.finding.text == finding.text; });

  for (const Finding& finding : after.findings) {
    if (finding.suppressed) continue;
    RuleChange& rule = result_.rules[finding.rule->name];
    ++rule.after;
    if (finding.is_known) continue;
    ++rule.added;
    ++result_.added;
  }
  if (!before.final_score || before.has_several) return;
  after.before = before.final_score;
  if (!after.score.is_scored()) return;
  ++result_.scored_in_both;
  result_.before_sum += *before.final_score;
  result_.after_sum += after.score.final_score;
}

Compared Comparison::result() const {
  const std::lock_guard lock(mutex_);
  Compared out = result_;
  for (const auto& [key, conversation] : conversations_)
    for (const Entry& entry : conversation.findings) {
      if (entry.is_found) continue;
      ++out.rules[entry.finding.rule].gone;
      out.gone.push_back(entry.finding);
    }
  return out;
}

}  // namespace decant
