#include "transcript/redact.h"

#include <doctest/doctest.h>

#include "reading.h"

namespace decant {
namespace {

std::vector<std::string> redacted(std::string_view text) {
  Reading reading = read_as("text", text);
  redact(reading.transcripts.at(0));
  return reading.turns();
}

TEST_CASE("the same value has the same token, however it is spelt") {
  CHECK(redacted("Customer: 4111 1111 1111 1111, or bo@mail.example.\n"
                 "Agent: So 4111-1111-1111-1111 and BO@mail.example, not al@mail.example?\n") ==
        Lines{"customer Customer: [CARD-1], or [EMAIL-1].",
              "agent Agent: So [CARD-1] and [EMAIL-1], not [EMAIL-2]?"});
}

TEST_CASE("each kind has its word, and a plus belongs to its phone") {
  CHECK(redacted("Customer: Call +44 20 7946 0018, GB29 NWBK 6016 1331 9268 19, 078-05-1120.\n") ==
        Lines{"customer Customer: Call [PHONE-1], [IBAN-1], [SSN-1]."});
  CHECK(redacted("Customer: four one one one two two two, for 12 euros.\n") ==
        Lines{"customer Customer: [NUMBER-1], for 12 euros."});
}

TEST_CASE("fields and names are no way around it") {
  Reading reading = read_as("json", R"({"customer": "bo@mail.example", "meta": {"phone": "+1 415 555 0123"},
      "turns": [{"role": "customer", "speaker": "bo@mail.example", "text": "Me: bo@mail.example"}]})");
  Transcript& transcript = reading.transcripts.at(0);
  redact(transcript);
  CHECK(transcript.customer == "[EMAIL-1]");
  CHECK(transcript.meta.at(0).second == "[PHONE-1]");
  CHECK(reading.turns() == Lines{"customer [EMAIL-1]: Me: [EMAIL-1]"});
}

}  // namespace
}  // namespace decant
