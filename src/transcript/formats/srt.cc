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

// A number, or nothing, and a line of times; one of the two may be broken.
bool starts_caption(std::string_view bytes, std::size_t at) {
  const std::string_view first = take_line(bytes, at);
  if (cue_times(first)) return true;
  const std::string_view second = at < bytes.size() ? take_line(bytes, at) : std::string_view();
  const std::size_t arrow = second.find(" --> ");
  return cue_times(second) || (is_number(first) && arrow != std::string_view::npos && second.substr(0, arrow).find(':') != std::string_view::npos);
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
  return starts_caption(head, at) ? certain : 0;
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
    if (!add_cues(part, cues)) {
      sink.error(lines.error(
          static_cast<uint32_t>(begin), "this is no caption: its times are missing",
          "a caption is a number, a line such as 00:00:06,500 --> 00:00:13,900, and the words"));
    }
  }
  read_cues(cues, {}, std::move(transcript), lines, sink);
}

}  // namespace decant
