// What a project asks for in its configuration and no option can say: on what terms rules count, here or in some files only, and
// what is to be left alone. Plain values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/points.h"
#include "lint/suppressions.h"
#include "rule/rule.h"
#include "transcript/corrections.h"

namespace decant {

// Rules that somebody names, and where. Without a place: on the command line.
struct NamedRules {
  std::string selector;
  Error error;  // its place and source line, without a word of what is wrong
};

struct RuleTerms {
  NamedRules rules;
  std::optional<Severity> severity;
  std::optional<Points> points;
};

// What holds for the files that match one of `paths`, told from the folder `below`.
struct PathSettings {
  std::vector<std::string> paths;
  std::string below;
  std::vector<NamedRules> select, ignore;
  std::vector<RuleTerms> terms;
};

struct ProjectOptions {
  std::vector<RuleTerms> terms;
  std::vector<PathSettings> paths;
  std::vector<Suppression> suppressions;
  std::vector<Correction> corrections;
  std::string below;  // the folder that paths of suppressions are told from
};

}  // namespace decant
