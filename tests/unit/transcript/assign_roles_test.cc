#include "transcript/assign_roles.h"

#include <doctest/doctest.h>

#include "reading.h"

namespace decant {
namespace {

// The roles of the turns, by their first letters; "-" is unknown.
std::string roles_of(const Transcript& transcript) {
  std::string out;
  for (const Turn& turn : transcript.turns)
    out += turn.role == Role::unknown ? '-' : name(turn.role)[0];
  return out;
}

Transcript assigned(Reading& reading, const KnownRoles& known = {}) {
  Transcript out = std::move(reading.transcripts.at(0));
  assign_roles(out, known);
  return out;
}

std::string roles(std::string_view json, const KnownRoles& known = {}) {
  Reading reading = read_as("json", json);
  return roles_of(assigned(reading, known));
}

std::string conversation(std::initializer_list<std::pair<std::string_view, std::string_view>> turns) {
  std::string out = "{\"turns\": [";
  for (const auto& [speaker, text] : turns)
    out += std::string(out.ends_with('[') ? "" : ",") + "{\"speaker\": \"" + std::string(speaker) +
           "\", \"text\": \"" + std::string(text) + "\"}";
  return out + "]}";
}

const std::string plain = conversation({{"ch_0", "Hello."}, {"ch_1", "Hello."}, {"ch_0", "Bye."}});

TEST_CASE("the user's word for a speaker comes first, and the only other one is the customer") {
  CHECK(roles(plain) == "---");
  CHECK(roles(plain, {.agent_speakers = {"CH_1"}, .channels = {}, .roster = {}}) == "cac");
  CHECK(roles(plain, {.agent_speakers = {"ch_[0]"}, .channels = {}, .roster = {}}) == "aca");
  CHECK(roles(plain, {.agent_speakers = {"*"}, .channels = {}, .roster = {}}) == "aaa");
  CHECK(roles(plain, {.agent_speakers = {"ch_2"}, .channels = {}, .roster = {}}) == "---");
  CHECK(roles(plain, {.agent_speakers = {}, .channels = {{"1", Role::bot}}, .roster = {}}) == "cbc");
  CHECK(roles(plain, {.agent_speakers = {}, .channels = {{"0", Role::customer}}, .roster = {}}) == "c-c");
  const std::string three = conversation({{"A", "Hm."}, {"B", "Hm."}, {"C", "Hm."}});
  CHECK(roles(three, {.agent_speakers = {"a"}, .channels = {}, .roster = {}}) == "a--");
  CHECK(roles(three, {.agent_speakers = {}, .channels = {{"b", Role::agent}}, .roster = {}}) == "-a-");
}

TEST_CASE("the user outranks the file, the roster does not") {
  const std::string said = R"({"turns": [{"role": "customer", "speaker": "Mara", "text": "Hm."},
                                         {"role": "agent", "speaker": "Tom", "text": "Hm."}]})";
  CHECK(roles(said, {.agent_speakers = {"Mara"}, .channels = {}, .roster = {}}) == "aa");
  const Roster roster{{{Role::agent, {"Mara"}, {}, {}}, {Role::customer, {"Tom"}, {}, {}}}};
  CHECK(roles(said, {.agent_speakers = {}, .channels = {}, .roster = roster}) == "ca");
}

TEST_CASE("a guess needs what only one side says, and tells it") {
  Reading reading = read_as("json", conversation({{"1", "I\xE2\x80\x99m calling about my booking."},
                                                  {"2", "Happy to help. May I have your full name?"}}));
  const Transcript transcript = assigned(reading);
  CHECK(roles_of(transcript) == "ca");
  CHECK(transcript.roles.is_guessed);
  CHECK(transcript.roles.reason ==
        "2 is taken for the agent, who says \"may I have your\", as 1 says \"I'm calling about\"");
  CHECK(transcript.warnings.back() == "roles guessed: " + transcript.roles.reason);
}

TEST_CASE("a weak guess is none") {
  // Both greet; one speaks for two; nobody is named; an everyday word alone.
  CHECK(roles(conversation({{"1", "Thank you for calling."}, {"2", "Thank you for calling. How can I help?"}})) == "--");
  CHECK(roles(conversation({{"1", "Thank you for calling."}, {"1", "I'm calling about my order."}})) == "--");
  CHECK(roles(R"({"turns": [{"text": "Thank you for calling."}, {"text": "I need help."}]})") == "--");
  CHECK(roles(conversation({{"1", "One moment."}, {"2", "Sure."}})) == "--");
  Reading reading = read_as("json", plain);
  const Transcript transcript = assigned(reading);
  CHECK(transcript.roles.is_unknown);
  CHECK_FALSE(transcript.roles.is_guessed);
  CHECK(transcript.warnings.size() == 1);
}

TEST_CASE("of three each speaks for themselves") {
  CHECK(roles(conversation({{"A", "Thank you for calling, how can I help?"},
                            {"B", "I have a question about my order, can you help me?"},
                            {"C", "Hm."}})) == "ac-");
}

TEST_CASE("a customer who answers for the company is told in any format") {
  Reading reading = read_as("text", "Customer: Thank you for calling.\nAgent: My order is late.\n");
  CHECK(assigned(reading).warnings.back().find("look swapped") != std::string::npos);
}

}  // namespace
}  // namespace decant
