#include "transcript/mapping_reader.h"

#include <fmt/format.h>

#include "transcript/formats/text.h"
#include "transcript/mapping_text.h"
#include "transcript/mapping_time.h"
#include "transcript/mappings.h"

namespace decant {

using json::Kind;
using json::Value;

MappingReader::MappingReader(const Mapping& mapping, const Block& block, SourceLines& lines,
                             const Sink& sink)
    : mapping_(mapping), block_(block), lines_(lines), sink_(sink) {
  beside_.add_beside(mapping, block);
}

void MappingReader::read(json::Document& document, Value root, uint32_t offset) {
  document_ = &document;
  offset_ = offset;
  const Item whole{.value = root};
  if (mapping_.is_turn()) {
    read_turn(mapping_, {.value = root, .outer = &whole}, nullptr);
    return;
  }
  const Found found = mapping_.conversations.each(whole, [&](const Item& conversation) {
    people_ = {};
    for (const People& people : mapping_.people) people_.add(people, conversation);
    if (!mapping_.group.empty()) {
      read_turns(mapping_, conversation, nullptr);
      return true;
    }
    MappedConversation out = start(offset_ + conversation.value.source().begin);
    read_fields(conversation, out);
    const bool is_read = mapping_.inside.empty() ? read_turns(mapping_, conversation, &out)
                                                 : read_inside(conversation, out);
    if (is_read) hand_out(out);
    return true;
  });
  if (found == Found::missing)
    fail(mapping_, root, fmt::format("there is no {} here", mapping_.conversations.text()));
}

void MappingReader::finish() {
  for (MappedConversation& conversation : gathered_)
    if (!conversation.is_broken) hand_out(conversation);
  gathered_.clear();
  by_group_.clear();
}

void MappingReader::hand_out(MappedConversation& conversation) {
  for (std::string& warning : people_.warnings())
    conversation.transcript.warnings.push_back(std::move(warning));
  sink_.transcript(conversation.finish());
}

bool MappingReader::fail(const Mapping& shape, Value at, std::string what, std::string hint) {
  const uint32_t byte = offset_ + (at.exists() ? at.source().begin : 0);
  const std::string read_as = fmt::format("read as {} ({})", shape.name, shape.title);
  sink_.error(lines_.error(byte, std::move(what), hint.empty() ? read_as : hint + "; " + read_as));
  return false;
}

MappedConversation MappingReader::start(uint32_t byte) {
  MappedConversation out;
  out.transcript = start_transcript(block_, byte, lines_);
  out.shape = &mapping_;
  out.transcript.shape = mapping_.name;
  return out;
}

MappedConversation& MappingReader::conversation_of(const Item& turn) {
  const std::string group = mapping_.group.text(turn);
  const auto [known, is_new] = by_group_.try_emplace(group, gathered_.size());
  if (!is_new) return gathered_[known->second];
  gathered_.push_back(start(offset_ + turn.value.source().begin));
  read_fields(turn, gathered_.back());
  if (gathered_.back().transcript.id.empty()) gathered_.back().transcript.id = group;
  return gathered_.back();
}

void MappingReader::read_fields(const Item& from, MappedConversation& out) {
  for (const auto& [field, path] : mapping_.fields) {
    std::string text = path.text(from);
    if (field == "started" && path.value(from).is(Kind::number)) {
      const std::optional<Time> time = time_of_value(path.value(from), mapping_.unit);
      text = time && time->kind == Time::Kind::instant ? iso_instant(time->seconds) : "";
    }
    set_field(out.transcript, field, text);
  }
  for (const Path& path : mapping_.more) {
    if (path.text(from).empty()) continue;
    out.transcript.warnings.push_back(
        "the file is one page of several: what stands on the others is missing");
    break;
  }
}

bool MappingReader::read_turns(const Mapping& shape, const Item& conversation,
                               MappedConversation* out) {
  bool is_good = true;
  Found found = Found::missing;
  words_.clear();
  for (const Path& path : shape.turns) {
    const Found here = path.each(conversation, [&](const Item& turn) {
      is_good = read_turn(shape, turn, out);
      // Turns of other conversations may follow.
      return is_good || out == nullptr;
    });
    if (!is_good && out != nullptr) return false;
    if (here != Found::missing) found = here;
  }
  if (found == Found::missing)
    return fail(shape, conversation.value,
                fmt::format("the conversation has no {}", shape.turns.front().text()));
  if (shape.are_words && out != nullptr)
    for (MappedTurn& turn : turns_of_words(std::move(words_), shape))
      out->turns.push_back(std::move(turn));
  return true;
}

bool MappingReader::read_inside(const Item& conversation, MappedConversation& out) {
  bool is_good = true;
  mapping_.inside.each(conversation, [&](const Item& body) {
    if (body.value.is(Kind::string)) {
      SourcedText text;
      add_string(body.value, offset_, text);
      is_good = read_typed(text, out.transcript);
      if (is_good)
        sink_.transcript(std::move(out.transcript));
      else
        sink_.error(too_many_turns(lines_, offset_ + body.value.source().begin));
      return is_good = false;  // handed out already, or never
    }
    const Mapping* const shape = mapping_for(body.value, nullptr);
    if (shape == nullptr || !shape->inside.empty() || !shape->group.empty())
      return is_good = fail(mapping_, body.value,
                            "the transcript is of a shape that decant does not know");
    out.shape = shape;
    shape->conversations.each({.value = body.value, .outer = &body}, [&](const Item& inner) {
      return is_good = read_turns(*shape, inner, &out);
    });
    return is_good;
  });
  return is_good;
}

}  // namespace decant
