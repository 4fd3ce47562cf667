#include <doctest/doctest.h>

#include <map>

#include "mapping_neighbours.h"
#include "mapping_samples.h"

namespace decant {
namespace {

std::string_view sample(std::string_view mapping) {
  for (const MappingSample& each : mapping_samples())
    if (each.mapping == mapping) return each.json;
  return {};
}

Beside with(std::string_view format, std::string_view text, std::string_view name, std::string_view content) {
  return read_beside(format, text, "folder/file.json", [=](std::string_view asked) {
    return asked == name ? std::vector<std::string>{std::string(content)} : std::vector<std::string>();
  });
}

TEST_CASE("people are looked up in the files beside a transcript") {
  CHECK(with("json", sample("gong"), "*parties*.json",
             R"({"calls": [{"parties": [{"speakerId": "1", "name": "Ines", "affiliation": "Internal"}, {"speakerId": "2", "affiliation": "Unknown"}]}]})")
            .turns() == Lines{"agent Ines: Hello there, Bo. How are you today?", "unknown 2: Fine."});
  CHECK(with("json", sample("slack"), "../users.json",
             R"([{"id": "U2", "name": "bo", "real_name": "Bo Lund", "is_stranger": true}, {"id": "U1", "name": "ines"}])")
            .turns() == Lines{"customer Bo Lund: Hello @ines, see the page & say", "bot Helper: On it"});
  CHECK(with("json", sample("twilio"), "transcript.json",
             R"({"sid": "x", "channel": {"participants": [{"channel_participant": 2, "role": "Agent", "full_name": "Ines"}]}})")
            .turns() == Lines{"agent Ines: Hello."});
  const std::string_view line = R"({"id": "1", "speaker": "bo", "conversation_id": "1", "reply_to": null, "text": "Hi."})";
  CHECK(with("turns", line, "speakers.json", R"({"bo": {"meta": {"role": "customer"}}})").turns() == Lines{"customer bo: Hi."});
  CHECK(with("turns", line, "users.json", R"({"bo": {"role": "customer"}})").turns() == Lines{"customer bo: Hi."});
}

TEST_CASE("a file beside it that cannot be read changes nothing") {
  for (const std::string_view content : {"", "{", "7", "[]", R"({"calls": 3})", R"({"calls": [{"parties": [{"speakerId": null}]}]})"}) {
    CAPTURE(content);
    const Beside reading = with("json", sample("gong"), "*parties*.json", content);
    CHECK(reading.errors.empty());
    CHECK(reading.turns()[1] == "unknown 2: Fine.");
  }
}

TEST_CASE("an id that stands for two people with different roles has none") {
  const Beside reading = read_beside("json", R"({"comments": [{"author_id": 5, "body": "a", "public": true}],
 "users": [{"id": 5, "name": "Bo", "role": "end-user"}, {"id": 5, "name": "Ines", "role": "agent"}, {"id": 5, "role": "agent"}]})",
                                     "file.json", {});
  CHECK(reading.turns() == Lines{"unknown Bo: a"});
  CHECK(reading.transcripts[0].warnings == Lines{"the id \"5\" stands for people with different roles and is read as unknown"});
}

TEST_CASE("files that only say who is who hold no conversation and are no errors") {
  const struct {
    std::string_view path, text, what;
  } rows[] = {
      {"a/parties.json", R"({"calls": [{"parties": [{"speakerId": "1"}]}]})", "Gong's parties"},
      {"a/users.json", R"([{"id": "U1", "name": "bo", "is_bot": false}])", "Slack's users"},
      {"a/channels.json", R"([{"id": "C1", "name": "help", "members": ["U1"]}])", "Slack's channels"},
      {"a/t.json", R"({"channel": {"participants": [{"channel_participant": 1}]}})", "Twilio's participants"},
      {"a/speakers.json", R"({"bo": {"role": "customer"}})", "ConvoKit's speakers"},
      {"conversations.json", R"({"c-1": {"topic": "x"}})", "ConvoKit's conversations"},
      {"a/corpus.json", R"({})", "ConvoKit's corpus"},
      {"a/index.json", R"({"utterances-index": {}, "version": 3})", "ConvoKit's index"},
      {"alone/speakers.json", R"({"bo": {"role": "customer"}})", ""},
      {"alone/corpus.json", R"({})", ""},
      {"a/other.json", R"({"bo": {"role": "customer"}})", ""},
      {"a/list.json", R"([{"id": "1", "name": "x", "profile": "y", "lines": []}, {"id": "2", "turns": 3}])", ""},
      {"a/speakers.json", R"([1])", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.path);
    // All files lie beside those that are not alone.
    const Beside reading = read_beside("json", row.text, std::string(row.path),
                                       [&](std::string_view) { return row.path.starts_with("alone") ? Lines{} : Lines{"{}"}; });
    CHECK(reading.transcripts.empty());
    CHECK(reading.errors.empty() == !row.what.empty());
    CHECK(reading.companions == (row.what.empty() ? Lines{} : Lines{std::string(row.what)}));
  }
}

}  // namespace
}  // namespace decant
