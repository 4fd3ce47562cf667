#include "report/reasons.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "report/masked.h"
#include "report/rule_text.h"
#include "report/text_parts.h"
#include "report/trace_text.h"

namespace decant {
namespace {

class ReasonsWriter {
 public:
  ReasonsWriter(const Rule& rule, Bench& bench, const ReasonsView& view, const Sheet& sheet, std::string& out)
      : rule_(rule), bench_(bench), transcript_(bench.transcript()), view_(view), sheet_(sheet), out_(out),
        words_(shown(transcript_.words, view.show_pii)) {}

  void write() {
    tried_ = bench_.judge(rule_);
    forgive();
    traces_ = trace(rule_, bench_);
    write_title();
    if (!tried_.why_not.empty()) {
      write_entry("n/a", Passage(tried_.why_not), sheet_, out_);
      return;
    }
    for (const Observation& observation : tried_.found)
      if (!observation.hit) write_entry("fires", Passage("on what is not said" + detail_of(observation)), sheet_, out_);
    if (view_.turn) {
      write_turn(*view_.turn, true);
      return;
    }
    // Turns of which there is the same nothing to say are told as one.
    const auto count = static_cast<uint32_t>(transcript_.turns.size());
    for (uint32_t turn = 0; turn < count;) {
      uint32_t last = turn;
      const std::string nothing = nothing_in(turn);
      while (!nothing.empty() && last + 1 < count && nothing_in(last + 1) == nothing) ++last;
      if (nothing.empty()) write_turn(turn, false);
      else write_entry(last == turn ? std::to_string(turn + 1) : fmt::format("{}–{}", turn + 1, last + 1), Passage(nothing, Ink::faint), sheet_, out_);
      turn = last + 1;
    }
  }

 private:
  // Hits on wording that must be said are no faults; judge() drops them too.
  void forgive() {
    if (!view_.must_say || rule_.type != FindingType::fault) return;
    const Scene scene = bench_.scene();
    std::vector<Hit> required;
    view_.must_say->find(scene, {brand_roles(), 0, static_cast<uint32_t>(transcript_.turns.size())}, required);
    const auto is_required = [&](const Observation& found) {
      return found.hit && std::any_of(required.begin(), required.end(), [&](const Hit& hit) {
        return hit.turn == found.hit->turn && hit.span.overlaps(found.hit->span);
      });
    };
    std::copy_if(tried_.found.begin(), tried_.found.end(), std::back_inserter(forgiven_), is_required);
    std::erase_if(tried_.found, is_required);
  }

  void write_title() {
    Passage left(rule_.name, Ink::strong);
    Passage more(transcript_.path);
    if (!transcript_.id.empty()) more.add(" #").add(transcript_.id);
    const std::size_t count = tried_.found.size();
    const std::string right = !tried_.why_not.empty() ? "n/a" : count == 0 ? "quiet" : count == 1 ? "fires once" : fmt::format("fires {} times", count);
    write_heading(left, more, Passage(right), sheet_, out_);
  }

  static std::string detail_of(const Observation& observation) {
    return observation.detail.empty() ? "" : ": " + observation.detail;
  }

  bool has_hit(const std::vector<Observation>& found, uint32_t turn) const {
    return std::any_of(found.begin(), found.end(), [&](const Observation& one) { return one.hit && one.hit->turn == turn; });
  }

  std::vector<Trace> traces_in(uint32_t turn) const {
    std::vector<Trace> out;
    for (const Trace& whole : traces_) out.push_back(in_turn(whole, turn));
    return out;
  }

  // Why the turn is out of the question; empty if something of the rule was found in it.
  std::string nothing_in(uint32_t turn) const {
    if (has_hit(tried_.found, turn) || !std::ranges::all_of(traces_in(turn), &Trace::is_silent)) return {};
    const Role role = transcript_.turns[turn].role;
    if (!rule_.roles.has(role)) return fmt::format("{}: the rule listens to {}", name(role), to_string(rule_.roles));
    return fmt::format("{}: nothing the rule looks for", name(role));
  }

  void write_turn(uint32_t turn, bool with_words) {
    const std::string nothing = nothing_in(turn);
    const Turn& said = transcript_.turns[turn];
    const std::string number = std::to_string(turn + 1);
    if (!nothing.empty()) {
      write_entry(number, Passage(nothing), sheet_, out_);
    } else {
      Passage verdict(fmt::format("{}: ", name(said.role)));
      const bool fires = has_hit(tried_.found, turn);
      verdict.add(fires ? "fires" : has_hit(forgiven_, turn) ? "forgiven, as the wording must be said" : "quiet",
                  fires && rule_.type == FindingType::fault ? Ink::warning : Ink::strong);
      std::string_view before = " on ";
      for (const Observation& observation : tried_.found) {
        if (!observation.hit || observation.hit->turn != turn) continue;
        add_quote(before, observation, verdict);
        before = ", ";
      }
      write_entry(number, verdict, sheet_, out_);
    }
    if (with_words || !nothing.empty())
      write_entry("", Passage(fmt::format("“{}”", words_.substr(said.text.begin, said.text.size())), Ink::faint), sheet_, out_);
    if (nothing.empty()) write_trace(traces_in(turn), {words_, false, gutter + 2}, sheet_, out_);
  }

  void add_quote(std::string_view before, const Observation& observation, Passage& out) const {
    const Span place = bench_.words(observation.hit->span);
    out.add(before).add("“").add(std::string_view(words_).substr(place.begin, place.size()), Ink::strong).add("”").add(detail_of(observation));
  }

  const Rule& rule_;
  Bench& bench_;
  const Transcript& transcript_;
  const ReasonsView& view_;
  const Sheet& sheet_;
  std::string& out_;
  const std::string words_;
  Tried tried_;
  std::vector<Observation> forgiven_;
  std::vector<Trace> traces_;
};

}  // namespace

void write_reasons(const Rule& rule, Bench& bench, const ReasonsView& view, const Sheet& sheet, std::string& out) {
  ReasonsWriter(rule, bench, view, sheet, out).write();
}

}  // namespace decant
