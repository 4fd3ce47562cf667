#include "transcript/roster.h"

#include <doctest/doctest.h>

namespace decant {
namespace {

Roster roster_of(std::string source) {
  const auto document = yaml::parse("roster.yaml", std::move(source));
  REQUIRE(document);
  auto roster = read_roster((*document)->root());
  REQUIRE(roster);
  return std::move(*roster);
}

TEST_CASE("speakers are found by name, id and the domain of their address") {
  const Roster roster = roster_of(
      "agents: {names: [Mara Lindqvist, 'T. *'], domains: [quayside.example], ids: [U17, 42]}\n"
      "customers: {domains: [mail.example]}\n"
      "bots: [Quay Helper]\n");
  CHECK(roster.role_of("mara lindqvist", "") == Role::agent);
  CHECK(roster.role_of("T. Reed", "") == Role::agent);
  CHECK(roster.role_of("Reed", "42") == Role::agent);
  CHECK(roster.role_of("U17", "") == Role::agent);
  CHECK(roster.role_of("Bo <bo@desk.quayside.example>", "") == Role::agent);
  CHECK(roster.role_of("Bo", "bo@quayside.example") == Role::agent);
  CHECK(roster.role_of("Bo", "bo@notquayside.example") == std::nullopt);
  CHECK(roster.role_of("bo@Mail.Example", "") == Role::customer);
  CHECK(roster.role_of("quay helper", "") == Role::bot);
  CHECK(roster.role_of("", "") == std::nullopt);
  CHECK(roster.role_of("Mara", "") == std::nullopt);
}

TEST_CASE("whoever stands twice is what comes first") {
  const Roster roster = roster_of("customers: ['*']\nagents: [Mara]\n");
  CHECK(roster.role_of("Mara", "") == Role::agent);
  CHECK(roster.role_of("Tom", "") == Role::customer);
}

TEST_CASE("a slash in a name is a letter like others") {
  CHECK(is_named("Mara/Night", "mara*"));
  CHECK(is_named("a/b", "a/b"));
  CHECK_FALSE(is_named("", "*"));
}

}  // namespace
}  // namespace decant
