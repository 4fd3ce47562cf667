#include "lint/example_transcript.h"

#include <algorithm>
#include <optional>

#include "transcript/formats/time.h"

namespace decant {
namespace {

constexpr std::size_t longest_label = 24;

// What stands before a turn's words on its first line.
struct Label {
  std::optional<Role> role;
  double start = no_time;
  std::size_t words = 0;  // where they begin
};

// "[00:12] Agent: …", "Agent: …"; a time alone is none, as "[…]" may be words too.
Label label_of(std::string_view line) {
  Label label;
  std::size_t at = 0;
  if (const std::size_t close = line.find("] "); line.starts_with('[') && close != std::string_view::npos) {
    const auto time = time_from(line.substr(1, close - 1));
    if (!time || time->kind != Time::Kind::offset) return label;
    label.start = time->seconds;
    at = close + 2;
  }
  const std::size_t colon = line.find(':', at);
  if (colon == std::string_view::npos || colon - at > longest_label) return label;
  if (colon + 1 < line.size() && line[colon + 1] != ' ') return label;
  label.role = role_of_label(line.substr(at, colon - at));
  label.words = std::min(line.size(), colon + 2);
  return label;
}

// Whom a rule listens to, as one speaker.
Role speaker_for(const Rule& rule) {
  for (Role role : {Role::agent, Role::customer, Role::bot, Role::supervisor, Role::system})
    if (rule.roles.has(role)) return role;
  return Role::agent;
}

void take_marks(std::string_view text, ExampleTranscript& out) {
  const auto size = [&] { return static_cast<uint32_t>(out.source.size()); };
  for (;;) {
    const std::size_t open = text.find("[[");
    const std::size_t close = open == std::string_view::npos ? open : text.find("]]", open);
    if (close == std::string_view::npos) break;
    out.source += text.substr(0, open);
    const uint32_t begin = size();
    out.source += text.substr(open + 2, close - open - 2);
    out.marks.push_back({begin, size()});
    text.remove_prefix(close + 2);
  }
  out.source += text;
}

void set(Transcript& transcript, const std::string& key, const std::string& value) {
  if (key == "channel") transcript.channel = value;
  else if (key == "language") transcript.language = value;
  else if (key == "team") transcript.team = value;
  else if (key == "agent") transcript.agent = value;
  else if (key == "customer") transcript.customer = value;
  else transcript.meta.push_back({key, value});
}

void write_turns(const Rule& rule, Transcript& transcript) {
  TurnWriter writer(transcript);
  std::string_view rest = transcript.bytes;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    const Label label = label_of(line);
    if (label.role) {
      writer.begin(*label.role, "").start = label.start;
    } else if (!writer.is_open()) {
      writer.begin(speaker_for(rule), "");
    } else {
      const auto at = static_cast<uint32_t>(line.data() - transcript.bytes.data());
      writer.add("\n", {at - 1, at});
    }
    if (const std::string_view words = line.substr(label.role ? label.words : 0); !words.empty()) writer.add(words);
  }
  writer.finish();
}

}  // namespace

std::unique_ptr<ExampleTranscript> example_transcript(const Rule& rule, std::string_view text) {
  auto out = std::make_unique<ExampleTranscript>();
  take_marks(text, *out);
  Transcript& transcript = out->transcript;
  transcript.path = rule.place.path;
  if (!rule.channels.empty()) transcript.channel = rule.channels.front();
  if (rule.when)
    for (const auto& [key, values] : rule.when->wanted) set(transcript, key, values.front());
  transcript.bytes = out->source;
  write_turns(rule, transcript);
  return out;
}

std::vector<std::unique_ptr<ExampleTranscript>> example_contacts(const Rule& rule, std::string_view text) {
  constexpr std::string_view between = "\n---\n";
  std::vector<std::unique_ptr<ExampleTranscript>> out;
  for (;;) {
    const std::size_t end = text.find(between);
    out.push_back(example_transcript(rule, text.substr(0, end)));
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + between.size());
  }
}

}  // namespace decant
