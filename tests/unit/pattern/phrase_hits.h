// What a phrase finds: compiled, folded and matched as in a run.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/pattern_set.h"
#include "pattern/phrase.h"
#include "text/fold.h"

namespace decant {

using Lists = std::map<std::string, std::vector<std::string>>;

// "17: what is wrong", or empty.
inline std::string fault_in(std::string_view phrase, const Lists& lists = {}) {
  const auto parsed = parse_phrase(phrase);
  const auto* fault = std::get_if<PhraseFault>(&parsed);
  std::map<std::string, std::vector<PhraseNode>, std::less<>> trees;
  for (const auto& [name, phrases] : lists)
    for (const std::string& text : phrases) trees[name].push_back(std::get<PhraseNode>(parse_phrase(text)));
  std::variant<PatternSpec, PhraseFault> rendered;
  if (!fault) {
    rendered = render_phrase(std::get<PhraseNode>(parsed), [&](std::string_view name) { return &trees.find(name)->second; });
    fault = std::get_if<PhraseFault>(&rendered);
  }
  return fault ? std::to_string(fault->at) + ": " + fault->what : "";
}

// The places of `text` that `phrase` finds, as they stand in `text`, with " | " between them; "fault …" if the phrase
// is none.
inline std::string hits(std::string_view phrase, const std::string& text, const Lists& lists = {}) {
  if (const std::string fault = fault_in(phrase, lists); !fault.empty()) return "fault " + fault;
  std::map<std::string, std::vector<PhraseNode>, std::less<>> trees;
  for (const auto& [name, phrases] : lists)
    for (const std::string& entry : phrases) trees[name].push_back(std::get<PhraseNode>(parse_phrase(entry)));
  auto rendered = render_phrase(std::get<PhraseNode>(parse_phrase(phrase)),
                                [&](std::string_view name) { return &trees.find(name)->second; });
  const PatternSpec& spec = std::get<PatternSpec>(rendered);
  if (const auto fault = check_regex(spec)) return "fault in regex " + spec.regex;
  PatternSet set;
  const PatternId id = set.add(spec);
  set.build();
  FoldedText folded;
  fold(text, 0, folded);
  Scan scan(set);
  scan.start(folded);
  std::string out;
  for (const Span span : scan.find(id, 0)) {
    const Span given = folded.map.original(span);
    out += (out.empty() ? "" : " | ") + text.substr(given.begin, given.size());
  }
  return out;
}

}  // namespace decant
