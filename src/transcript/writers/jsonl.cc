// decant's own JSON, one conversation a line: what formats/conversation_json.cc reads.
#include <cmath>
#include <map>

#include "json/writer.h"
#include "transcript/writers/rows.h"

namespace decant {
namespace {

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
    writer.member("text", transcript.text(turn)).end_object();
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
