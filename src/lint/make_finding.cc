#include "lint/make_finding.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "match/window.h"
#include "text/one_line.h"

namespace decant {
namespace {

constexpr uint64_t hash_start = 0xCBF29CE484222325;
constexpr std::size_t widest_quote = 4096;  // bytes of a turn that a finding carries along

// Between two plain words: half a card number or mail address could not be recognised and masked any more.
bool may_cut(std::string_view text, uint32_t at) {
  if (at == 0 || at >= text.size() || text[at] != ' ') return false;
  const std::size_t before = text.find_last_of(" \n", at - 1) + 1;
  const std::size_t after = text.find_first_of(" \n", at + 1);
  return text.substr(before, after - before).find_first_of("0123456789@") == std::string_view::npos;
}

uint64_t hash_of(std::string_view text, uint64_t hash) {
  for (char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001B3;
  }
  return (hash ^ 0xFF) * 0x100000001B3;  // "a","bc" is not "ab","c"
}

uint32_t characters(std::string_view text) {
  return static_cast<uint32_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

// REQUIRES: `source` lies in the conversation and begins at `at`.
EditorRegion region_of(const Transcript& transcript, Span source, LineColumn at) {
  const std::string_view bytes = transcript.bytes;
  // Of a line that began before this conversation only its bytes are known.
  const uint32_t on_line = std::min(at.column - 1, source.begin - transcript.first_byte);
  EditorRegion out;
  out.line = out.end_line = at.line;
  out.column = at.column - on_line + characters(bytes.substr(source.begin - on_line, on_line));
  const std::string_view hit = bytes.substr(source.begin, source.size());
  const std::size_t last_break = hit.rfind('\n');
  if (last_break == std::string_view::npos) {
    out.end_column = out.column + characters(hit);
  } else {
    out.end_line += static_cast<uint32_t>(std::ranges::count(hit, '\n'));
    out.end_column = 1 + characters(hit.substr(last_break + 1));
  }
  return out;
}

void quote(const Transcript& transcript, const Turn& turn, Span words, Finding& out) {
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

}  // namespace

Finding make_finding(const Rule& rule, const Terms& terms, const Scene& scene, const Observation& observation, int softened) {
  const Transcript& transcript = scene.transcript;
  Finding out;
  out.rule = &rule;
  out.type = rule.type;
  out.is_trial = rule.is_trial;
  out.severity = terms.severity;
  out.softened = softened;
  if (!rule.is_trial) out.due = percent_of(100 - softened, terms.points);
  out.detail = observation.detail;
  uint64_t likeness = hash_of(rule.name, hash_start);
  uint64_t hash = hash_of(transcript.id.empty() ? std::string_view(transcript.path).substr(transcript.path.rfind('/') + 1)
                                                : std::string_view(transcript.id), likeness);
  if (observation.hit) {
    const Hit& hit = *observation.hit;
    const Turn& turn = transcript.turns[hit.turn];
    const Span words = scene.folded.map.original(hit.span);
    const Span source = transcript.source.original(words);
    out.turn = hit.turn;
    out.role = turn.role;
    out.start = time_of(scene, hit.turn, hit.span.begin);
    out.at = locate(transcript, source.begin);
    out.length = source.size();
    out.region = region_of(transcript, source, out.at);
    out.text = on_one_line(std::string_view(transcript.words).substr(words.begin, words.size()));
    quote(transcript, turn, words, out);
    if (hit.cues)
      for (const CountedCue& cue : *hit.cues) out.cues.push_back({std::string(cue.name), cue.weight});
    const Span whole = scene.folded.turns[hit.turn];
    const std::string_view folded = scene.folded.lower;
    for (uint64_t* one : {&hash, &likeness}) {
      *one = hash_of(name(turn.role), *one);
      *one = hash_of(folded.substr(hit.span.begin, hit.span.size()), *one);
      *one = hash_of(folded.substr(whole.begin, whole.size()), *one);
    }
  }
  out.fingerprint = fmt::format("{:016x}", hash);
  out.likeness = fmt::format("{:016x}", likeness);
  return out;
}

void tell_apart(std::span<Finding* const> findings) {
  std::map<std::string, int> seen;
  for (Finding* finding : findings) {
    const int earlier = seen[finding->fingerprint]++;
    if (earlier == 0) continue;
    for (std::string* print : {&finding->fingerprint, &finding->likeness})
      *print = fmt::format("{:016x}", hash_of(std::to_string(earlier), hash_of(*print, hash_start)));
  }
}

}  // namespace decant
