// Where something is said. Matchers find spans and know no rules; they nest. An operator of the pack language is one
// file in operators/ and its row in the table (operators.cc).
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "pattern/pattern_set.h"
#include "text/fold.h"
#include "transcript/transcript.h"

namespace decant {

// A cue that counted towards a hit: what it looked for (in the pack's words), what it weighed.
struct CountedCue {
  std::string_view name;  // in the matcher that made the hit, which outlives it
  Span span;
  int weight = 0;
};

// A place where something is said: one turn, a span of the folded text inside it.
struct Hit {
  uint32_t turn = 0;
  Span span;
  std::shared_ptr<const std::vector<CountedCue>> cues = nullptr;  // null unless the hit was weighed
};

// By turn, then by begin, the longer first.
bool is_before(const Hit& a, const Hit& b);

// Of hits that overlap, leaves the one that starts first, and of those that start together the longest: a place is one hit, however
// many phrases describe it. Sorts.
void keep_one_a_place(std::vector<Hit>& hits);

// One conversation as matchers see it. `scan` is the worker's own and remembers what RE2 said.
struct Scene {
  const Transcript& transcript;
  const FoldedText& folded;
  Scan& scan;
};

// Where hits count: roles, a range of turn indices [first, last), and a part of the folded text (a sentence).
struct Scope {
  RoleSet roles;
  uint32_t first = 0;
  uint32_t last = 0;
  Span within = {0, std::numeric_limits<uint32_t>::max()};

  bool has_turn(const Transcript& transcript, uint32_t turn) const {
    return turn >= first && turn < last && roles.has(transcript.turns[turn].role);
  }
};

class Matcher;

// What a matcher is made of, for people: explain walks this tree, and asks every part what it finds by itself.
struct MatcherInfo {
  struct Phrase {
    PatternId id = 0;
    std::string_view text;  // as written in the pack, whose tree outlives the matcher
  };
  struct Part {
    std::string label;  // "find", "step 1", "cue, weight 3"; empty if the operator's name says enough
    const Matcher* matcher = nullptr;
    RoleSet roles = {};           // whose words it looks at, if not those its operator looks at
    bool is_by_sentence = false;  // it is asked for one sentence at a time
  };
  std::string name;              // the operator, with its numbers: "near, at most 5 words, ordered"
  std::vector<Phrase> phrases;   // of a leaf
  std::vector<Part> parts;       // the filtered find first
};

class Matcher {
 public:
  virtual ~Matcher() = default;
  virtual MatcherInfo info() const = 0;
  // Adds all hits in scope, ordered by place, each once. Const and safe to call from several threads.
  virtual void find(const Scene& scene, const Scope& scope, std::vector<Hit>& hits) const = 0;
  // Adds patterns of which at least one must match for there to be any hit. Returns false if there is no such set: the matcher
  // must always be asked.
  virtual bool triggers(std::vector<PatternId>& ids) const = 0;
  // Whether what is found in a turn hangs on that turn alone, so that other turns need not be looked at for it.
  virtual bool stays_in_turn() const;
};

}  // namespace decant
