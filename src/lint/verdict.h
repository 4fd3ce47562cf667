// What decant says of one conversation. Plain values; a verdict outlives the transcript and the block it came from, but
// not the packs (findings point at their rules).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "rule/rule.h"
#include "score/score.h"
#include "transcript/transcript.h"

namespace decant {

struct FindingCue {
  std::string name;
  int weight = 0;
};

enum class SuppressedBy : uint8_t { comment, configuration, dispute };
inline constexpr std::size_t suppressed_by_count = 3;
inline constexpr std::array<std::string_view, suppressed_by_count> suppressed_by_names = {"comment", "configuration", "dispute"};

// Why a finding stands but costs nothing and fails nothing.
struct Suppressed {
  SuppressedBy by = SuppressedBy::comment;
  std::string who;  // of a dispute
  std::string why;
};

// A hit as editors count: lines and characters from 1, the end one past it.
struct EditorRegion {
  uint32_t line = 0, column = 0;
  uint32_t end_line = 0, end_column = 0;
};

struct Finding {
  const Rule* rule = nullptr;
  FindingType type = FindingType::fault;
  Severity severity = Severity::warning;  // in force: a scorecard may turn the rule's up or down
  bool is_trial = false;                  // of a rule on trial: costs nothing, fails nothing
  Points points;          // what it cost or gave back, after softening and cap
  Points due;              // what it would have been but for the cap
  int softened = 0;       // percent taken off because the turn or the next one makes it good
  std::optional<uint32_t> turn;  // 0-based index in turns; none for an omission, and then what follows is empty
  Role role = Role::unknown;
  double start = no_time;  // seconds, interpolated inside the turn where its end is known
  LineColumn at;           // of the file
  uint32_t length = 0;     // bytes of the source
  EditorRegion region;
  std::string text;        // the words that were said, one line, white space as folded
  // For people: the turn's words around the hit, one line; `mark` is the hit in them.
  std::string quote;
  Span mark;
  std::vector<FindingCue> cues;  // of a weighed finding: what counted
  std::string detail;            // what else the check has to say: "measured 12.4, at most 10"; may be empty
  std::string fingerprint;  // 16 hex digits, from rule, words, speaker's role and the conversation's name, not from lines
  std::string likeness;     // the same without the conversation's name: to compare two files
  std::optional<Suppressed> suppressed;
  bool is_known = false;  // in the baseline, or in what a change is compared with: fails nothing

  // Whether it is news: neither suppressed nor known.
  bool is_news() const { return !suppressed && !is_known; }
};

struct Verdict {
  std::string path, id, channel, language, started, agent, team, customer, case_id;
  int turns = 0;
  Score score;
  std::vector<Finding> findings;  // by place, then by rule; omissions last
  std::vector<Error> errors;      // why the conversation, or the file, could not be read; then nothing else is set
  std::vector<std::string> warnings;
  RolesNote roles;
  std::optional<Points> undisputed;  // the final score if nobody had disputed anything; only if somebody did
  std::optional<Points> before;      // the final score in what a change is compared with
};

}  // namespace decant
