// Why a rule fired or did not: what each of its operators found by itself, and which filter dropped what. The rule's tree of
// matchers is walked and every part is asked anew, as the operator around it would ask: whose words, sentence by sentence.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/bench.h"

namespace decant {

// A place where something was said.
struct Sighting {
  uint32_t turn = 0;
  Span words;               // in Transcript::words
  std::string_view phrase;  // as the pack has it; empty if it was found by an operator
};

struct Trace {
  struct Dropped {
    Sighting hit;
    std::optional<Sighting> because;  // what the filter saw beside it, if it looks for words
  };

  std::string label;                // what it is to the operator around it: "find", "innocent"
  std::string name;                 // the operator, with its numbers: "near, at most 5 words"
  bool is_filter = false;           // it drops hits of its first part
  std::vector<Sighting> phrases;    // every hit of every phrase of its own, overlapping or not
  std::vector<Sighting> hits;       // what came out
  std::vector<Dropped> dropped;     // by a filter
  std::vector<Trace> parts;

  bool is_silent() const;  // neither it nor any part of it found anything
};

// REQUIRES: a conversation is on the bench, and stays until the trace is done with. Phrases are views of the packs.
std::vector<Trace> trace(const Rule& rule, Bench& bench);

}  // namespace decant
