// What a reader makes of a text, kept together with the bytes that the transcripts point into.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "transcript/formats.h"

namespace decant {

struct Reading {
  std::unique_ptr<std::string> bytes;  // with the padding that readers may look at
  std::vector<Transcript> transcripts;
  std::vector<Error> errors;

  // "agent Dana: words" for each turn of a conversation, the parts that are empty left out.
  std::vector<std::string> turns(std::size_t conversation = 0) const {
    std::vector<std::string> out;
    for (const Turn& turn : transcripts.at(conversation).turns) {
      const std::string speaker = turn.speaker.empty() ? "" : " " + turn.speaker;
      out.push_back(std::string(name(turn.role)) + speaker + ": " +
                    std::string(transcripts.at(conversation).text(turn)));
    }
    return out;
  }
  // The bytes of the file behind `words`, which stand in turn `turn`.
  std::string_view source(std::string_view words, std::size_t turn,
                          std::size_t conversation = 0) const {
    const Transcript& transcript = transcripts.at(conversation);
    const Turn& where = transcript.turns.at(turn);
    const auto at = static_cast<uint32_t>(transcript.text(where).find(words));
    const Span span = transcript.source.original(
        {where.text.begin + at, where.text.begin + at + static_cast<uint32_t>(words.size())});
    return transcript.bytes.substr(span.begin, span.size());
  }
  // Line and column of the first word of a turn, as "3:8".
  std::string place(std::size_t turn, std::size_t conversation = 0) const {
    const Transcript& transcript = transcripts.at(conversation);
    const LineColumn at =
        locate(transcript, transcript.source.original(transcript.turns.at(turn).text).begin);
    return std::to_string(at.line) + ":" + std::to_string(at.column);
  }
};

inline Reading read_as(std::string_view format, std::string_view text, uint32_t first_line = 1) {
  Reading reading;
  reading.bytes = std::make_unique<std::string>(text);
  reading.bytes->append(block_padding, '\0');
  const std::string_view bytes = std::string_view(*reading.bytes).substr(0, text.size());
  const Sink sink{
      [&](Transcript&& transcript) { reading.transcripts.push_back(std::move(transcript)); },
      [&](Error&& error) { reading.errors.push_back(std::move(error)); }};
  format_named(format)->read({"sample", bytes, first_line}, sink);
  return reading;
}

inline std::string recognised(std::string_view text) {
  const Format* format = recognise_format(text, true);
  return format == nullptr ? "none" : std::string(format->name);
}

using Lines = std::vector<std::string>;

}  // namespace decant
