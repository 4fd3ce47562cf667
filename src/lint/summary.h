// What a whole run came to. Sums that can be added in any order, so that workers may keep their own.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/points.h"
#include "lint/run_lines.h"
#include "lint/verdict.h"

namespace decant {

struct RuleTotal {
  uint64_t findings = 0;
  uint64_t known = 0;          // of them
  uint64_t conversations = 0;  // with at least one finding
  Points points;               // taken (faults) or given back (credits)
};

// What came of the conversations of one agent, one team or one channel.
struct GroupTotal {
  uint64_t conversations = 0;
  uint64_t agent_words = 0;
  uint64_t findings = 0;  // faults
  Points points;          // taken by faults
  uint64_t scored = 0;
  int64_t score_sum = 0;      // of the final scores, in tenths: exact
  int64_t score_squares = 0;  // of their squares

  GroupTotal& operator+=(const GroupTotal& other);
};
enum class GroupBy : uint8_t { agent, team, channel };
inline constexpr std::array<std::string_view, 3> group_names = {"agent", "team", "channel"};

// What a change took away.
struct GoneFinding {
  std::string rule, path, text;
  uint32_t line = 0;
  FindingType type = FindingType::fault;
  Severity severity = Severity::warning;
};

struct RuleChange {
  uint64_t before = 0, after = 0, added = 0, gone = 0;
};

// What a run came to beside another one.
struct Compared {
  uint64_t added = 0, kept = 0;
  std::vector<GoneFinding> gone;  // by conversation
  std::map<std::string, RuleChange> rules;  // by name
  uint64_t scored_in_both = 0;
  Points before_sum, after_sum;  // of the final scores of these
};

struct Summary {
  uint64_t files = 0;          // counted by whoever opens them: a verdict does not know its neighbours
  uint64_t conversations = 0;  // that could be read
  uint64_t turns = 0;
  uint64_t agent_words = 0;
  std::array<uint64_t, severity_count> faults{};  // by severity
  uint64_t credits = 0;
  uint64_t notes = 0;
  std::array<uint64_t, suppressed_by_count> suppressed{};  // findings by SuppressedBy, counted nowhere above or below
  std::array<uint64_t, severity_count> known{};  // of `faults`: in the baseline
  uint64_t trial = 0;  // findings of rules on trial, counted nowhere above
  std::map<const Rule*, RuleTotal> rules;  // print sorted by name or count, never by address
  uint64_t scored = 0;
  Points score_sum;  // of the final scores
  std::optional<Points> lowest_score;  // of the final scores
  uint64_t passed = 0;
  std::map<std::string, uint64_t> unscored;  // by reason
  uint64_t errors = 0;    // conversations or files that could not be read
  uint64_t warnings = 0;
  uint64_t guessed_roles = 0;  // conversations whose roles were guessed
  uint64_t unknown_roles = 0;  // conversations in which nobody is known to be the agent
  std::array<std::map<std::string, GroupTotal>, group_names.size()> groups;  // by GroupBy and name; "" where it is unknown

  std::optional<Compared> compared;  // set once, when the run is over

  // Of rules over a whole run; set once, when it is over.
  std::vector<RepeatedLine> repeated_lines;
  uint64_t forgotten_lines = 0;

  uint64_t suppressed_in_all() const;

  // Counts a verdict; one with errors only as that.
  void add(const Verdict& verdict);
  void add(const Summary& other);
};

}  // namespace decant
