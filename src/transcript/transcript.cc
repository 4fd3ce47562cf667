#include "transcript/transcript.h"

#include <algorithm>
#include <cmath>

namespace decant {
namespace {

uint32_t size32(std::string_view text) {
  return static_cast<uint32_t>(text.size());
}

}  // namespace

Turn& TurnWriter::begin(Role role, std::string_view speaker) {
  finish();
  is_open_ = true;
  const uint32_t at = size32(transcript_.words);
  transcript_.turns.push_back({.role = role, .speaker = std::string(speaker), .text = {at, at}});
  return transcript_.turns.back();
}

void TurnWriter::add(std::string_view piece) {
  const uint32_t begin = static_cast<uint32_t>(piece.data() - transcript_.bytes.data());
  add(piece, {begin, begin + size32(piece)});
}

void TurnWriter::add(std::string_view text, Span source) {
  transcript_.source.add(size32(transcript_.words), size32(text), source.begin, source.size());
  transcript_.words += text;
  transcript_.turns.back().text.end = size32(transcript_.words);
}

void TurnWriter::finish() {
  if (!is_open_) return;
  is_open_ = false;
  // The line break after a turn stands for nothing in the file: an empty span where the turn ends.
  const uint32_t at = size32(transcript_.words);
  const uint32_t end = transcript_.source.original({at, at}).end;
  transcript_.source.add(at, 1, end, 0);
  transcript_.words += '\n';
}

double time_at(const Transcript& transcript, const Turn& turn, uint32_t at) {
  const auto after = std::ranges::upper_bound(transcript.word_times, at, {}, &WordTime::at);
  if (after != transcript.word_times.begin()) {
    const WordTime& word = *(after - 1);
    // A file may know the times of some words only.
    const std::string_view between = std::string_view(transcript.words).substr(word.at, at - word.at);
    if (word.at >= turn.text.begin && between.find(' ') == std::string_view::npos) return word.start;
  }
  if (std::isnan(turn.start) || std::isnan(turn.end) || turn.text.empty()) return turn.start;
  return turn.start + (turn.end - turn.start) * (double(at - turn.text.begin) / turn.text.size());
}

LineColumn locate(const Transcript& transcript, uint32_t byte) {
  byte = std::min(byte, size32(transcript.bytes));
  const uint32_t first = transcript.first_byte;
  if (byte <= first) return {transcript.first_line, transcript.first_column};
  const std::string_view before = transcript.bytes.substr(first, byte - first);
  const std::size_t last_break = before.rfind('\n');
  if (last_break == std::string_view::npos)
    return {transcript.first_line, transcript.first_column + byte - first};
  const auto breaks = std::count(before.begin(), before.end(), '\n');
  return {transcript.first_line + static_cast<uint32_t>(breaks),
          static_cast<uint32_t>(before.size() - last_break)};
}

}  // namespace decant
