#include "score/score.h"

#include <algorithm>

namespace decant {
namespace {

// Step 1: each finding takes what is left under the cap, so that the amounts add up to min(cap, points × hits).
Points spend(const Terms& terms, RuleResult& result) {
  Points spent;
  result.amounts.clear();
  for (int softened : result.softened) {
    Points amount = percent_of(100 - softened, terms.points);
    if (terms.cap) amount = std::min(amount, *terms.cap - spent);
    result.amounts.push_back(amount);
    spent += amount;
  }
  return spent;
}

// 100 × (1 − lost / weight), rounded half up to a tenth; in integers, so that there is only this one rounding.
// REQUIRES: weight > 0.
Points total_of(Points lost, Points weight) {
  __extension__ using Wide = __int128;
  const Wide kept = weight.micro - lost.micro;
  const Wide tenths = (Wide{2} * 1000 * kept + weight.micro) / (Wide{2} * weight.micro);
  return {static_cast<int64_t>(tenths) * 100'000};
}

}  // namespace

Score score(const Scorecard& card, const Standards& standards, const RuleBook& book, std::span<const Outcome> outcomes, std::span<RuleResult> results,
            int agent_words, std::string unscored) {
  Score out;
  out.agent_words = agent_words;
  out.unscored = std::move(unscored);
  out.sections.reserve(card.sections.size());
  for (const Section& section : card.sections) {
    SectionScore section_score;
    section_score.name = section.name;
    section_score.weight = section.weight;
    out.sections.push_back(std::move(section_score));
  }
  for (std::size_t i = 0; i < outcomes.size(); ++i)
    if (outcomes[i] != Outcome::not_applicable && !book.rules[i]->is_trial) out.sections[card.section_of_rule[i]].is_applicable = true;

  for (RuleResult& result : results) {
    const Rule& rule = *book.rules[result.rule];
    SectionScore& section = out.sections[card.section_of_rule[result.rule]];
    const Terms& terms = standards.terms[result.rule];
    if (rule.type == FindingType::note || rule.is_trial) {
      result.amounts.assign(result.softened.size(), Points{});
      continue;
    }
    const Points amount = spend(terms, result);
    (rule.type == FindingType::credit ? section.credits : section.faults) += amount;
    section.ledger.push_back({&rule, static_cast<int>(result.softened.size()), amount});
    if (rule.type == FindingType::fault && terms.severity == Severity::critical)
      out.is_critical[static_cast<std::size_t>(rule.impact)] = true;
  }

  Points lost, weight;
  for (SectionScore& section : out.sections) {
    section.lost = std::clamp(section.faults - section.credits, Points{}, section.weight);
    if (!section.is_applicable) continue;
    lost += section.lost;
    weight += section.weight;
  }
  if (out.is_scored() && weight == Points{}) out.unscored = "no rule applies to it";
  if (!out.is_scored()) return out;
  out.total = total_of(lost, weight);
  const bool is_any_critical = std::find(out.is_critical.begin(), out.is_critical.end(), true) != out.is_critical.end();
  out.final_score = is_any_critical ? Points{} : out.total;
  out.is_pass = out.final_score >= standards.pass_mark;
  for (const Band& band : card.bands) {
    if (out.final_score < band.least) continue;
    out.band = band.name;
    break;
  }
  return out;
}

}  // namespace decant
