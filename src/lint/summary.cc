#include "lint/summary.h"

#include <algorithm>
#include <numeric>

namespace decant {

void Summary::add(const Verdict& verdict) {
  warnings += verdict.warnings.size();
  if (!verdict.errors.empty()) {
    ++errors;
    return;
  }
  ++conversations;
  guessed_roles += verdict.roles.is_guessed;
  unknown_roles += verdict.roles.is_unknown;
  turns += static_cast<uint64_t>(std::max(verdict.turns, 0));
  agent_words += static_cast<uint64_t>(std::max(verdict.score.agent_words, 0));

  std::vector<const Rule*> found;  // each once
  uint64_t fault_count = 0;
  Points fault_points;
  for (const Finding& finding : verdict.findings) {
    if (finding.suppressed) {
      ++suppressed[static_cast<std::size_t>(finding.suppressed->by)];
      continue;
    }
    if (finding.type == FindingType::fault && !finding.is_trial) {
      ++fault_count;
      fault_points += finding.points;
      if (finding.is_known) ++known[static_cast<std::size_t>(finding.severity)];
    }
    if (finding.is_trial) {
      ++trial;
    } else {
      switch (finding.type) {
        case FindingType::fault: ++faults[static_cast<std::size_t>(finding.severity)]; break;
        case FindingType::credit: ++credits; break;
        case FindingType::note: ++notes; break;
      }
    }
    RuleTotal& total = rules[finding.rule];
    ++total.findings;
    total.known += finding.is_known;
    total.points += finding.points;
    found.push_back(finding.rule);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  for (const Rule* rule : found) ++rules[rule].conversations;

  const std::string* const names[] = {&verdict.agent, &verdict.team, &verdict.channel};
  for (std::size_t i = 0; i < groups.size(); ++i) {
    GroupTotal one;
    one.conversations = 1;
    one.agent_words = static_cast<uint64_t>(std::max(verdict.score.agent_words, 0));
    one.findings = fault_count;
    one.points = fault_points;
    if (verdict.score.is_scored()) {
      one.scored = 1;
      one.score_sum = verdict.score.final_score.micro / 100'000;
      one.score_squares = one.score_sum * one.score_sum;
    }
    groups[i][*names[i]] += one;
  }

  if (!verdict.score.is_scored()) {
    ++unscored[verdict.score.unscored];
    return;
  }
  ++scored;
  score_sum += verdict.score.final_score;
  lowest_score = std::min(lowest_score.value_or(verdict.score.final_score), verdict.score.final_score);
  passed += verdict.score.is_pass;
}

GroupTotal& GroupTotal::operator+=(const GroupTotal& other) {
  conversations += other.conversations;
  agent_words += other.agent_words;
  findings += other.findings;
  points += other.points;
  scored += other.scored;
  score_sum += other.score_sum;
  score_squares += other.score_squares;
  return *this;
}

uint64_t Summary::suppressed_in_all() const {
  return std::accumulate(suppressed.begin(), suppressed.end(), uint64_t{0});
}

void Summary::add(const Summary& other) {
  files += other.files;
  conversations += other.conversations;
  turns += other.turns;
  agent_words += other.agent_words;
  for (std::size_t i = 0; i < faults.size(); ++i) faults[i] += other.faults[i];
  credits += other.credits;
  notes += other.notes;
  trial += other.trial;
  for (std::size_t i = 0; i < suppressed.size(); ++i) suppressed[i] += other.suppressed[i];
  for (std::size_t i = 0; i < known.size(); ++i) known[i] += other.known[i];
  for (std::size_t i = 0; i < groups.size(); ++i)
    for (const auto& [name, total] : other.groups[i]) groups[i][name] += total;
  for (const auto& [rule, total] : other.rules) {
    RuleTotal& sum = rules[rule];
    sum.findings += total.findings;
    sum.known += total.known;
    sum.conversations += total.conversations;
    sum.points += total.points;
  }
  scored += other.scored;
  score_sum += other.score_sum;
  if (other.lowest_score)
    lowest_score = std::min(lowest_score.value_or(*other.lowest_score), *other.lowest_score);
  passed += other.passed;
  for (const auto& [reason, count] : other.unscored) unscored[reason] += count;
  errors += other.errors;
  warnings += other.warnings;
  guessed_roles += other.guessed_roles;
  unknown_roles += other.unknown_roles;
}

}  // namespace decant
