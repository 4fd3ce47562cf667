#include "lint/judge.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <tuple>

#include <fmt/format.h>

#include "lint/make_finding.h"
#include "match/voices.h"
#include "text/words.h"

namespace decant {
namespace {

int brand_words(const Transcript& transcript, const FoldedText& folded) {
  int words = 0;
  for (std::size_t i = 0; i < transcript.turns.size(); ++i) {
    if (!brand_roles().has(transcript.turns[i].role)) continue;
    const Span turn = folded.turns[i];
    words += count_words(std::string_view(folded.lower).substr(turn.begin, turn.size()));
  }
  return words;
}

// Why the conversation gets no score, or empty.
std::string why_unscored(const Transcript& transcript, const Standards& standards, int agent_words) {
  int brand = 0, unknown = 0;
  for (const Turn& turn : transcript.turns) {
    brand += brand_roles().has(turn.role);
    unknown += turn.role == Role::unknown;
  }
  if (transcript.turns.empty()) return "no turns";
  if (brand == 0 && unknown > 0) return "no speaker is known to be the agent";
  if (brand == 0) return "no agent turns";
  if (agent_words < standards.minimum_agent_words)
    return fmt::format("{} agent {}, the scorecard asks for {}", agent_words, agent_words == 1 ? "word" : "words", standards.minimum_agent_words);
  return {};
}

using Findings = std::vector<Finding*>;

// By place, then by rule; omissions last.
Findings in_order(Hearing& hearing) {
  Findings out;
  for (Heard& heard : hearing.heard)
    for (Finding& finding : heard.findings) out.push_back(&finding);
  std::stable_sort(out.begin(), out.end(), [](const Finding* a, const Finding* b) {
    const auto key = [](const Finding* f) {
      return std::tuple(!f->turn, f->turn.value_or(0), f->at.line, f->at.column, std::string_view(f->rule->name));
    };
    return key(a) < key(b);
  });
  return out;
}

// The score of those findings that `counts` says count, and what each of them came to; the others come to nothing.
template <typename F>
Score score_of(Hearing& hearing, const Scorecard& card, const Standards& standards, const RuleBook& book, F&& counts) {
  std::vector<RuleResult> results;
  std::vector<Findings> counted;
  for (Heard& heard : hearing.heard) {
    RuleResult result{heard.result.rule, {}, {}};
    Findings findings;
    for (std::size_t k = 0; k < heard.findings.size(); ++k) {
      heard.findings[k].points = {};
      if (!counts(heard.findings[k])) continue;
      result.softened.push_back(heard.result.softened[k]);
      findings.push_back(&heard.findings[k]);
    }
    if (findings.empty()) continue;
    results.push_back(std::move(result));
    counted.push_back(std::move(findings));
  }
  Score out = score(card, standards, book, hearing.outcomes, results, hearing.agent_words, hearing.unscored);
  for (std::size_t i = 0; i < results.size(); ++i)
    for (std::size_t k = 0; k < counted[i].size(); ++k) counted[i][k]->points = results[i].amounts[k];
  return out;
}

bool is_disputed(const Finding& finding) { return finding.suppressed && finding.suppressed->by == SuppressedBy::dispute; }

// Scores what was heard, and puts the findings in order.
Verdict close(Hearing&& hearing, const Scorecard& card, const Standards& standards, const RuleBook& book, const Suppressions* suppressions) {
  const Findings findings = in_order(hearing);
  tell_apart(findings);
  obey(hearing.ignores, findings, hearing.verdict.warnings);
  if (suppressions) {
    suppressions->reach(hearing.verdict);
    for (Finding* finding : findings) suppressions->mark(hearing.verdict, *finding);
  }

  std::optional<Points> undisputed;
  if (std::any_of(findings.begin(), findings.end(), [](const Finding* f) { return is_disputed(*f); })) {
    const Score before = score_of(hearing, card, standards, book, [](const Finding& f) { return !f.suppressed || is_disputed(f); });
    if (before.is_scored()) undisputed = before.final_score;
  }
  Score score = score_of(hearing, card, standards, book, [](const Finding& f) { return !f.suppressed; });

  Verdict verdict = std::move(hearing.verdict);
  verdict.score = std::move(score);
  verdict.undisputed = undisputed;
  for (Finding* finding : findings) verdict.findings.push_back(std::move(*finding));
  return verdict;
}

}  // namespace

namespace {

// Adds what passes until its end to the rule's time, if anybody wants to know.
class Stopwatch {
 public:
  Stopwatch(std::span<RuleTime> times, uint32_t rule) : time_(times.empty() ? nullptr : &times[rule]) {
    if (time_) start_ = std::chrono::steady_clock::now();
  }
  ~Stopwatch() {
    if (!time_) return;
    const auto passed = std::chrono::steady_clock::now() - start_;
    time_->nanoseconds += static_cast<uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(passed).count());
    ++time_->conversations;
  }
  Stopwatch(const Stopwatch&) = delete;
  Stopwatch& operator=(const Stopwatch&) = delete;

 private:
  RuleTime* time_;
  std::chrono::steady_clock::time_point start_;
};

}  // namespace

struct Judge::Desk {
  Desk(const RuleBook& b, const Scorecard& c, const JudgeOptions& o) : book(b), card(c), options(o), scan(b.patterns, o.engine) {}

  const RuleBook& book;
  const Scorecard& card;
  const JudgeOptions options;
  Scan scan;
  FoldedText folded;
  Standards standards_room;
  std::vector<uint32_t> awake;
  std::vector<Observation> observations;

  void fold_turns(const Transcript& transcript) {
    folded.clear();
    for (const Turn& turn : transcript.turns) fold(transcript.text(turn), turn.text.begin, folded);
  }

  bool is_applicable(const Rule& rule, const Transcript& transcript, RoleSet present) const {
    if ((rule.roles & present).empty()) return false;
    if (rule.when && !rule.when->holds(transcript)) return false;
    return rule.channels.empty() ||
           std::find(rule.channels.begin(), rule.channels.end(), transcript.channel) != rule.channels.end();
  }

  // Where a script says what its own head asks for.
  std::vector<Hit> required_by(const Transcript& transcript) const {
    std::vector<Hit> out;
    for (const std::string& text : transcript.must_say) {
      FoldedText wanted;
      fold(text, 0, wanted);
      const std::string_view words = std::string_view(wanted.lower).substr(wanted.turns[0].begin, wanted.turns[0].size());
      if (words.empty()) continue;
      for (uint32_t turn = 0; turn < folded.turns.size(); ++turn) {
        const Span place = folded.turns[turn];
        const std::string_view said = std::string_view(folded.lower).substr(place.begin, place.size());
        for (std::size_t at = said.find(words); at != std::string_view::npos; at = said.find(words, at + words.size())) {
          const auto begin = place.begin + static_cast<uint32_t>(at);
          Hit& hit = out.emplace_back();
          hit.turn = turn;
          hit.span = {begin, begin + static_cast<uint32_t>(words.size())};
        }
      }
    }
    return out;
  }

  // Wording that must be said is never a fault.
  void forgive_must_say(const Scene& scene, std::vector<Observation>& faults) const {
    if (faults.empty()) return;
    std::vector<Hit> required = required_by(scene.transcript);
    if (card.must_say)
      card.must_say->find(scene, {brand_roles(), 0, static_cast<uint32_t>(scene.transcript.turns.size())}, required);
    std::erase_if(faults, [&](const Observation& fault) {
      return fault.hit && std::any_of(required.begin(), required.end(), [&](const Hit& hit) {
        return hit.turn == fault.hit->turn && hit.span.overlaps(fault.hit->span);
      });
    });
  }

  // `observations` of a rule, as findings.
  Heard heard(uint32_t index, const Scene& scene, const Standards& standards) const {
    const Rule& rule = *book.rules[index];
    Heard out;
    out.result.rule = index;
    for (const Observation& observation : observations) {
      const int softened = observation.hit ? softening(rule, scene, *observation.hit) : 0;
      out.result.softened.push_back(softened);
      out.findings.push_back(make_finding(rule, standards.terms[index], scene, observation, softened));
    }
    return out;
  }

  // A rule over several contacts: which of its steps this one has. Its last step may come to be a finding.
  void hear_steps(uint32_t index, const Scene& scene, const Scope& scope, const Standards& standards, Hearing& hearing, Judgement& out) {
    const Rule& rule = *book.rules[index];
    hearing.outcomes[index] = Outcome::not_applicable;
    StepsSaid said{index, 0};
    const int steps = rule.logic->check->steps_across();
    for (int step = 0; step < steps; ++step) {
      observations.clear();
      rule.logic->check->find_step(step, scene, scope, observations);
      if (observations.empty()) continue;
      said.steps |= 1u << step;
      if (step == steps - 1) hearing.awaited.push_back(heard(index, scene, standards));
    }
    if (said.steps) out.steps.push_back(said);
  }

  void hear_lines(uint32_t index, const Scene& scene, const Scope& scope, Judgement& out) const {
    std::vector<Hit> lines;
    book.rules[index]->logic->check->find_lines(scene, scope, lines);
    for (const Hit& line : lines) {
      const Turn& turn = scene.transcript.turns[line.turn];
      const std::string& agent = scene.transcript.agent.empty() ? turn.speaker : scene.transcript.agent;
      out.lines.push_back({index, std::hash<std::string>{}(agent), folded.lower.substr(line.span.begin, line.span.size())});
    }
  }

  int softening(const Rule& rule, const Scene& scene, const Hit& hit) const {
    if (!rule.logic->soften) return 0;
    const Scope scope{brand_roles(), hit.turn, last_turn_within(scene.transcript, hit.turn, rule.logic->soften->within_turns)};
    std::vector<Hit> amends;
    rule.logic->soften->find->find(scene, scope, amends);
    return amends.empty() ? 0 : rule.logic->soften->percent;
  }

  // One past the `more`-th further turn of the brand after `turn`.
  static uint32_t last_turn_within(const Transcript& transcript, uint32_t turn, int more) {
    uint32_t last = turn + 1;
    for (uint32_t i = turn + 1; i < transcript.turns.size() && more > 0; ++i) {
      if (!brand_roles().has(transcript.turns[i].role)) continue;
      --more;
      last = i + 1;
    }
    return last;
  }
};

Judge::Judge(const RuleBook& book, const Scorecard& card, const JudgeOptions& options)
    : desk_(std::make_unique<Desk>(book, card, options)) {}
Judge::~Judge() = default;

Judgement Judge::consider(const Transcript& transcript) {
  Desk& desk = *desk_;
  desk.fold_turns(transcript);
  desk.scan.start(desk.folded, voices_of(transcript));
  desk.book.wake(desk.scan.candidates(), desk.awake);

  RoleSet present;
  for (const Turn& turn : transcript.turns) present.add(turn.role);
  const Standards& standards = standards_for(desk.card, transcript, desk.standards_room);
  Hearing hearing;
  for (std::size_t i = 0; i < desk.book.rules.size(); ++i) {
    const bool is_applicable = !standards.terms[i].is_off && desk.is_applicable(*desk.book.rules[i], transcript, present);
    hearing.outcomes.push_back(is_applicable ? Outcome::pass : Outcome::not_applicable);
  }

  Judgement out;
  const Scene scene{transcript, desk.folded, desk.scan};
  for (uint32_t index : desk.awake) {
    if (hearing.outcomes[index] == Outcome::not_applicable) continue;
    const Rule& rule = *desk.book.rules[index];
    const Stopwatch watch(desk.options.times, index);
    const Scope scope{rule.roles, 0, static_cast<uint32_t>(transcript.turns.size())};
    if (rule.logic->check->steps_across() > 0) {
      desk.hear_steps(index, scene, scope, standards, hearing, out);
      continue;
    }
    if (rule.logic->check->agents_in_run() > 0) desk.hear_lines(index, scene, scope, out);
    desk.observations.clear();
    hearing.outcomes[index] = rule.logic->check->judge(scene, scope, desk.observations);
    if (rule.type == FindingType::fault) desk.forgive_must_say(scene, desk.observations);
    if (!desk.observations.empty()) hearing.heard.push_back(desk.heard(index, scene, standards));
    else if (hearing.outcomes[index] == Outcome::fail) hearing.outcomes[index] = Outcome::pass;
  }

  Verdict& verdict = hearing.verdict;
  verdict.path = transcript.path;
  verdict.id = transcript.id;
  verdict.channel = transcript.channel;
  verdict.language = transcript.language;
  verdict.started = transcript.started;
  verdict.agent = transcript.agent;
  verdict.team = transcript.team;
  verdict.customer = transcript.customer;
  verdict.case_id = transcript.case_id;
  verdict.turns = static_cast<int>(transcript.turns.size());
  verdict.warnings = transcript.warnings;
  verdict.roles = transcript.roles;
  if (desk.options.with_comments) hearing.ignores = transcript.ignores;
  hearing.agent_words = brand_words(transcript, desk.folded);
  hearing.unscored = why_unscored(transcript, standards, hearing.agent_words);
  if (hearing.awaited.empty()) {
    out.verdict = close(std::move(hearing), desk.card, standards, desk.book, desk.options.suppressions);
  } else {
    hearing.standards = standards;
    out.adjourned = std::make_unique<Hearing>(std::move(hearing));
  }
  return out;
}

Verdict Judge::judge(const Transcript& transcript) {
  Judgement judgement = consider(transcript);
  return judgement.adjourned ? settle(std::move(*judgement.adjourned), {}) : std::move(judgement.verdict);
}

Verdict Judge::settle(Hearing&& hearing, std::span<const Reached> reached) const {
  for (Heard& awaited : hearing.awaited) {
    const auto found = std::find_if(reached.begin(), reached.end(), [&](const Reached& r) { return r.rule == awaited.result.rule; });
    hearing.outcomes[awaited.result.rule] = found == reached.end() ? Outcome::pass : Outcome::fail;
    if (found == reached.end()) continue;
    for (Finding& finding : awaited.findings) finding.detail = found->detail;
    hearing.heard.push_back(std::move(awaited));
  }
  const Standards standards = std::move(hearing.standards);
  return close(std::move(hearing), desk_->card, standards, desk_->book, desk_->options.suppressions);
}

}  // namespace decant
