#include "pattern/finder.h"

#include <memory>

#include "base/made_once.h"

namespace decant {

Finder::Finder(const PatternView& pattern, const std::optional<Compiled>& compiled) : regex_(pattern), compiled_(compiled) {
  if (!compiled_) made_ = word_net_of(pattern.spec());
  net_ = compiled_ ? compiled_->net : made_;
}

Finder::~Finder() { delete backtracker_.load(); }

void Finder::find(const TurnText& turn, uint32_t offset, NetSearch& search, std::vector<Span>& matches) const {
  // RE2 goes over a turn once, whatever it holds; a few goes from a few starts cost no more, many might.
  constexpr std::size_t most_starts = 64;
  const bool is_known = !net_.empty() && search.find(net_, turn.text, turn.words);
  if (is_known && search.starts.empty()) return;
  const bool is_plain = regex_.pattern().is_raw ? !turn.has_odd_letters : regex_.has_plain_form(turn.has_foreign_letters);
  if (is_plain && is_known && search.starts.size() <= most_starts) {
    for (uint32_t& start : search.starts) start = turn.words[start].begin;
    return find_at(turn.text, search.starts, offset, search, matches);
  }
  if (is_plain && backtracker() && backtracker()->find_all(turn.text, offset, search.matching, matches)) return;
  regex_.find_all(turn.text, turn.has_foreign_letters, offset, matches);
}

const Backtracker* Finder::backtracker() const {
  using Made = std::optional<Backtracker>;
  const Made& made = made_once<Made>(backtracker_, [&] {
    if (!compiled_) return std::make_unique<const Made>(Backtracker::of(regex_.pattern().spec()));
    if (compiled_->backtracker.empty()) return std::make_unique<const Made>();
    return std::make_unique<const Made>(Backtracker::load(compiled_->backtracker));
  });
  return made ? &*made : nullptr;
}

void Finder::find_at(std::string_view turn, std::span<const uint32_t> starts, uint32_t offset, NetSearch& search,
                     std::vector<Span>& matches) const {
  using Outcome = Backtracker::Outcome;
  uint32_t from = 0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    if (starts[i] < from) continue;
    uint32_t end = 0;
    const Outcome outcome = backtracker() ? backtracker()->match(turn, starts[i], end, search.matching) : Outcome::unknown;
    if (outcome == Outcome::unknown) return regex_.find_at(turn, starts.subspan(i), offset, matches);
    if (outcome == Outcome::none) continue;
    matches.push_back({offset + starts[i], offset + end});
    from = end;
  }
}

}  // namespace decant
