// WebVTT: a head, then blocks between blank lines, each a cue, a NOTE, a STYLE or a REGION.
#include "transcript/formats/cues.h"
#include "transcript/formats/readers.h"

namespace decant {
namespace {

constexpr int certain = 100;
constexpr std::string_view signature = "WEBVTT";

bool is_comment(std::string_view block) {
  for (std::string_view word : {"NOTE", "STYLE", "REGION"}) {
    if (!block.starts_with(word)) continue;
    const std::string_view rest = block.substr(word.size());
    if (rest.empty() || rest[0] == ' ' || rest[0] == '\t' || rest[0] == '\n' || rest[0] == '\r')
      return true;
  }
  return false;
}

// "Language: en" and the like behind the signature.
void read_head(std::string_view head, Transcript& transcript) {
  for (std::size_t at = 0; at < head.size();) {
    const std::string_view line = take_line(head, at);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || line.starts_with(signature)) continue;
    const std::string_view key = trim(line.substr(0, colon));
    // "Kind: captions" says nothing about the conversation.
    if (key != "Kind" && !key.starts_with("X-")) set_field(transcript, key, line.substr(colon + 1));
  }
}

// What of a note is none: an arrow between times ends it even without an empty line.
std::string_view behind_note(std::string_view block) {
  for (std::size_t at = 0; at < block.size();) {
    const std::size_t begin = at;
    if (cue_times(take_line(block, at))) return block.substr(begin);
  }
  return {};
}

}  // namespace

int recognise_vtt(std::string_view head, bool) {
  if (!head.starts_with(signature)) return 0;
  const std::string_view rest = head.substr(signature.size());
  return rest.empty() || rest[0] == ' ' || rest[0] == '\t' || rest[0] == '\n' || rest[0] == '\r'
             ? certain
             : 0;
}

void read_vtt(const Block& block, const Sink& sink) {
  SourceLines lines(block.path, block.bytes, block.first_line);
  Transcript transcript = start_transcript(block, 0, lines);
  if (!block.bytes.starts_with(signature)) {
    sink.error(lines.error(0, "the first line does not start with WEBVTT"));
    return;
  }
  std::size_t at = 0;
  std::vector<Cue> cues;
  std::string_view head = take_paragraph(block.bytes, at);
  // Some tools leave no blank line before the first cue.
  if (head.find("-->") != std::string_view::npos) {
    at = 0;
    head = take_line(block.bytes, at);
  }
  read_head(head, transcript);
  while (at < block.bytes.size()) {
    std::string_view part = take_paragraph(block.bytes, at);
    if (is_comment(part)) part = behind_note(part);
    if (part.empty()) continue;
    if (!add_cues(part, cues)) {
      const auto begin = static_cast<uint32_t>(part.data() - block.bytes.data());
      sink.error(lines.error(begin, "this block is neither a cue nor a note",
                             "a cue starts with times such as 00:06.500 --> 00:13.900"));
    }
  }
  read_cues(cues, {.has_markup = true}, std::move(transcript), lines, sink);
}

}  // namespace decant
