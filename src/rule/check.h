// How a rule judges. A kind of the pack language is one file in kinds/ and its row in the table (kinds.cc).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "match/matcher.h"
#include "rule/rule.h"

namespace decant {

// A rule's word on one conversation; n/a is never a pass.
enum class Outcome : uint8_t { fail, pass, not_applicable };

// What a check found, before it has a place in the source and points.
struct Observation {
  std::optional<Hit> hit;  // none for an omission
  std::string detail;      // what else there is to say; may be empty
};

enum class Grouping : uint8_t { by_case, by_customer };

class Check {
 public:
  virtual ~Check() = default;
  // Adds what it found in `scope`, in order. `scope` is never empty. Const and safe to call from several threads.
  virtual Outcome judge(const Scene& scene, const Scope& scope, std::vector<Observation>& found) const = 0;
  // A rule over several contacts has steps, each in a later contact than the one before; judge() is not asked then. 0: an
  // ordinary rule.
  virtual int steps_across() const { return 0; }
  // Adds the hits of one step in this conversation.
  virtual void find_step(int, const Scene&, const Scope&, std::vector<Observation>&) const {}
  // Whose contacts belong together.
  virtual Grouping grouping() const { return Grouping::by_case; }

  // A rule over the lines of a whole run: a line counts once so many agents have said it. 0: an ordinary rule.
  virtual int agents_in_run() const { return 0; }
  // Adds the lines of this conversation that count, as hits.
  virtual void find_lines(const Scene&, const Scope&, std::vector<Hit>&) const {}

  // What it looks for, for people.
  virtual std::vector<MatcherInfo::Part> parts() const { return {}; }
  // As Matcher::triggers: patterns without which judge() would find nothing and pass.
  virtual bool triggers(std::vector<PatternId>& ids) const = 0;
};

}  // namespace decant
