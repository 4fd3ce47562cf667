#include "transcript/corrections.h"

#include <doctest/doctest.h>

#include "unit/transcript/reading.h"

namespace decant {
namespace {

Transcript corrected(const Reading& reading, std::vector<Correction> corrections) {
  Transcript out = reading.transcripts.at(0);
  correct(out, corrections);
  return out;
}

TEST_CASE("whole words are put right, and places stay those of the file") {
  const std::string text = "Agent: Whale damage, whale damages, a narwhale damage; WHALE DAMAGE.\nCustomer: whale\nAgent: damage, my roof.\n";
  const Reading reading = read_as("text", text);
  const Transcript out = corrected(reading, {{"whale damage", "hail damage on roofs"}, {"whale", "hail"}});
  CHECK(out.text(out.turns[0]) == "hail damage on roofs, hail damages, a narwhale damage; hail damage on roofs.");
  CHECK(out.text(out.turns[1]) == "hail");
  CHECK(out.text(out.turns[2]) == "damage, my roof.");
  const std::string_view bytes = out.bytes;
  const auto source_of = [&](std::string_view words) {
    const auto at = static_cast<uint32_t>(out.words.find(words));
    const Span span = out.source.original({at, at + static_cast<uint32_t>(words.size())});
    return std::string(bytes.substr(span.begin, span.size()));
  };
  CHECK(source_of("hail damage on roofs") == "Whale damage");
  CHECK(source_of("on roofs, hail") == "Whale damage, whale");
  CHECK(source_of("narwhale") == "narwhale");
  CHECK(source_of("my roof") == "my roof");
}

TEST_CASE("without anything to correct nothing changes") {
  const Reading reading = read_as("text", "Agent: No.\n");
  const Transcript out = corrected(reading, {{"yes", "no"}});
  CHECK(out.words == reading.transcripts[0].words);
}

}  // namespace
}  // namespace decant
