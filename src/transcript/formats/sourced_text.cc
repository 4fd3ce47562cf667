#include "transcript/formats/sourced_text.h"

#include <algorithm>

namespace decant {

SourcedText::SourcedText(std::string_view text, std::string_view block)
    : plain_(text), plain_begin_(static_cast<uint32_t>(text.data() - block.data())) {}

void SourcedText::add(std::string_view text, Span source) {
  if (text.empty()) return;
  runs_.push_back({static_cast<uint32_t>(built_.size()), source});
  built_ += text;
}

// The part of built_ that the run stands for.
Span SourcedText::run(std::size_t index) const {
  const bool is_last = index + 1 == runs_.size();
  return {runs_[index].begin,
          is_last ? static_cast<uint32_t>(built_.size()) : runs_[index + 1].begin};
}

std::size_t SourcedText::run_at(uint32_t position) const {
  const auto after = std::ranges::upper_bound(runs_, position, {}, &Run::begin);
  return static_cast<std::size_t>(after - runs_.begin()) - 1;
}

Span SourcedText::source(std::string_view part) const {
  const auto begin = static_cast<uint32_t>(part.data() - text().data());
  const auto end = begin + static_cast<uint32_t>(part.size());
  if (runs_.empty()) return {plain_begin_ + begin, plain_begin_ + end};
  const auto place = [&](uint32_t position, bool is_end) {
    const std::size_t index = run_at(is_end && position > 0 ? position - 1 : position);
    const Span source = runs_[index].source;
    if (run(index).size() != source.size()) return is_end ? source.end : source.begin;
    return source.begin + (position - runs_[index].begin);
  };
  const uint32_t first = place(begin, false);
  return {first, part.empty() ? first : place(end, true)};
}

// Calls take(text, source) for the runs of `part`.
template <typename F>
void SourcedText::for_each_run(std::string_view part, F&& take) const {
  auto begin = static_cast<uint32_t>(part.data() - text().data());
  const uint32_t end = begin + static_cast<uint32_t>(part.size());
  for (std::size_t index = runs_.empty() ? 0 : run_at(begin); begin < end; ++index) {
    const uint32_t run_end = runs_.empty() ? end : std::min(end, run(index).end);
    const std::string_view piece = text().substr(begin, run_end - begin);
    take(piece, source(piece));
    begin += static_cast<uint32_t>(piece.size());
  }
}

void SourcedText::append(std::string_view part, const SourcedText& from) {
  from.for_each_run(part, [&](std::string_view text, Span source) { add(text, source); });
}

void SourcedText::write(std::string_view part, TurnWriter& writer) const {
  for_each_run(part, [&](std::string_view text, Span source) { writer.add(text, source); });
}

}  // namespace decant
