#include "lint/examples.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace decant {
namespace {

// The role that a line's label names, and where its words begin.
struct Label {
  Role role;
  std::size_t words;
};

std::optional<Label> label_of(std::string_view line) {
  const std::size_t colon = line.find(": ");
  if (colon == std::string_view::npos || colon > 24) return std::nullopt;
  const auto role = role_of_label(line.substr(0, colon));
  if (!role) return std::nullopt;
  return Label{*role, colon + 2};
}

// Whom a rule listens to, as one speaker.
Role speaker_for(const Rule& rule) {
  for (Role role : {Role::agent, Role::customer, Role::bot, Role::supervisor, Role::system})
    if (rule.roles.has(role)) return role;
  return Role::agent;
}

std::string findings_of(const Verdict& verdict, const Rule& rule) {
  std::string out;
  for (const Finding& finding : verdict.findings) {
    if (finding.rule != &rule) continue;
    out += fmt::format("{}\"{}\"", out.empty() ? "" : ", ", finding.text);
  }
  return out;
}

}  // namespace

std::unique_ptr<ExampleTranscript> example_transcript(const Rule& rule, std::string_view text) {
  auto out = std::make_unique<ExampleTranscript>();
  std::optional<uint32_t> open, close;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_open = text.substr(i, 2) == "[[", is_close = text.substr(i, 2) == "]]";
    if (is_open || is_close) {
      (is_open ? open : close) = static_cast<uint32_t>(out->source.size());
      ++i;
    } else {
      out->source += text[i];
    }
  }
  if (open && close) out->mark = {*open, *close};

  Transcript& transcript = out->transcript;
  transcript.path = rule.place.path;
  if (!rule.channels.empty()) transcript.channel = rule.channels.front();
  transcript.bytes = out->source;
  TurnWriter writer(transcript);
  std::string_view rest = transcript.bytes;
  bool is_first = true;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    const std::size_t end = std::min(rest.size(), line.size() + 1);
    const auto label = label_of(line);
    if (label || is_first) writer.begin(label ? label->role : speaker_for(rule), "");
    if (!label && !is_first) writer.add("\n", {static_cast<uint32_t>(line.data() - out->source.data()) - 1,
                                                static_cast<uint32_t>(line.data() - out->source.data())});
    const std::string_view words = line.substr(label ? label->words : 0);
    if (!words.empty()) writer.add(words);
    is_first = false;
    rest.remove_prefix(end);
  }
  writer.finish();
  return out;
}

void check_examples(const Rule& rule, Judge& judge, std::vector<ExampleFault>& faults) {
  for (const Example& example : rule.fires) {
    const auto small = example_transcript(rule, example.text);
    const Verdict verdict = judge.judge(small->transcript);
    const std::string found = findings_of(verdict, rule);
    if (found.empty()) {
      faults.push_back({&rule, &example, "does not fire"});
      continue;
    }
    if (small->mark.empty()) continue;
    const bool is_marked = std::any_of(verdict.findings.begin(), verdict.findings.end(), [&](const Finding& f) {
      return f.rule == &rule && f.turn && f.text == small->source.substr(small->mark.begin, small->mark.size());
    });
    if (!is_marked)
      faults.push_back({&rule, &example, fmt::format("fires on {}, marked is \"{}\"", found,
                                                     small->source.substr(small->mark.begin, small->mark.size()))});
  }
  for (const Example& example : rule.quiet) {
    const auto small = example_transcript(rule, example.text);
    const std::string found = findings_of(judge.judge(small->transcript), rule);
    if (!found.empty()) faults.push_back({&rule, &example, "fires on " + found});
  }
}

}  // namespace decant
