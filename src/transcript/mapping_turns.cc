#include "transcript/mapping_turns.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "text/words.h"

namespace decant {
namespace {

// Nobody speaks slower than a word in five seconds through a whole call: such times are
// milliseconds.
constexpr double slowest_speech = 0.2;

// Turns without a time stay behind the one before. Files that start with the newest turn are turned
// round first, so that turns of the same time keep their order.
void sort_by_time(std::vector<MappedTurn>& turns) {
  const auto has_time = [](const MappedTurn& turn) { return turn.start.has_value(); };
  const auto first = std::ranges::find_if(turns, has_time);
  if (first == turns.end()) return;
  const auto last = std::find_if(turns.rbegin(), turns.rend(), has_time);
  if (last->start->seconds < first->start->seconds) std::ranges::reverse(turns);
  std::vector<double> times;
  double time = -HUGE_VAL;
  for (const MappedTurn& turn : turns)
    times.push_back(time = turn.start ? turn.start->seconds : time);
  if (std::ranges::is_sorted(times)) return;
  std::vector<std::size_t> order(turns.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return times[i]; });
  std::vector<MappedTurn> sorted;
  sorted.reserve(turns.size());
  for (const std::size_t i : order) sorted.push_back(std::move(turns[i]));
  turns = std::move(sorted);
}

void guess_unit(std::vector<MappedTurn>& turns) {
  double seconds = 0, words = 0;
  for (const MappedTurn& turn : turns) {
    if (!turn.start || !turn.end || turn.start->kind != Time::Kind::offset) continue;
    seconds += std::max(0.0, turn.end->seconds - turn.start->seconds);
    words += count_words(turn.text.text());
  }
  if (words == 0 || words >= slowest_speech * seconds) return;
  for (MappedTurn& turn : turns)
    for (std::optional<Time>* time : {&turn.start, &turn.end})
      if (*time && (*time)->kind == Time::Kind::offset) (*time)->seconds /= 1000;
}

// How programs write that they do not know the date.
constexpr std::string_view no_date = "1970-01-01T00:00:00Z";

class Writing {
 public:
  explicit Writing(Transcript& transcript) : transcript_(transcript), writer_(transcript) {
    if (const std::optional<Time> start = time_from(transcript.started);
        start && start->kind == Time::Kind::instant)
      timeline_.set_start(start->seconds);
  }

  void write(const MappedTurn& turn) {
    const std::string_view text = turn.text.text();
    const std::string_view said = trim(text);
    const auto begin = static_cast<uint32_t>(said.data() - text.data());
    const Span whole{begin, begin + static_cast<uint32_t>(said.size())};
    std::size_t first = 0;
    uint32_t at = whole.begin;
    for (std::size_t i = 1; i < turn.words.size(); ++i) {
      if (turn.words[i].speaker == turn.words[i - 1].speaker || turn.words[i].at <= at) continue;
      part(turn, {at, turn.words[i].at}, first, i);
      at = turn.words[i].at;
      first = i;
    }
    part(turn, {at, whole.end}, first, turn.words.size());
  }

  void finish() {
    writer_.finish();
    if (transcript_.started.empty() && timeline_.first_instant())
      transcript_.started = iso_instant(*timeline_.first_instant());
  }

 private:
  // Words first … last of a turn; all of it, or what one of its speakers says.
  void part(const MappedTurn& turn, Span place, std::size_t first, std::size_t last) {
    const bool is_start = first == 0, is_end = last == turn.words.size();
    const bool has_speaker = !(is_start && is_end) && !turn.words[first].speaker.empty();
    Turn& out = writer_.begin(turn.role, has_speaker ? turn.words[first].speaker : turn.speaker);
    out.id = turn.id;
    out.start = seconds(is_start ? turn.start : turn.words[first].start);
    out.end = seconds(is_end ? turn.end : turn.words[last - 1].end);
    const auto base = static_cast<uint32_t>(transcript_.words.size());
    const std::string_view said = trim(turn.text.text().substr(place.begin, place.size()));
    const auto begin = static_cast<uint32_t>(said.data() - turn.text.text().data());
    turn.text.write(said, writer_);
    for (std::size_t i = first; i < last; ++i) {
      const MappedWord& word = turn.words[i];
      const double start = seconds(word.start);
      if (word.at >= begin && !std::isnan(start))
        transcript_.word_times.push_back({base + (word.at - begin), start, seconds(word.end), word.confidence});
    }
  }

  // Offsets count from the start of the conversation even where its turns have dates.
  double seconds(const std::optional<Time>& time) {
    if (!time) return no_time;
    const double on_line = timeline_.seconds(*time);
    return std::isnan(on_line) && time->kind == Time::Kind::offset ? time->seconds : on_line;
  }

  Transcript& transcript_;
  TurnWriter writer_;
  Timeline timeline_;
};

}  // namespace

Transcript MappedConversation::finish() {
  if (shape->order == TurnOrder::time) sort_by_time(turns);
  if (shape->unit == TimeUnit::guess) guess_unit(turns);
  Writing writing(transcript);
  for (const MappedTurn& turn : turns) writing.write(turn);
  writing.finish();
  if (transcript.started == no_date) transcript.started.clear();
  role_words.warn(transcript);
  constexpr std::size_t most_strangers = 5;
  std::size_t told = 0;
  for (const auto& [id, count] : strangers)
    if (++told <= most_strangers)
      transcript.warnings.push_back(fmt::format("\"{}\", who says {}, is not among the people that are listed", id, counted(count, "turn")));
  if (told > most_strangers) transcript.warnings.push_back(fmt::format("{} others are not among them either", told - most_strangers));
  for (const auto& [what, count] : left_out)
    transcript.warnings.push_back(fmt::format("{} left out", counted(count, what)));
  if (!transcript.turns.empty() && transcript.warnings.empty() &&
      std::ranges::all_of(transcript.turns, [](const Turn& turn) {
        return turn.role == Role::unknown && turn.speaker.empty();
      }))
    transcript.warnings.push_back("the file names no speakers, so nobody can tell who said what");
  settle(transcript);
  return std::move(transcript);
}

}  // namespace decant
