#include "match/window.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "text/words.h"

namespace decant {
namespace {

constexpr std::array<std::string_view, 4> unit_names = {"turns", "words", "seconds", "percent"};

constexpr std::array<std::string_view, 4> written_channels = {"chat", "email", "social", "script"};

constexpr int largest = 1'000'000;

using enum yaml::Need;
constexpr std::array<yaml::Key, 4> units = {{
    {"turns", "turns of those whose words are looked at", yaml::integer(1, largest), one_of_these},
    {"words", "words of those whose words are looked at", yaml::integer(1, largest), one_of_these},
    {"seconds", "seconds, where the file has times", yaml::integer(1, largest), one_of_these},
    {"percent", "percent of all that is said", yaml::integer(1, 100), one_of_these},
}};
constexpr std::array<yaml::Key, 2> sides = {{
    {"first", "the start of the conversation", yaml::map(units), one_of_these},
    {"last", "the end of the conversation", yaml::map(units), one_of_these},
}};

double end_of(const Transcript& transcript) {
  double end = no_time;
  for (const Turn& turn : transcript.turns)
    for (double time : {turn.start, turn.end})
      if (!std::isnan(time) && !(time <= end)) end = time;
  return end;
}

// What is written is there at once.
bool is_written(const Transcript& transcript) {
  return std::ranges::find(written_channels, transcript.channel) != written_channels.end();
}

// As time_of(); where a spoken turn has no end, it is taken to last until the next one.
double time_in_window(const Scene& scene, uint32_t turn, uint32_t at) {
  const double known = time_of(scene, turn, at);
  const auto& turns = scene.transcript.turns;
  if (known != turns[turn].start || !std::isnan(turns[turn].end) || turn + 1 == turns.size() || is_written(scene.transcript)) return known;
  const double next = turns[turn + 1].start;
  const Span place = scene.folded.turns[turn];
  if (!(next > known) || place.empty()) return known;
  return known + (next - known) * (double(at - place.begin) / place.size());
}

int words_in(const Scene& scene, Span span) {
  return count_words(std::string_view(scene.folded.lower).substr(span.begin, span.size()));
}

}  // namespace

double time_of(const Scene& scene, uint32_t turn, uint32_t at) {
  return time_at(scene.transcript, scene.transcript.turns[turn], scene.folded.map.original({at, at}).begin);
}

bool Window::contains(const Scene& scene, RoleSet roles, const Hit& hit) const {
  const auto& turns = scene.transcript.turns;
  switch (unit) {
    case Unit::turns: {
      int before = 0, after = 0;
      for (uint32_t i = 0; i < turns.size(); ++i) {
        if (!roles.has(turns[i].role)) continue;
        before += i < hit.turn;
        after += i > hit.turn;
      }
      return (is_last ? after : before) < size;
    }
    case Unit::words: {
      const Span place = scene.folded.turns[hit.turn];
      int words = is_last ? words_in(scene, {hit.span.begin, place.end}) : words_in(scene, {place.begin, hit.span.begin});
      const uint32_t from = is_last ? hit.turn + 1 : 0, to = is_last ? static_cast<uint32_t>(turns.size()) : hit.turn;
      for (uint32_t i = from; i < to && words <= size; ++i)
        if (roles.has(turns[i].role)) words += words_in(scene, scene.folded.turns[i]);
      return is_last ? words <= size : words < size;
    }
    case Unit::seconds: {
      const double time = time_in_window(scene, hit.turn, hit.span.begin);
      return is_last ? end_of(scene.transcript) - time <= size : time <= size;
    }
    case Unit::percent: {
      const double part = 100.0 * hit.span.begin / double(std::max<std::size_t>(1, scene.folded.lower.size()));
      return is_last ? part >= 100 - size : part < size;
    }
  }
  return false;
}

bool Window::exists(const Transcript& transcript, RoleSet roles) const {
  const bool has_turns = std::any_of(transcript.turns.begin(), transcript.turns.end(),
                                     [&](const Turn& turn) { return roles.has(turn.role); });
  return has_turns && (unit != Unit::seconds || !std::isnan(end_of(transcript)));
}

yaml::Shape window_shape() { return yaml::map(sides); }

std::string to_string(const Window& window) {
  return fmt::format("{} {} {}", window.is_last ? "last" : "first", window.size, unit_names[static_cast<std::size_t>(window.unit)]);
}

std::optional<Window> read_window(const yaml::Node& node, yaml::Reader& reader) {
  if (!reader.expect_map(node, "window", sides)) return std::nullopt;
  if (node.entries().size() != 1) {
    reader.fail(node, "a window is either first or last", "for example window: {last: {turns: 3}}");
    return std::nullopt;
  }
  const auto [side, value] = node.entries()[0];
  if (!reader.expect_map(value, side.text(), units)) return std::nullopt;
  if (value.entries().size() != 1) {
    reader.fail(value, "a window is counted in one unit", "one of turns, words, seconds, percent");
    return std::nullopt;
  }
  const auto [unit, size] = value.entries()[0];
  const auto index = std::ranges::find(unit_names, unit.text()) - unit_names.begin();
  if (index == std::ssize(unit_names)) return std::nullopt;  // and reported
  const int most = index == 3 ? 100 : largest;
  const auto count = reader.integer(size, unit.text(), 1, most);
  if (!count) return std::nullopt;
  return Window{side.text() == "last", static_cast<Window::Unit>(index), *count};
}

}  // namespace decant
