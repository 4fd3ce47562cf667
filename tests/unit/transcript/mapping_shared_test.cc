// One conversation in every JSON shape, compared with its oracle. The samples are not part of this tree: set DECANT_SHARED to
// the folder that holds formats/ and data/, or the test says that it skips.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "mapping_neighbours.h"
#include "reading.h"
#include "transcript/assign_roles.h"

#ifndef DECANT_SOURCE_DIR
#define DECANT_SOURCE_DIR "."
#endif

namespace decant {
namespace {

namespace fs = std::filesystem;

fs::path shared() {
  const char* const named = std::getenv("DECANT_SHARED");
  return named != nullptr ? fs::path(named) : fs::path(DECANT_SOURCE_DIR) / ".." / "shared";
}

std::string file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Reading read_file(const fs::path& path) {
  const std::string text = file(path);
  const Format* const format = recognise_format(text, true);
  REQUIRE(format != nullptr);
  return read_beside(format->name, text, path.filename().string(), [&](std::string_view name) {
    const fs::path beside = path.parent_path() / name;
    return fs::exists(beside) ? std::vector<std::string>{file(beside)} : std::vector<std::string>();
  });
}

enum class Roles { all, none, customer };

TEST_CASE("one conversation in every JSON shape reads to the same turns") {
  if (!fs::exists(shared() / "formats" / "_canonical.json")) {
    MESSAGE("skipped: no samples in ", shared().string());
    return;
  }
  const struct {
    std::string_view name;
    Roles roles;
    double precision;  // of its times in seconds; 0 if it has none
    std::size_t conversations = 1, first = 0;  // turns of the oracle that it lacks at the start
  } rows[] = {
      {"amazon-connect-contact-lens-call.json", Roles::all, 0.001},
      {"amazon-connect-contact-lens-chat.json", Roles::all, 0.001},
      {"amazon-transcribe-call-analytics.json", Roles::all, 0.001},
      {"amazon-transcribe-channel-labels.json", Roles::none, 0.001},
      {"amazon-transcribe-speaker-labels.json", Roles::none, 0.001},
      {"assemblyai-utterances.json", Roles::none, 0.001},
      {"azure-batch-transcription.json", Roles::none, 0.001},
      {"azure-fast-transcription.json", Roles::none, 0.001},
      {"convokit/utterances.jsonl", Roles::all, 1},
      {"deepgram-utterances.json", Roles::none, 0.001},
      {"genesys-cloud-transcript.json", Roles::all, 0.001},
      {"gong-call-transcripts.json", Roles::none, 0.001},
      {"google-ccai-conversation-resource.json", Roles::all, 0.001},
      {"google-ccai-ingest.json", Roles::all, 0.001},
      {"google-stt-diarized.json", Roles::none, 0.001},
      {"intercom-conversation.json", Roles::all, 1, 1, 1},
      {"liveperson-conversation-history.json", Roles::all, 0.001},
      {"openai-flat-turns.jsonl", Roles::all, 0},
      {"openai-messages.json", Roles::all, 0},
      {"openai-messages.jsonl", Roles::all, 0, 2},
      {"revai.json", Roles::none, 0.001},
      {"slack-export/support-shared/2026-03-04.json", Roles::customer, 0.001},
      {"teams-chat-messages.json", Roles::none, 0.001},
      {"twilio-intelligence-sentences.json", Roles::none, 0.001},
      {"vcon-call-transcript.json", Roles::none, 0.001},
      {"vcon-chat.json", Roles::all, 0.001},
      {"whisper.json", Roles::none, 0.001},
      {"whisperx.json", Roles::none, 0.001},
      {"zendesk-chat-export.json", Roles::all, 1},
      {"zendesk-ticket-comments.json", Roles::all, 1},
  };
  // The oracle names its times start_ms and end_ms, as our own shape may.
  const Reading oracle = read_as("json", file(shared() / "formats" / "_canonical.json"));
  REQUIRE(oracle.transcripts.size() == 1);
  const Transcript& wanted = oracle.transcripts[0];
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const Reading reading = read_file(shared() / "formats" / row.name);
    for (const Error& error : reading.errors) FAIL(describe(error));
    REQUIRE(reading.transcripts.size() == row.conversations);
    for (Transcript found : reading.transcripts) {
      // Some shapes hold what the system said before.
      std::erase_if(found.turns, [](const Turn& turn) { return turn.role == Role::system; });
      REQUIRE(found.turns.size() == wanted.turns.size() - row.first);
      for (std::size_t i = 0; i < found.turns.size(); ++i) {
        CAPTURE(i);
        const Turn& turn = found.turns[i];
        const Turn& like = wanted.turns[i + row.first];
        CHECK(found.text(turn) == wanted.text(like));
        // What stands for the assistant of a log is a bot.
        const bool is_log = row.name.starts_with("openai");
        const bool is_told = row.roles == Roles::all || (row.roles == Roles::customer && like.role == Role::customer);
        CHECK(turn.role == (!is_told ? Role::unknown : is_log && like.role == Role::agent ? Role::bot : like.role));
        const double start = turn.start - found.turns[0].start;
        if (row.precision > 0) CHECK(std::abs(start - (like.start - wanted.turns[row.first].start)) <= row.precision);
        else CHECK(std::isnan(turn.start));
      }
    }
  }
}

TEST_CASE("files that tell who is who") {
  const fs::path gong = shared() / "formats" / "gong-call-transcripts.json";
  if (!fs::exists(gong)) return;
  const std::string parties = file(shared() / "formats" / "gong-calls-extensive-parties.json");
  const Reading reading = read_beside("json", file(gong), "gong.json", [&](std::string_view name) {
    return name == "*parties*.json" ? std::vector<std::string>{parties} : std::vector<std::string>();
  });
  REQUIRE(reading.transcripts.size() == 1);
  CHECK(reading.turns()[1].starts_with("customer Sam Okafor: Hi Dana."));
  CHECK(reading.turns()[2].starts_with("agent Dana Reyes: I can't"));
  for (const std::string_view name : {"gong-calls-extensive-parties.json", "slack-export/users.json", "convokit/speakers.json",
                                      "convokit/conversations.json"}) {
    CAPTURE(name);
    const Reading companion = read_file(shared() / "formats" / name);
    CHECK(companion.transcripts.empty());
    CHECK(companion.errors.empty());
  }
}

TEST_CASE("files as their products wrote them") {
  const fs::path native = shared() / "data" / "native";
  if (!fs::exists(native)) return;
  const struct {
    std::string_view name;
    std::vector<std::size_t> turns;
    std::string_view first;
    std::size_t warnings;
  } rows[] = {
      {"abcd-sample.json", {29, 21, 22}, "agent: Hi!", 0},
      {"contact-lens-example-output-files-0.json", {10}, "", 0},
      {"contact-lens-example-output-files-chat-0.json", {31}, "", 0},
      {"harper-valley-0002f70f7386445b.json", {18}, "agent: hello this is harper valley national bank", 0},
      {"pca-testfile.json", {12}, "agent Agent: MM.", 1},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    Reading reading = read_file(native / row.name);
    CHECK(reading.errors.empty());
    REQUIRE(reading.transcripts.size() == row.turns.size());
    for (std::size_t i = 0; i < row.turns.size(); ++i) CHECK(reading.transcripts[i].turns.size() == row.turns[i]);
    CHECK(reading.turns()[0].starts_with(row.first));
    Transcript settled = std::move(reading.transcripts[0]);
    assign_roles(settled, {});
    CHECK(settled.warnings.size() == row.warnings);
  }
}

}  // namespace
}  // namespace decant
