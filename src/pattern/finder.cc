#include "pattern/finder.h"

#include <memory>
#include <utility>

#include "base/made_once.h"

namespace decant {

Finder::Finder(PatternSpec spec, std::optional<std::span<const uint16_t>> compiled_net) : regex_(std::move(spec)) {
  if (!compiled_net) made_ = word_net_of(regex_.spec());
  net_ = compiled_net.value_or(made_);
}

Finder::~Finder() { delete matcher_.load(); }

void Finder::find(std::string_view turn, std::span<const TextWord> words, bool has_foreign_letters, uint32_t offset, NetSearch& search,
                  std::vector<Span>& matches) const {
  // RE2 goes over a turn once, whatever it holds; a few goes from a few starts cost no more, many might.
  constexpr std::size_t most_starts = 64;
  const bool is_known = !net_.empty() && search.find(net_, turn, words);
  if (is_known && search.starts.empty()) return;
  if (is_known && search.starts.size() <= most_starts && regex_.has_plain_form(has_foreign_letters)) {
    for (uint32_t& start : search.starts) start = words[start].begin;
    find_at(turn, search.starts, offset, search, matches);
  } else {
    regex_.find_all(turn, has_foreign_letters, offset, matches);
  }
}

const PhraseMatcher* Finder::matcher() const {
  using Made = std::optional<PhraseMatcher>;
  const Made& made = made_once<Made>(matcher_, [&] { return std::make_unique<const Made>(PhraseMatcher::of(regex_.spec())); });
  return made ? &*made : nullptr;
}

void Finder::find_at(std::string_view turn, std::span<const uint32_t> starts, uint32_t offset, NetSearch& search,
                     std::vector<Span>& matches) const {
  using Outcome = PhraseMatcher::Outcome;
  uint32_t from = 0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    if (starts[i] < from) continue;
    uint32_t end = 0;
    const Outcome outcome = matcher() ? matcher()->match(turn, starts[i], end, search.matching) : Outcome::unknown;
    if (outcome == Outcome::unknown) return regex_.find_at(turn, starts.subspan(i), offset, matches);
    if (outcome == Outcome::none) continue;
    matches.push_back({offset + starts[i], offset + end});
    from = end;
  }
}

}  // namespace decant
