#include "transcript/mapping_words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "transcript/formats/word_times.h"
#include "transcript/mapping_time.h"

namespace decant {
namespace {

constexpr double no_pause = 0.3;  // seconds

// Words without a time are said with the one before.
void sort_by_time(std::vector<SpokenWord>& words) {
  std::vector<double> times;
  double time = -HUGE_VAL;
  for (const SpokenWord& word : words)
    times.push_back(time = word.start ? word.start->seconds : time);
  if (std::ranges::is_sorted(times)) return;
  std::vector<std::size_t> order(words.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return times[i]; });
  std::vector<SpokenWord> sorted;
  sorted.reserve(words.size());
  for (const std::size_t i : order) sorted.push_back(std::move(words[i]));
  words = std::move(sorted);
}

// Whether `word` goes on where `turn`, which others have spoken after, left off.
bool goes_on(const MappedTurn& turn, const SpokenWord& word) {
  if (word.is_glued) return true;
  return turn.end && word.start && turn.end->kind == word.start->kind &&
         word.start->seconds - turn.end->seconds < no_pause;
}

void add(const SpokenWord& word, const std::string& join, MappedTurn& turn) {
  const std::string_view text = trim(word.text.text());
  if (text.empty()) return;
  const uint32_t begin = word.text.source(text).begin;
  if (!turn.text.text().empty() && !word.is_glued) turn.text.add(join, {begin, begin});
  turn.words.push_back({.at = static_cast<uint32_t>(turn.text.text().size()),
                        .size = static_cast<uint32_t>(text.size()),
                        .start = word.start,
                        .end = word.end,
                        .confidence = word.confidence,
                        .speaker = {}});
  turn.text.append(text, word.text);
  if (!turn.start) turn.start = word.start;
  if (word.end) turn.end = word.end;
}

}  // namespace

std::vector<MappedWord> words_in_text(const Mapping& mapping, const Item& turn,
                                      std::string_view text) {
  std::vector<MappedWord> out;
  const WordList& list = mapping.words;
  std::size_t at = 0;
  list.list.each(turn, [&](const Item& item) {
    const std::string written = list.text.text(item);
    const std::string_view word = trim(written);
    const std::size_t found = find_word(text, word, at);
    if (found == std::string_view::npos) return true;
    out.push_back({.at = static_cast<uint32_t>(found),
                   .size = static_cast<uint32_t>(word.size()),
                   .start = time_of_value(list.start.value(item), mapping.unit),
                   .end = time_of_value(list.end.value(item), mapping.unit),
                   .confidence = confidence_of(list.confidence.value(item)),
                   .speaker = list.speaker.text(item)});
    // A word that the file gives no speaker for is said by the one before.
    if (out.size() > 1 && out.back().speaker.empty())
      out.back().speaker = out[out.size() - 2].speaker;
    at = found + word.size();
    return true;
  });
  return out;
}

std::vector<MappedTurn> turns_of_words(std::vector<SpokenWord> words, const Mapping& mapping) {
  if (mapping.order == TurnOrder::time) sort_by_time(words);
  std::vector<MappedTurn> turns;
  std::map<std::string, std::size_t> last_of;  // the last turn of each speaker
  for (SpokenWord& word : words) {
    const auto known = last_of.find(word.speaker);
    const bool is_new = known == last_of.end() ||
                        (known->second + 1 != turns.size() && !goes_on(turns[known->second], word));
    if (is_new) {
      last_of[word.speaker] = turns.size();
      turns.push_back({.role = word.role,
                       .speaker = word.speaker,
                       .start = {},
                       .end = {},
                       .text = {},
                       .words = {}});
    }
    add(word, mapping.join, turns[is_new ? turns.size() - 1 : known->second]);
  }
  std::erase_if(turns, [](const MappedTurn& turn) { return turn.text.text().empty(); });
  return turns;
}

}  // namespace decant
