// SubRip: a number, a line of times, the words; then a blank line.
#include "transcript/formats/cues.h"
#include "transcript/formats/readers.h"

namespace decant {
namespace {

constexpr int certain = 95;

bool is_number(std::string_view line) {
  line = trim(line);
  return !line.empty() && line.find_first_not_of("0123456789") == std::string_view::npos;
}

// Moves `at` behind blank lines.
void skip_blank(std::string_view bytes, std::size_t& at) {
  for (std::size_t next = at; at < bytes.size(); at = next)
    if (!trim(take_line(bytes, next)).empty()) return;
}

}  // namespace

int recognise_srt(std::string_view head, bool) {
  std::size_t at = 0;
  skip_blank(head, at);
  if (!is_number(take_line(head, at))) return 0;
  return at < head.size() && cue_times(take_line(head, at)) ? certain : 0;
}

void read_srt(const Block& block, const Sink& sink) {
  SourceLines lines(block.path, block.bytes, block.first_line);
  Transcript transcript = start_transcript(block, 0, lines);
  std::vector<Cue> cues;
  for (std::size_t at = 0; at < block.bytes.size();) {
    skip_blank(block.bytes, at);
    if (at == block.bytes.size()) break;
    const std::size_t begin = at;
    const std::string_view part = take_paragraph(block.bytes, at);
    std::size_t inside = 0;
    std::optional<CueTimes> times = cue_times(take_line(part, inside));
    if (!times && inside < part.size()) times = cue_times(take_line(part, inside));
    if (times) {
      cues.push_back({times->start, times->end, part.substr(inside)});
    } else {
      sink.error(lines.error(
          static_cast<uint32_t>(begin), "this is no caption: its times are missing",
          "a caption is a number, a line such as 00:00:06,500 --> 00:00:13,900, and the words"));
    }
  }
  read_cues(cues, {}, std::move(transcript), lines, sink);
}

}  // namespace decant
