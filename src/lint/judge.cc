#include "lint/judge.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "match/window.h"
#include "text/words.h"

namespace decant {
namespace {

constexpr std::size_t widest_quote = 4096;  // bytes of a turn that a finding carries along

// Between two plain words: half a card number or mail address could not be recognised and masked any more.
bool may_cut(std::string_view text, uint32_t at) {
  if (at == 0 || at >= text.size() || text[at] != ' ') return false;
  const std::size_t before = text.find_last_of(" \n", at - 1) + 1;
  const std::size_t after = text.find_first_of(" \n", at + 1);
  return text.substr(before, after - before).find_first_of("0123456789@") == std::string_view::npos;
}

// On one line: every run of white space is one space. Keeps `mark` on the same words.
std::string on_one_line(std::string_view text, Span& mark) {
  std::string out;
  Span moved{};
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i == mark.begin) moved.begin = static_cast<uint32_t>(out.size());
    if (i == mark.end) moved.end = static_cast<uint32_t>(out.size());
    if (i == text.size()) break;
    const char c = static_cast<unsigned char>(text[i]) < ' ' ? ' ' : text[i];
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  }
  moved.end = std::max(moved.begin, moved.end);
  mark = moved;
  return out;
}

std::string on_one_line(std::string_view text) {
  Span none{};
  return on_one_line(text, none);
}

uint64_t hash_of(std::string_view text, uint64_t hash) {
  for (char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001B3;
  }
  return (hash ^ 0xFF) * 0x100000001B3;  // "a","bc" is not "ab","c"
}

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
    return fmt::format("{} agent words, the scorecard asks for {}", agent_words, standards.minimum_agent_words);
  return {};
}

}  // namespace

struct Judge::Desk {
  Desk(const RuleBook& b, const Scorecard& c, Scan::Engine engine) : book(b), card(c), scan(b.patterns, engine) {}

  const RuleBook& book;
  const Scorecard& card;
  Scan scan;
  FoldedText folded;
  Standards standards_room;
  std::vector<uint32_t> awake;
  std::vector<Outcome> outcomes;
  std::vector<Observation> observations;
  std::vector<RuleResult> results;

  void fold_turns(const Transcript& transcript) {
    folded.clear();
    for (const Turn& turn : transcript.turns) fold(transcript.text(turn), turn.text.begin, folded);
  }

  // The rules that some candidate pattern can wake, ascending.
  void wake_rules() {
    awake = book.always_awake;
    for (PatternId id : scan.candidates())
      awake.insert(awake.end(), book.woken_by[id].begin(), book.woken_by[id].end());
    std::sort(awake.begin(), awake.end());
    awake.erase(std::unique(awake.begin(), awake.end()), awake.end());
  }

  bool is_applicable(const Rule& rule, const Transcript& transcript, RoleSet present) const {
    if ((rule.roles & present).empty()) return false;
    if (rule.when && !rule.when->holds(transcript)) return false;
    return rule.channels.empty() ||
           std::find(rule.channels.begin(), rule.channels.end(), transcript.channel) != rule.channels.end();
  }

  // Wording that must be said is never a fault.
  void forgive_must_say(const Scene& scene, std::vector<Observation>& faults) const {
    if (!card.must_say || faults.empty()) return;
    std::vector<Hit> required;
    card.must_say->find(scene, {brand_roles(), 0, static_cast<uint32_t>(scene.transcript.turns.size())}, required);
    std::erase_if(faults, [&](const Observation& fault) {
      return fault.hit && std::any_of(required.begin(), required.end(), [&](const Hit& hit) {
        return hit.turn == fault.hit->turn && hit.span.overlaps(fault.hit->span);
      });
    });
  }

  int softening(const Rule& rule, const Scene& scene, const Hit& hit) const {
    if (!rule.soften) return 0;
    const Scope scope{brand_roles(), hit.turn, last_turn_within(scene.transcript, hit.turn, rule.soften->within_turns)};
    std::vector<Hit> amends;
    rule.soften->find->find(scene, scope, amends);
    return amends.empty() ? 0 : rule.soften->percent;
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

  Finding finding(const Rule& rule, const Scene& scene, const Observation& observation) const {
    const Transcript& transcript = scene.transcript;
    Finding out;
    out.rule = &rule;
    out.type = rule.type;
    out.is_trial = rule.is_trial;
    out.detail = observation.detail;
    uint64_t hash = hash_of(rule.name, 0xCBF29CE484222325);
    hash = hash_of(transcript.id.empty() ? std::string_view(transcript.path).substr(transcript.path.rfind('/') + 1)
                                         : std::string_view(transcript.id), hash);
    if (observation.hit) {
      const Hit& hit = *observation.hit;
      const Turn& turn = transcript.turns[hit.turn];
      const Span words = folded.map.original(hit.span);
      const Span source = transcript.source.original(words);
      out.turn = hit.turn;
      out.role = turn.role;
      out.start = time_of(scene, hit.turn, hit.span.begin);
      out.at = locate(transcript, source.begin);
      out.length = source.size();
      out.text = on_one_line(std::string_view(transcript.words).substr(words.begin, words.size()));
      quote(transcript, turn, words, out);
      if (hit.cues)
        for (const Cue& cue : *hit.cues) out.cues.push_back({std::string(cue.name), cue.weight});
      const Span whole = folded.turns[hit.turn];
      hash = hash_of(name(turn.role), hash);
      hash = hash_of(std::string_view(folded.lower).substr(hit.span.begin, hit.span.size()), hash);
      hash = hash_of(std::string_view(folded.lower).substr(whole.begin, whole.size()), hash);
    }
    out.fingerprint = fmt::format("{:016x}", hash);
    return out;
  }

  static void quote(const Transcript& transcript, const Turn& turn, Span words, Finding& out) {
    Span shown = turn.text;
    const std::string& text = transcript.words;
    if (shown.size() > widest_quote) {
      const auto half = static_cast<uint32_t>(widest_quote / 2);
      shown.begin = std::max(shown.begin, words.begin - std::min(words.begin, half));
      shown.end = std::min(shown.end, std::max(words.end, words.begin + half));
      while (shown.begin < words.begin && !may_cut(text, shown.begin)) ++shown.begin;
      while (shown.end > words.end && !may_cut(text, shown.end)) --shown.end;
    }
    out.mark = {words.begin - shown.begin, words.end - shown.begin};
    out.quote = on_one_line(std::string_view(text).substr(shown.begin, shown.size()), out.mark);
    if (shown.begin > turn.text.begin) {
      out.quote.insert(0, "…");
      out.mark.begin += 3;
      out.mark.end += 3;
    }
    if (shown.end < turn.text.end) out.quote += "…";
  }

  // The same words twice in the same turn are two findings: their order tells them apart.
  static void tell_apart(std::vector<Finding>& findings) {
    std::map<std::string, int> seen;
    for (Finding& finding : findings)
      if (const int earlier = seen[finding.fingerprint]++)
        finding.fingerprint = fmt::format("{:016x}", hash_of(std::to_string(earlier), hash_of(finding.fingerprint, 0xCBF29CE484222325)));
  }
};

Judge::Judge(const RuleBook& book, const Scorecard& card, Scan::Engine engine)
    : desk_(std::make_unique<Desk>(book, card, engine)) {}
Judge::~Judge() = default;

Verdict Judge::judge(const Transcript& transcript) {
  Desk& desk = *desk_;
  desk.fold_turns(transcript);
  desk.scan.start(desk.folded);
  desk.wake_rules();

  RoleSet present;
  for (const Turn& turn : transcript.turns) present.add(turn.role);
  desk.outcomes.clear();
  const Standards& standards = standards_for(desk.card, transcript, desk.standards_room);
  for (std::size_t i = 0; i < desk.book.rules.size(); ++i) {
    const bool is_applicable = !standards.terms[i].is_off && desk.is_applicable(*desk.book.rules[i], transcript, present);
    desk.outcomes.push_back(is_applicable ? Outcome::pass : Outcome::not_applicable);
  }

  const Scene scene{transcript, desk.folded, desk.scan};
  std::vector<std::pair<Finding, std::size_t>> found;  // with the index of its result
  desk.results.clear();
  for (uint32_t index : desk.awake) {
    if (desk.outcomes[index] == Outcome::not_applicable) continue;
    const Rule& rule = *desk.book.rules[index];
    desk.observations.clear();
    const Scope scope{rule.roles, 0, static_cast<uint32_t>(transcript.turns.size())};
    desk.outcomes[index] = rule.check->judge(scene, scope, desk.observations);
    if (rule.type == FindingType::fault) desk.forgive_must_say(scene, desk.observations);
    if (desk.observations.empty()) {
      if (desk.outcomes[index] == Outcome::fail) desk.outcomes[index] = Outcome::pass;
      continue;
    }
    RuleResult result;
    result.rule = index;
    for (const Observation& observation : desk.observations) {
      const int softened = observation.hit ? desk.softening(rule, scene, *observation.hit) : 0;
      result.softened.push_back(softened);
      found.push_back({desk.finding(rule, scene, observation), desk.results.size()});
      found.back().first.softened = softened;
      if (!rule.is_trial) found.back().first.due = percent_of(100 - softened, standards.terms[index].points);
      found.back().first.severity = standards.terms[index].severity;
    }
    desk.results.push_back(std::move(result));
  }

  Verdict verdict;
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
  const int agent_words = brand_words(transcript, desk.folded);
  verdict.score = score(desk.card, standards, desk.book, desk.outcomes, desk.results, agent_words,
                        why_unscored(transcript, standards, agent_words));
  std::vector<std::size_t> next(desk.results.size());
  for (auto& [finding, result] : found) {
    finding.points = desk.results[result].amounts[next[result]++];
    verdict.findings.push_back(std::move(finding));
  }
  std::stable_sort(verdict.findings.begin(), verdict.findings.end(), [](const Finding& a, const Finding& b) {
    const auto key = [](const Finding& f) {
      return std::tuple(!f.turn, f.turn.value_or(0), f.at.line, f.at.column, std::string_view(f.rule->name));
    };
    return key(a) < key(b);
  });
  Desk::tell_apart(verdict.findings);
  return verdict;
}

}  // namespace decant
