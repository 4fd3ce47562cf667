// decant's own JSON, one conversation a line: what formats/conversation_json.cc reads.
#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "json/writer.h"
#include "transcript/writers/rows.h"

namespace decant {
namespace {

constexpr std::string_view space = " \t\r\n";

void write_meta(const Transcript& transcript, json::Writer& writer) {
  if (transcript.meta.empty()) return;
  // A key that stands twice in the source becomes one with a list.
  std::map<std::string_view, std::vector<std::string_view>> values;
  for (const auto& [key, value] : transcript.meta) values[key].push_back(value);
  writer.key("meta").begin_object();
  for (const auto& [key, all] : values) {
    writer.key(key);
    if (all.size() == 1) {
      writer.value(all[0]);
      continue;
    }
    writer.begin_array();
    for (const std::string_view value : all) writer.value(value);
    writer.end_array();
  }
  writer.end_object();
}

// The words of a turn, if the times of some are known. All are written, so that each is found again where it stands even if the
// same word comes twice.
void write_words(const Transcript& transcript, const Turn& turn, json::Writer& writer) {
  const std::string_view words(transcript.words);
  auto time = std::ranges::lower_bound(transcript.word_times, turn.text.begin, {}, &WordTime::at);
  const auto last = std::ranges::lower_bound(time, transcript.word_times.end(), turn.text.end, {}, &WordTime::at);
  if (time == last) return;
  writer.key("words").begin_array();
  for (uint32_t at = turn.text.begin; at < turn.text.end;) {
    at = static_cast<uint32_t>(std::min<std::size_t>(words.find_first_not_of(space, at), turn.text.end));
    while (time != last && time->at < at) ++time;
    const bool is_timed = time != last && time->at == at;
    auto next = time;
    while (next != last && next->at == at) ++next;
    const std::size_t end = std::min<std::size_t>(words.find_first_of(space, at), next == last ? turn.text.end : next->at);
    if (end <= at) break;
    writer.begin_object().member("text", words.substr(at, end - at));
    if (is_timed) {
      writer.key("start").seconds(time->start);
      if (!std::isnan(time->end)) writer.key("end").seconds(time->end);
      if (time->confidence < 1) writer.key("confidence").raw(fmt::format("{}", time->confidence));
    }
    writer.end_object();
    at = static_cast<uint32_t>(end);
  }
  writer.end_array();
}

void write_jsonl(const Transcript& transcript, std::string& out) {
  json::Writer writer(out);
  writer.begin_object();
  for (const auto& [key, value] : fields_of(transcript)) writer.member(key, value);
  write_meta(transcript, writer);
  if (!transcript.must_say.empty()) {
    writer.key("must_say").begin_array();
    for (const std::string& text : transcript.must_say) writer.value(text);
    writer.end_array();
  }
  writer.key("turns").begin_array();
  for (const Turn& turn : transcript.turns) {
    writer.begin_object().member("role", name(turn.role));
    if (!turn.speaker.empty()) writer.member("speaker", turn.speaker);
    if (!std::isnan(turn.start)) writer.key("start").seconds(turn.start);
    if (!std::isnan(turn.end)) writer.key("end").seconds(turn.end);
    writer.member("text", transcript.text(turn));
    write_words(transcript, turn, writer);
    writer.end_object();
  }
  writer.end_array().end_object();
  out += '\n';
}

}  // namespace

TranscriptWriter jsonl_writer() {
  const auto nothing = [](bool) { return std::string_view(); };
  return {"jsonl", "one conversation a line, with all its fields", write_jsonl, nothing, "", nothing};
}

}  // namespace decant
