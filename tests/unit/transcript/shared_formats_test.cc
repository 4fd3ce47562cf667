// The same conversation in the shapes people have, compared with its oracle. The samples are not
// part of this tree: set DECANT_SHARED to the folder that holds formats/, or the test says that it
// skips.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "reading.h"

#ifndef DECANT_SOURCE_DIR
#define DECANT_SOURCE_DIR "."
#endif

namespace decant {
namespace {

std::filesystem::path samples() {
  const char* const named = std::getenv("DECANT_SHARED");
  const std::filesystem::path shared =
      named != nullptr ? std::filesystem::path(named)
                       : std::filesystem::path(DECANT_SOURCE_DIR) / ".." / "shared";
  return shared / "formats";
}

std::string file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

// Mails hold other turns than the oracle, on purpose, but its sentences.
TEST_CASE("mail reads each sentence once, for the one who wrote it") {
  if (!std::filesystem::exists(samples() / "_canonical.json")) {
    MESSAGE("skipped: no samples in ", samples().string());
    return;
  }
  const Reading oracle = read_as("json", file(samples() / "_canonical.json"));
  struct {
    std::string_view name, format;
    std::size_t turns, shared;  // as many turns of the oracle stand in it
  } const rows[] = {{"email-thread.mbox", "mbox", 4, 6}, {"email-reply-with-quotes.eml", "mail", 1, 2}};
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const std::string bytes = file(samples() / row.name);
    CHECK(recognised(bytes) == row.format);
    const Reading mail = read_as(row.format, bytes);
    CHECK(mail.errors.empty());
    REQUIRE(mail.transcripts.size() == 1);
    const Transcript& found = mail.transcripts[0];
    CHECK(found.turns.size() == row.turns);
    std::size_t shared = 0;
    for (const Turn& wanted : oracle.transcripts[0].turns) {
      for (const Turn& turn : found.turns) {
        std::string text(found.text(turn));
        std::ranges::replace(text, '\n', ' ');
        const std::string_view sentence = oracle.transcripts[0].text(wanted);
        const std::size_t at = text.find(sentence);
        if (at == std::string::npos) continue;
        ++shared;
        CHECK(turn.speaker == wanted.speaker);
        CHECK(text.find(sentence, at + 1) == std::string::npos);
      }
    }
    CHECK(shared == row.shared);
    CHECK(found.words.find("confidential") == std::string::npos);
  }
}

TEST_CASE("one conversation in many shapes reads to the same turns") {
  if (!std::filesystem::exists(samples() / "_canonical.json")) {
    MESSAGE("skipped: no samples in ", samples().string());
    return;
  }
  struct {
    std::string_view name, format;
    bool has_roles;
    double precision;  // of its times in seconds; 0 if it has none
  } const rows[] = {
      {"plain-agent-customer.txt", "text", true, 0},
      {"plain-timestamps.txt", "text", true, 1},
      {"plain-wrapped-initials.txt", "text", true, 0},
      {"plain-speaker-own-line.txt", "text", false, 1},
      {"zendesk-chat-transcript.txt", "text", false, 1},
      {"subrip-speaker-prefix.srt", "srt", true, 0.01},
      {"subrip-no-speaker.srt", "srt", false, 0.01},
      {"zoom.vtt", "vtt", false, 0.01},
      {"teams.vtt", "vtt", false, 0.01},
      {"webvtt-paren-speaker.vtt", "vtt", false, 0.01},
      {"webvtt-voice-spans.vtt", "vtt", true, 0.01},
      {"turns.csv", "csv", true, 0.01},
      {"turns-semicolon-bom.csv", "csv", false, 1},
      {"one-row-per-conversation.csv", "csv", true, 0},
  };
  const Reading oracle = read_as("json", file(samples() / "_canonical.json"));
  REQUIRE(oracle.transcripts.size() == 1);
  const Transcript& wanted = oracle.transcripts[0];
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const std::string text = file(samples() / row.name);
    CHECK(recognised(text) == row.format);
    const Reading reading = read_as(row.format, text);
    CHECK(reading.errors.empty());
    REQUIRE(reading.transcripts.size() == 1);
    Transcript found = reading.transcripts[0];
    // Some shapes say that the call ended, which the oracle does not.
    if (found.turns.back().role == Role::system) found.turns.pop_back();
    REQUIRE(found.turns.size() == wanted.turns.size());
    for (std::size_t i = 0; i < wanted.turns.size(); ++i) {
      CAPTURE(i);
      CHECK(found.text(found.turns[i]) == wanted.text(wanted.turns[i]));
      CHECK(found.turns[i].role == (row.has_roles ? wanted.turns[i].role : Role::unknown));
      if (row.precision > 0) {
        CHECK(std::abs(found.turns[i].start - wanted.turns[i].start) <= row.precision);
      } else {
        CHECK(std::isnan(found.turns[i].start));
      }
    }
  }
}

}  // namespace
}  // namespace decant
