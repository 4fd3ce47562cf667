// Typed transcripts in all the shapes people type: the whole file is looked at first (which labels
// repeat, how lines are wrapped, whether lines carry times), then read line by line. A line without
// a label goes on with the turn before it.
#include "transcript/formats/text.h"

#include <fmt/format.h>

#include <algorithm>

#include "transcript/formats/fields.h"
#include "transcript/formats/front_matter.h"
#include "transcript/formats/labels.h"
#include "transcript/formats/readers.h"
#include "transcript/formats/text_lines.h"

namespace decant {
namespace {

constexpr int with_labels = 60;
constexpr int with_one_label = 30;
constexpr int any_text = 10;
constexpr std::size_t enough_to_recognise = 8192;

// Lines wrapped by an editor are about as wide as the widest one, and that is no wider than this.
constexpr uint32_t widest_wrap = 120;
constexpr uint32_t narrowest_wrap = 50;

class Reader {
 public:
  Reader(const SourcedText& source, Transcript& transcript, IgnoreComments* comments)
      : source_(source),
        transcript_(transcript),
        writer_(transcript),
        lines_(text_lines_of(source.text(), comments)) {}

  bool read();

 private:
  void survey(std::size_t from);
  bool is_labelled(const TextLine& line) const;
  void read_line(const TextLine& line);
  void begin(Role role, std::string_view speaker, const TextLine& line);
  void add(std::string_view text, const TextLine& line);
  bool is_wrapped(const TextLine& line) const;
  void read_unlabelled(const TextLine& line);

  const SourcedText& source_;
  Transcript& transcript_;
  TurnWriter writer_;
  std::vector<TextLine> lines_;

  Labels labels_;
  uint32_t label_indent_ = 0;  // a label stands no further right than the first one
  uint32_t width_ = 0;
  bool is_timed_ =
      false;  // most lines carry a time, so that a time starts a turn even without a label
  bool has_speakers_ = false;

  Timeline timeline_;
  const TextLine* last_ = nullptr;  // the line added last, and where its text ends
  std::string_view last_text_;
  bool is_event_open_ = false;
  bool has_blank_ = false;
  Role last_role_ = Role::unknown;  // of the last label, with its name
  std::string_view last_speaker_;
  bool has_preamble_ = false;
};

bool Reader::read() {
  const std::size_t from = read_front_matter(lines_, source_.text(), transcript_);
  survey(from);
  for (std::size_t i = from; i < lines_.size(); ++i) {
    read_line(lines_[i]);
    if (transcript_.turns.size() > most_turns) return false;
  }
  writer_.finish();
  if (!has_speakers_ && !transcript_.turns.empty())
    transcript_.warnings.push_back(
        "no line starts with a speaker, so nobody can tell who said this");
  if (has_preamble_)
    transcript_.warnings.push_back("the text before the first speaker is read as a system turn");
  return true;
}

void Reader::survey(std::size_t from) {
  const auto body = std::span(lines_).subspan(std::min(from, lines_.size()));
  bool has_label = false;
  std::size_t filled = 0, timed = 0;
  for (const TextLine& line : body) {
    if (line.whole.empty()) continue;
    ++filled;
    if (line.time) ++timed;
    width_ = std::max(width_, line.width);
    const bool is_candidate = !line.label.empty() && (!has_label || line.indent <= label_indent_);
    if (is_candidate) {
      if (!has_label) label_indent_ = line.indent;
      has_label = true;
      labels_.count(line.label, line.is_time_sure);
    } else if (!line.is_event && (!has_label || line.indent <= label_indent_)) {
      labels_.count_other();
    }
  }
  is_timed_ = timed * 2 > filled;
  has_speakers_ =
      std::ranges::any_of(body, [&](const TextLine& line) { return is_labelled(line); });
}

bool Reader::is_labelled(const TextLine& line) const {
  return !line.label.empty() && line.indent <= label_indent_ && labels_.is_speaker(line.label);
}

void Reader::begin(Role role, std::string_view speaker, const TextLine& line) {
  Turn& turn = writer_.begin(role, speaker);
  if (line.time) turn.start = timeline_.seconds(*line.time);
  last_ = nullptr;
}

void Reader::read_line(const TextLine& line) {
  if (line.whole.empty()) {
    has_blank_ = true;
  } else if (line.is_event && (line.indent <= label_indent_ || !has_speakers_)) {
    begin(Role::system, "", line);
    add(line.rest, line);
    is_event_open_ = true;
  } else if (is_labelled(line)) {
    last_role_ = labels_.role(line.label);
    last_speaker_ = line.label;
    begin(last_role_, line.label, line);
    is_event_open_ = false;
    if (line.rest.empty()) {
      // An anchor, so that a turn nobody fills still has its place.
      const Span end = source_.source(line.whole.substr(line.whole.size()));
      writer_.add("", end);
    } else {
      add(line.rest, line);
    }
  } else {
    read_unlabelled(line);
  }
}

void Reader::read_unlabelled(const TextLine& line) {
  const bool starts_turn = line.time && is_timed_;
  const bool is_turn_of_its_own = starts_turn && !has_speakers_;
  if (!writer_.is_open() || is_event_open_ || is_turn_of_its_own) {
    // After an event the one who spoke before it goes on; before the first speaker nobody does.
    const bool is_preamble = has_speakers_ && last_speaker_.empty();
    has_preamble_ |= is_preamble;
    begin(is_preamble ? Role::system : last_role_, last_speaker_, line);
    is_event_open_ = false;
  }
  const std::string_view text = starts_turn ? line.after_time : line.whole;
  if (!text.empty()) add(text, line);
}

// Adds `text` to the open turn, behind a space if the line before was only wrapped, else behind a
// line break.
void Reader::add(std::string_view text, const TextLine& line) {
  if (last_ != nullptr) {
    const Span gap = {source_.source(last_text_).end, source_.source(text).begin};
    writer_.add(is_wrapped(line) ? " " : "\n", gap);
  }
  source_.write(text, writer_);
  last_ = &line;
  last_text_ = text;
  has_blank_ = false;
}

bool Reader::is_wrapped(const TextLine& line) const {
  if (has_blank_ || is_list_item(line.whole)) return false;
  if (line.indent > label_indent_) return true;
  if (width_ > widest_wrap || width_ < narrowest_wrap) return false;
  const std::size_t first_word = std::min(line.whole.find(' '), line.whole.size());
  return last_->width + 1 + first_word > width_;
}

}  // namespace

bool read_typed(const SourcedText& source, Transcript& transcript, IgnoreComments* comments) {
  if (!Reader(source, transcript, comments).read()) return false;
  settle(transcript);
  return true;
}

std::size_t count_labelled_lines(std::string_view text) {
  std::size_t count = 0;
  for (const TextLine& line : text_lines_of(text))
    if (!line.label.empty() && (line.is_time_sure || role_of_speaker(line.label))) ++count;
  return count;
}

int recognise_text(std::string_view head, bool) {
  const std::size_t labelled = count_labelled_lines(head.substr(0, enough_to_recognise));
  return labelled >= 2 ? with_labels : labelled == 1 ? with_one_label : any_text;
}

void read_text(const Block& block, const Sink& sink) {
  SourceLines lines(block.path, block.bytes, block.first_line);
  Transcript transcript = start_transcript(block, 0, lines);
  IgnoreComments comments(block.first_line);
  if (trim(block.bytes).empty()) {
    sink.error(lines.error(0, "the file is empty", "a transcript has lines such as 'Agent: …'"));
  } else if (!read_typed(SourcedText(block.bytes, block.bytes), transcript, &comments)) {
    sink.error(too_many_turns(lines, 0));
  } else {
    comments.finish(transcript);
    sink.transcript(std::move(transcript));
  }
}

}  // namespace decant
