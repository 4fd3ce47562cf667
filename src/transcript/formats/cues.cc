#include "transcript/formats/cues.h"

#include <fmt/format.h>

#include <algorithm>

#include "transcript/formats/cue_text.h"
#include "transcript/formats/time.h"

namespace decant {
namespace {

class Reader {
 public:
  Reader(const std::vector<Cue>& cues, CueStyle style, Transcript& transcript)
      : cues_(cues), style_(style), transcript_(transcript), writer_(transcript) {}

  bool read();

 private:
  void survey();
  void read_cue(const Cue& cue);
  void read_line(std::string_view line, const Cue& cue);
  // From here on `speaker` speaks; a new turn, unless it is the one who spoke last.
  void speak(std::string_view speaker, std::optional<Role> role, const Cue& cue);
  void begin(Role role, std::string_view speaker, const Cue& cue);
  void write(const CuePiece& piece, const Cue& cue);
  bool has_name_line(std::string_view payload, std::string_view& name) const;
  uint32_t place(std::string_view part) const {
    return static_cast<uint32_t>(part.data() - transcript_.bytes.data());
  }

  const std::vector<Cue>& cues_;
  CueStyle style_;
  Transcript& transcript_;
  TurnWriter writer_;
  Labels labels_;
  bool has_speakers_ = false;  // something in the file says where speakers change
  bool needs_space_ = false;   // before the next words of the open turn
  uint32_t words_end_ = 0;     // of the last words, in the block
  bool is_named_ = false;      // the open turn's speaker was named by a tag, a line or a prefix
};

// Calls line(text) for the trimmed lines of a payload that are not empty.
template <typename F>
void for_each_line(std::string_view payload, F&& line) {
  for (std::size_t at = 0; at < payload.size();) {
    const std::string_view text = trim(take_line(payload, at));
    if (!text.empty()) line(text);
  }
}

bool Reader::has_name_line(std::string_view payload, std::string_view& name) const {
  std::size_t at = 0;
  const std::string_view first = take_line(payload, at);
  name = name_in_brackets(first);
  return !name.empty() && at < payload.size();
}

void Reader::survey() {
  for (const Cue& cue : cues_) {
    std::string_view name;
    if (has_name_line(cue.payload, name)) has_speakers_ = true;
    for_each_line(cue.payload, [&](std::string_view line) {
      if (line.starts_with("- ") || line.find("<v") != std::string_view::npos) has_speakers_ = true;
      if (line.starts_with("- ")) line = trim(line.substr(2));
      if (const std::optional<Labelled> split = split_label(line))
        labels_.count(split->label, false);
      else
        labels_.count_other();
    });
  }
  for (const Cue& cue : cues_)
    for_each_line(cue.payload, [&](std::string_view line) {
      const std::optional<Labelled> split = split_label(line);
      if (split && labels_.is_speaker(split->label)) has_speakers_ = true;
    });
}

bool Reader::read() {
  survey();
  for (const Cue& cue : cues_) {
    read_cue(cue);
    if (transcript_.turns.size() > most_turns) return false;
  }
  writer_.finish();
  const bool has_names = std::ranges::any_of(
      transcript_.turns, [](const Turn& turn) { return !turn.speaker.empty(); });
  if (!has_names && !transcript_.turns.empty())
    transcript_.warnings.push_back(
        "the captions name no speakers, so nobody can tell who said what");
  return true;
}

void Reader::read_cue(const Cue& cue) {
  std::string_view payload = cue.payload;
  std::string_view name;
  // Without any speaker in the file a turn of its own for each cue is the best that can be done.
  if (!has_speakers_) {
    begin(Role::unknown, "", cue);
    const uint32_t at = place(payload);
    writer_.add("", {at, at});
  } else if (has_name_line(payload, name)) {
    std::size_t at = 0;
    take_line(payload, at);
    payload.remove_prefix(at);
    speak(name, role_of_speaker(name), cue);
  }
  needs_space_ = true;
  for_each_line(payload, [&](std::string_view line) { read_line(line, cue); });
  if (writer_.is_open()) transcript_.turns.back().end = cue.end;
}

void Reader::read_line(std::string_view line, const Cue& cue) {
  if (line.starts_with("- ") || line == "-") {
    line = trim(line.substr(1));
    const std::optional<Labelled> split = split_label(line);
    if (!split || !labels_.is_speaker(split->label)) begin(Role::unknown, "", cue);
  }
  if (const std::optional<Labelled> split = split_label(line);
      split && labels_.is_speaker(split->label)) {
    speak(split->label, labels_.role(split->label), cue);
    line = split->rest;
  }
  needs_space_ = true;
  take_apart(line, style_.has_markup, [&](const CuePiece& piece) {
    if (piece.kind == CuePiece::Kind::voice) {
      const std::optional<Role> role = piece.role ? piece.role : role_of_speaker(piece.text);
      speak(piece.text, role, cue);
    } else {
      write(piece, cue);
    }
  });
}

void Reader::begin(Role role, std::string_view speaker, const Cue& cue) {
  Turn& turn = writer_.begin(role, speaker);
  turn.start = cue.start;
  turn.end = cue.end;
  needs_space_ = false;
  is_named_ = !speaker.empty();
}

void Reader::speak(std::string_view speaker, std::optional<Role> role, const Cue& cue) {
  if (writer_.is_open() && is_named_ && transcript_.turns.back().speaker == speaker) {
    needs_space_ = true;
    return;
  }
  begin(role.value_or(Role::unknown), speaker, cue);
}

void Reader::write(const CuePiece& piece, const Cue& cue) {
  if (!writer_.is_open()) begin(Role::unknown, "", cue);
  const bool is_words = piece.kind == CuePiece::Kind::words;
  const uint32_t begin = place(piece.source);
  const uint32_t end = begin + static_cast<uint32_t>(piece.source.size());
  if (needs_space_ && !transcript_.turns.back().text.empty()) writer_.add(" ", {words_end_, begin});
  needs_space_ = false;
  if (is_words) {
    writer_.add(piece.source);
  } else {
    writer_.add(piece.text, {begin, end});
  }
  words_end_ = end;
}

}  // namespace

std::string_view take_line(std::string_view bytes, std::size_t& at) {
  const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
  std::string_view line = bytes.substr(at, end - at);
  if (line.ends_with('\r')) line.remove_suffix(1);
  at = std::min(end + 1, bytes.size());
  return line;
}

std::string_view take_paragraph(std::string_view bytes, std::size_t& at) {
  const std::size_t begin = at;
  std::size_t end = at;
  while (at < bytes.size()) {
    const std::size_t line_begin = at;
    const std::string_view line = take_line(bytes, at);
    if (trim(line).empty()) break;
    end = line_begin + line.size();
  }
  return bytes.substr(begin, end - begin);
}

std::optional<CueTimes> cue_times(std::string_view line) {
  const std::size_t arrow = line.find("-->");
  if (arrow == std::string_view::npos || arrow > 40) return std::nullopt;
  const std::string_view after = trim(line.substr(arrow + 3));
  const std::optional<Time> start = time_from(line.substr(0, arrow));
  const std::optional<Time> end = time_from(after.substr(0, after.find_first_of(" \t")));
  if (!start || !end || start->fields < 2 || end->fields < 2) return std::nullopt;
  return CueTimes{start->seconds, end->seconds};
}

bool add_cues(std::string_view paragraph, std::vector<Cue>& cues) {
  constexpr std::string_view digits = "0123456789";
  std::size_t before = 0;  // where the line before starts
  bool is_any = false, is_number = false;
  for (std::size_t at = 0, line_number = 0; at < paragraph.size(); ++line_number) {
    const std::size_t begin = at;
    const std::string_view line = take_line(paragraph, at);
    const std::optional<CueTimes> times = cue_times(line);
    if (!times && !is_any && line_number == 1) return false;
    if (times) {
      if (is_any) {
        std::string_view& payload = cues.back().payload;
        payload = payload.substr(0, payload.size() - (paragraph.size() - (is_number ? before : begin)));
        while (payload.ends_with('\n') || payload.ends_with('\r')) payload.remove_suffix(1);
      }
      cues.push_back({times->start, times->end, paragraph.substr(at)});
      is_any = true;
    }
    is_number = !times && !trim(line).empty() && trim(line).find_first_not_of(digits) == std::string_view::npos;
    before = begin;
  }
  return is_any;
}

void read_cues(const std::vector<Cue>& cues, CueStyle style, Transcript&& transcript,
               SourceLines& lines, const Sink& sink) {
  if (!Reader(cues, style, transcript).read()) {
    sink.error(too_many_turns(lines, transcript.first_byte));
    return;
  }
  settle(transcript);
  sink.transcript(std::move(transcript));
}

}  // namespace decant
