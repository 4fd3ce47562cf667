// Whether a pack's examples behave: each is made a small transcript and judged like any other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/judge.h"

namespace decant {

// A transcript of an example: one turn of the role the rule speaks of, or several if its lines start with roles ("Customer: …").
// "[[" and "]]" are taken out; `mark` is where they stood, in Transcript::words. The bytes are the words themselves.
struct ExampleTranscript {
  std::string source;  // what the transcript's bytes view
  Transcript transcript;
  Span mark;  // empty if nothing is marked
};
std::unique_ptr<ExampleTranscript> example_transcript(const Rule& rule, std::string_view text);

struct ExampleFault {
  const Rule* rule = nullptr;
  const Example* example = nullptr;
  std::string what;  // "does not fire", "fires on \"can't wait\"", "fires on …, marked is …"
};

// Judges every example of `rule`; adds what misbehaves.
void check_examples(const Rule& rule, Judge& judge, std::vector<ExampleFault>& faults);

}  // namespace decant
