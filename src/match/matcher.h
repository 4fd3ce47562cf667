// Where something is said. Matchers find spans and know no rules; they nest. An operator of the pack language is one
// file in operators/ and its row in the table (operators.cc).
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"
#include "pattern/pattern_set.h"
#include "text/fold.h"
#include "transcript/transcript.h"

namespace decant {

// A place where something is said: one turn, a span of the folded text inside it.
struct Hit {
  uint32_t turn = 0;
  Span span;
  friend auto operator<=>(const Hit&, const Hit&) = default;
};

// One conversation as matchers see it. `scan` is the worker's own and remembers what RE2 said.
struct Scene {
  const Transcript& transcript;
  const FoldedText& folded;
  Scan& scan;
};

// Which turns count: roles, and a range of turn indices [first, last).
struct Scope {
  RoleSet roles;
  uint32_t first = 0;
  uint32_t last = 0;
};

class Matcher {
 public:
  virtual ~Matcher() = default;
  // Adds all hits in scope, ordered by place, each once. Const and safe to call from several threads.
  virtual void find(const Scene& scene, const Scope& scope, std::vector<Hit>& hits) const = 0;
  // Adds patterns of which at least one must match for there to be any hit. Returns false if there is no such set: the matcher
  // must always be asked.
  virtual bool triggers(std::vector<PatternId>& ids) const = 0;
};

}  // namespace decant
