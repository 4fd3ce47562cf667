// A typed transcript for people to read: a head of fields, then one line a turn, "[00:12] Agent (Dana): …". It is read
// back by formats/text.cc, to the same turns but for line breaks inside of them.
#include <cmath>

#include <fmt/format.h>

#include "text/one_line.h"
#include "transcript/formats/labels.h"
#include "transcript/writers/rows.h"

namespace decant {
namespace {

constexpr std::size_t longest_name = 30;  // of a speaker, in bytes

// A name as a label may hold it: short, without what ends a label.
std::string as_label(std::string_view name) {
  std::string out;
  for (const char c : on_one_line(name))
    if (std::string_view("?!,;\"/\\=|{}*()[]<>:").find(c) == std::string_view::npos) out += c;
  if (out.size() > longest_name) {
    std::size_t end = longest_name;
    while (end > 0 && (out[end] & 0xC0) == 0x80) --end;
    out.resize(end);
  }
  while (out.ends_with(' ') || out.ends_with('.')) out.pop_back();
  return out;
}

std::string label_of(const Turn& turn) {
  // A label that says its role already stays as it is.
  const std::string label = turn.speaker + ':';
  const std::optional<Labelled> whole = split_label(label);
  if (whole && whole->label == turn.speaker && role_of_speaker(turn.speaker) == turn.role)
    return turn.speaker;
  const std::string speaker = as_label(turn.speaker);
  if (turn.role == Role::unknown) return speaker.empty() ? "Speaker 0" : speaker;
  std::string word(name(turn.role));
  word[0] = static_cast<char>(word[0] - 'a' + 'A');
  const bool says_more = !speaker.empty() && !role_of_label(speaker);
  return says_more ? fmt::format("{} ({})", word, speaker) : word;
}

std::string clock(double seconds) {
  const auto whole = static_cast<long long>(std::lround(seconds));
  if (whole >= 3600)
    return fmt::format("{:02}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
  return fmt::format("{:02}:{:02}", whole / 60, whole % 60);
}

void write_typed(const Transcript& transcript, std::string& out) {
  // The first key leaves no doubt that this is a head.
  out += "Transcript: " + on_one_line(transcript.id.empty() ? transcript.path : transcript.id) + '\n';
  for (const auto& [key, value] : fields_of(transcript)) {
    std::string heading(key);
    heading[0] = static_cast<char>(heading[0] - 'a' + 'A');
    out += fmt::format("{}: {}\n", heading, on_one_line(value));
  }
  out += '\n';
  for (const Turn& turn : transcript.turns) {
    if (!std::isnan(turn.start) && turn.start >= 0) out += fmt::format("[{}] ", clock(turn.start));
    out += fmt::format("{}: {}\n", label_of(turn), on_one_line(transcript.text(turn)));
  }
}

}  // namespace

TranscriptWriter typed_writer() {
  const auto nothing = [](bool) { return std::string_view(); };
  return {"text", "a typed transcript, one line a turn", write_typed, nothing, "\n", nothing};
}

}  // namespace decant
