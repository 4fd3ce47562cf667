// A pack's example → small transcripts that the rule applies to.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rule/rule.h"
#include "transcript/transcript.h"

namespace decant {

struct ExampleTranscript {
  std::string source;  // what the transcript's bytes view
  Transcript transcript;
  std::vector<Span> marks;  // in `source`: what stood between "[[" and "]]", which are taken out
};

// One turn of the role the rule speaks of, or several if lines start with roles ("Customer: …"), which may have a time before
// them ("[00:12] Agent: …"). The conversation has the channel and the metadata the rule asks for.
std::unique_ptr<ExampleTranscript> example_transcript(const Rule& rule, std::string_view text);

// The same for each contact of an example of a rule over several contacts, which are set apart by lines of "---".
std::vector<std::unique_ptr<ExampleTranscript>> example_contacts(const Rule& rule, std::string_view text);

}  // namespace decant
