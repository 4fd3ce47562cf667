#include "transcript/role.h"

#include <doctest/doctest.h>

#include "transcript/formats/labels.h"

namespace decant {
namespace {

TEST_CASE("a role's name and the role of that name are each other's way back") {
  for (int i = 0; i < role_count; ++i) {
    const Role role = static_cast<Role>(i);
    CHECK(role_named(name(role)) == role);
  }
  CHECK_FALSE(role_named("Agent").has_value());
}

TEST_CASE("labels of all products stand for roles") {
  struct {
    std::string_view label;
    std::optional<Role> role;
  } const rows[] = {
      {"Agent", Role::agent},
      {"AGENT", Role::agent},
      {"Rep 2", Role::agent},
      {"CSR", Role::agent},
      {"Advisor", Role::agent},
      {"Agent (Dana)", Role::agent},
      {"agent_1", Role::agent},
      {"Support Agent", Role::agent},
      {"Customer Service", Role::agent},
      {"Billing Specialist", Role::agent},
      {"Caller", Role::customer},
      {"CALLER", Role::customer},
      {"end_user", Role::customer},
      {"End-User", Role::customer},
      {"Customer #3", Role::customer},
      {"[Visitor]", std::nullopt},
      {"Guest 12", Role::customer},
      {"assistant", Role::bot},
      {"Virtual Assistant", Role::bot},
      {"AUTOMATED_AGENT", Role::bot},
      {"IVR", Role::bot},
      {"System", Role::system},
      {"Supervisor", Role::supervisor},
      {"Team Lead", Role::supervisor},
      {"Dana", std::nullopt},
      {"Speaker 1", std::nullopt},
      {"wizard", std::nullopt},
      {"", std::nullopt},
      {"agents", std::nullopt},
      {"customer relations", std::nullopt},
  };
  for (const auto& row : rows) {
    CAPTURE(row.label);
    CHECK(role_of_label(row.label) == row.role);
  }
}

TEST_CASE("a speaker's role may stand in brackets or before the name") {
  CHECK(role_of_speaker("Dana (Agent)") == Role::agent);
  CHECK(role_of_speaker("Agent Dana Reyes") == Role::agent);
  CHECK(role_of_speaker("Caller Sam") == Role::customer);
  CHECK_FALSE(role_of_speaker("Dana (Leeds)").has_value());
  CHECK_FALSE(role_of_speaker("Agent of change").has_value());
}

TEST_CASE("what stands before a colon is a label only if it could be one") {
  struct {
    std::string_view line, label;
  } const rows[] = {
      {"Agent: hello", "Agent"},
      {"Dr. Kim: hello", "Dr. Kim"},
      {"dana.reyes: hello", "dana.reyes"},
      {"**Agent:** hello", "Agent"},
      {"**Agent**: hello", "Agent"},
      {"Agent:", "Agent"},
      {"Agent:hello", ""},
      {"https://example.com", ""},
      {"I see. So: no", ""},
      {"Well, here it is: no", ""},
      {"what I want to say now is: no", ""},
      {"10:30 is fine", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.line);
    const std::optional<Labelled> split = split_label(row.line);
    CHECK((split ? split->label : "") == row.label);
  }
}

}  // namespace
}  // namespace decant
