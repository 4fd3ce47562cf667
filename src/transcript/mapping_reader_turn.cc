// The half of the reader that makes a turn of one element: what is said, by whom and when.
#include <fmt/format.h>

#include "transcript/formats/labels.h"
#include "transcript/formats/word_times.h"
#include "transcript/mapping_reader.h"
#include "transcript/mapping_text.h"
#include "transcript/mapping_time.h"

namespace decant {

using json::Kind;
using json::Value;

bool MappingReader::read_turn(const Mapping& shape, const Item& turn, MappedConversation* out) {
  if (!turn.value.is(Kind::object) && !turn.value.is(Kind::array)) {
    if (turn.made) return true;
    return fail(shape, turn.value,
                fmt::format("a turn is {}, not an object", name(turn.value.kind())));
  }
  if (!all_hold(shape.only, turn)) return true;
  if (mapping_.is_turn() && mapping_.group.text(turn).empty())
    return fail(shape, turn.value, fmt::format("a turn has no {}", mapping_.group.text()));
  for (const LeaveOut& leave_out : shape.leave_out) {
    if (!all_hold(leave_out.when, turn)) continue;
    if (!leave_out.what.empty())
      ++(out != nullptr ? *out : conversation_of(turn)).left_out[leave_out.what];
    return true;
  }
  MappedConversation& conversation = out != nullptr ? *out : conversation_of(turn);
  if (conversation.is_broken) return false;
  const PeopleById& named = shape.people.empty() ? beside_ : people_;
  TurnText text = text_of_turn(shape, turn, offset_, named);
  switch (text.is) {
    case TurnText::Is::nothing:
      return true;
    case TurnText::Is::missing:
      conversation.is_broken = true;
      return fail(shape, turn.value, fmt::format("a turn has no {}", shape.text.text()));
    case TurnText::Is::no_text:
      conversation.is_broken = true;
      return fail(shape, text.culprit,
                  fmt::format("the text of a turn is {}, not a string", name(text.culprit.kind())));
    case TurnText::Is::words:
      break;
  }
  const bool is_read = read_said(shape, turn, std::move(text.words), conversation);
  conversation.is_broken |= !is_read;
  return is_read;
}

bool MappingReader::read_said(const Mapping& shape, const Item& turn, SourcedText&& text,
                              MappedConversation& out) {
  std::optional<Time> start, end;
  if (!read_times(shape, turn, start, end)) return false;
  auto [role, speaker] = speaker_of(shape, turn, out);
  if (shape.are_words) {
    words_.push_back({.text = std::move(text),
                      .speaker = std::move(speaker),
                      .role = role,
                      .start = start,
                      .end = end,
                      .confidence = confidence_of(shape.confidence.value(turn)),
                      .is_glued = !shape.glue.empty() && all_hold(shape.glue, turn)});
    return true;
  }
  if (out.turns.size() == most_turns) {
    sink_.error(too_many_turns(lines_, out.transcript.first_byte));
    return false;
  }
  out.turns.push_back({.role = role,
                       .speaker = std::move(speaker),
                       .id = shape.person.text(turn),
                       .start = start,
                       .end = end,
                       .text = std::move(text),
                       .words = {}});
  MappedTurn& added = out.turns.back();
  if (!shape.words.list.empty()) added.words = words_in_text(shape, turn, added.text.text());
  return true;
}

bool MappingReader::read_times(const Mapping& shape, const Item& turn, std::optional<Time>& start,
                               std::optional<Time>& end) {
  std::optional<Time> duration;
  if (!read_time(shape, turn, shape.start, false, start) ||
      !read_time(shape, turn, shape.end, true, end) ||
      !read_time(shape, turn, shape.duration, false, duration))
    return false;
  if (!end) end = later(start, duration);
  return true;
}

bool MappingReader::read_time(const Mapping& shape, const Item& turn, const Path& path,
                              bool takes_last, std::optional<Time>& out) {
  Value culprit;
  path.each(turn, [&](const Item& item) {
    out = time_of_value(item.value, shape.unit);
    // An empty text says nothing.
    if (!out && !(item.value.is(Kind::string) && item.value.source().size() == 2))
      culprit = item.value;
    return takes_last && !culprit.exists();
  });
  if (!culprit.exists()) return true;
  return fail(shape, culprit, fmt::format("{} is not a time", path.text()),
              "seconds, mm:ss, a date with a time, or what the product writes");
}

const Person* MappingReader::person(const std::string& id) const {
  if (id.empty()) return nullptr;
  const Person* const here = people_.find(id);
  return here != nullptr ? here : beside_.find(id);
}

std::pair<Role, std::string> MappingReader::speaker_of(const Mapping& shape, const Item& turn,
                                                       MappedConversation& out) {
  const std::string id = shape.person.text(turn);
  const Person* const known = person(id);
  std::string speaker =
      known != nullptr && !known->name.empty() ? known->name : shape.speaker.text(turn);
  for (const RoleRule& rule : shape.role_when)
    if (all_hold(rule.when, turn)) return {rule.role, std::move(speaker)};
  std::string word = shape.role.text(turn);
  if (const Value value = shape.role.value(turn); word.empty() && (value.is(Kind::object) || value.is(Kind::array)))
    word = name(value.kind());
  Role role = role_of_word(word, shape.roles, out.role_words);
  if (known != nullptr &&
      (role == Role::unknown || (role == Role::agent && known->role == Role::bot)))
    role = known->role;
  if (role == Role::unknown && word.empty())
    role = role_of_speaker(speaker).value_or(Role::unknown);
  const bool is_listed = known != nullptr || id.empty() || (people_.empty() && beside_.empty());
  if (!is_listed && role == Role::unknown) ++out.strangers[id];
  return {role, std::move(speaker)};
}

}  // namespace decant
