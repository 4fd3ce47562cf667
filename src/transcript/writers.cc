#include "transcript/writers.h"

#include <algorithm>
#include <array>

#include "transcript/writers/rows.h"

namespace decant {

std::span<const TranscriptWriter> transcript_writers() {
  static const std::array table = {jsonl_writer(), typed_writer(), vcon_writer()};
  return table;
}

const TranscriptWriter* transcript_writer_named(std::string_view name) {
  const auto rows = transcript_writers();
  const auto found = std::ranges::find(rows, name, &TranscriptWriter::name);
  return found == rows.end() ? nullptr : &*found;
}

std::vector<std::pair<std::string_view, std::string_view>> fields_of(const Transcript& transcript) {
  const std::pair<std::string_view, std::string_view> all[] = {
      {"id", transcript.id},           {"channel", transcript.channel},
      {"language", transcript.language}, {"started", transcript.started},
      {"agent", transcript.agent},     {"team", transcript.team},
      {"customer", transcript.customer}, {"case", transcript.case_id}};
  std::vector<std::pair<std::string_view, std::string_view>> out;
  for (const auto& field : all)
    if (!field.second.empty()) out.push_back(field);
  return out;
}

}  // namespace decant
