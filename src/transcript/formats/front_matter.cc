#include "transcript/formats/front_matter.h"

#include <algorithm>

#include "transcript/formats/fields.h"
#include "transcript/formats/labels.h"
#include "transcript/role.h"

namespace decant {
namespace {

constexpr std::size_t most_fenced_lines = 100;
constexpr std::size_t longest_value = 60;  // of a name behind a role word: "Agent: Dana Reyes"

// Keys that go to `meta`, besides those that field_of_key() knows.
constexpr std::string_view known_keys[] = {
    "callduration", "callended",  "calltype",  "chatended",  "company", "csat",    "customertier",
    "direction",    "duration",   "ended",     "from",       "issue",   "outcome", "participants",
    "priority",     "product",    "recording", "region",     "score",   "site",    "status",
    "subject",      "supervisor", "tags",      "tier",       "time",    "title",   "topic",
    "transcript",   "version",    "to",        "disposition"};

struct KeyValue {
  std::string_view key, value;
};

std::optional<KeyValue> key_value(const TextLine& line) {
  if (line.time && line.is_time_sure) return std::nullopt;
  const std::optional<Labelled> split = split_label(line.whole);
  if (!split) return std::nullopt;
  return KeyValue{split->label, split->rest};
}

// A key that says by itself that this is no turn.
bool is_plain_key(std::string_view key) {
  if (role_of_label(key)) return false;
  return field_of_key(key) != Field::none ||
         std::ranges::find(known_keys, plain_key(key)) != std::end(known_keys);
}

// "Agent: Dana Reyes" is a field, "Agent: Good morning." a turn.
bool could_be_value(std::string_view value) {
  return value.size() <= longest_value && std::ranges::count(value, ' ') < 5 &&
         (value.empty() || std::string_view(".?!").find(value.back()) == std::string_view::npos);
}

std::string_view unquoted(std::string_view value) {
  if (value.size() >= 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0])
    return value.substr(1, value.size() - 2);
  return value;
}

std::size_t fenced(std::span<const TextLine> lines, std::string_view text, Transcript& transcript) {
  // Rulers have lost their text; the bytes still have it.
  if (!text.starts_with("---")) return 0;
  std::size_t end = 1;
  while (end < lines.size() && end < most_fenced_lines && !lines[end].whole.empty()) ++end;
  if (end == lines.size() || end == most_fenced_lines || end == 1) return 0;
  for (const TextLine& line : lines.subspan(1, end - 1))
    if (const std::optional<KeyValue> entry = key_value(line))
      set_field(transcript, entry->key, unquoted(entry->value));
  return end + 1;
}

// One block of keys; 0 if the lines are something else.
std::size_t block(std::span<const TextLine> lines, Transcript& transcript) {
  std::size_t end = 0, plain_keys = 0, leading_plain_keys = 0;
  for (; end < lines.size() && !lines[end].whole.empty(); ++end) {
    const std::optional<KeyValue> entry = key_value(lines[end]);
    if (!entry) break;
    if (role_of_label(entry->key) && !could_be_value(entry->value)) break;
    if (is_plain_key(entry->key)) {
      ++plain_keys;
      if (leading_plain_keys == end) ++leading_plain_keys;
    }
  }
  const bool ends_with_blank = end < lines.size() && lines[end].whole.empty();
  if (!ends_with_blank) end = leading_plain_keys;
  if (plain_keys == 0) return 0;
  for (const TextLine& line : lines.first(end))
    if (const std::optional<KeyValue> entry = key_value(line))
      set_field(transcript, entry->key, entry->value);
  return end;
}

}  // namespace

std::size_t read_front_matter(std::span<const TextLine> lines, std::string_view text,
                              Transcript& transcript) {
  std::size_t used = fenced(lines, text, transcript);
  if (used != 0) return used;
  for (;;) {
    std::size_t blank = used;
    while (blank < lines.size() && lines[blank].whole.empty()) ++blank;
    const std::size_t taken = block(lines.subspan(blank), transcript);
    if (taken == 0) return used;
    used = blank + taken;
  }
}

}  // namespace decant
