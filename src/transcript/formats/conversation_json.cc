#include "transcript/formats/conversation_json.h"

#include <cmath>

#include <fmt/format.h>

#include "text/numerals.h"
#include "transcript/formats/labels.h"
#include "transcript/formats/time.h"
#include "transcript/formats/word_times.h"

namespace decant {
namespace {

using json::Kind;
using json::Value;

constexpr std::string_view shape =
    "decant's JSON is {\"id\": …, \"turns\": [{\"role\": \"agent\", \"text\": \"…\"}]}; `decant formats` "
    "lists the other shapes that are known";
constexpr int deepest_meta = 8;

// "tier" → "gold"; a list of scalars becomes one value, an object one entry a member:
// "customer.tier".
void add_meta(Transcript& transcript, const std::string& key, Value value, int depth) {
  if (value.is(Kind::null) || depth > deepest_meta) return;
  if (value.is(Kind::object)) {
    for (Value member : value.items())
      add_meta(transcript, key + '.' + member.key(), member, depth + 1);
    return;
  }
  std::string text = value.text();
  if (value.is(Kind::array)) {
    for (Value element : value.items()) {
      const std::string part = element.text();
      if (!part.empty()) text += (text.empty() ? "" : ", ") + part;
    }
  }
  transcript.meta.emplace_back(key, std::move(text));
}

class Reader {
 public:
  Reader(json::Document& document, const JsonPlace& place, Transcript& transcript)
      : document_(document), place_(place), transcript_(transcript), writer_(transcript) {}

  // The error that stands in the way, if any.
  std::optional<Error> read(Value conversation);

 private:
  struct Parts {
    Value role, speaker, text, words, start, end, start_ms, end_ms;
  };
  std::optional<Error> read_turn(Value turn);
  std::optional<Error> read_words(Value words);
  Role role_of(const Parts& parts);
  // `word` of `what`, the start of a turn, is at `out`.
  std::optional<Error> read_time(Value seconds, Value milliseconds, std::string_view word, std::string_view what, double& out);
  void read_field(Value member);

  json::Document& document_;
  const JsonPlace& place_;
  Transcript& transcript_;
  TurnWriter writer_;
  Timeline timeline_;
  RoleWords role_words_;
  std::size_t lost_words_ = 0;  // of lists of words, that do not stand in the text of their turn
};

std::optional<Error> Reader::read(Value conversation) {
  if (!conversation.is(Kind::object))
    return document_.error(
        conversation,
        fmt::format("expected a conversation but found {}", name(conversation.kind())),
        std::string(shape));
  Value turns;
  for (Value member : conversation.items()) {
    if (member.has_key("turns")) {
      if (turns.exists())
        return document_.error(member, "\"turns\" stands here twice", "put all turns of the conversation into one list");
      turns = member;
    } else {
      read_field(member);
    }
  }
  if (!turns.exists()) {
    std::string keys;
    std::size_t count = 0;
    for (Value member : conversation.items())
      if (++count <= 8) keys += (keys.empty() ? "" : ", ") + member.key();
    if (count > 8) keys += ", …";
    return document_.error(conversation,
                           count ? fmt::format("the conversation has no \"turns\", only {}", keys)
                                 : std::string("the conversation has no \"turns\""),
                           std::string(shape));
  }
  if (!turns.is(Kind::array))
    return document_.error(turns, fmt::format("\"turns\" is {}, not a list", name(turns.kind())),
                           std::string(shape));
  if (const std::optional<Time> start = time_from(transcript_.started);
      start && start->kind == Time::Kind::instant)
    timeline_.set_start(start->seconds);
  transcript_.words.reserve(turns.source().size());
  for (Value turn : turns.items()) {
    if (transcript_.turns.size() == most_turns)
      return too_many_turns(place_.lines, place_.offset + conversation.source().begin);
    if (std::optional<Error> error = read_turn(turn)) return error;
  }
  writer_.finish();
  if (transcript_.started.empty() && timeline_.first_instant())
    transcript_.started = iso_instant(*timeline_.first_instant());
  role_words_.warn(transcript_);
  if (lost_words_ > 0)
    transcript_.warnings.push_back(
        fmt::format("{} under \"words\" not found in the text of the turn, and left out", counted(lost_words_, "word")));
  settle(transcript_);
  return std::nullopt;
}

void Reader::read_field(Value member) {
  const std::string key = member.key();
  if (member.is(Kind::object)) {
    if (key == "meta" || key == "metadata") {
      for (Value entry : member.items()) add_meta(transcript_, entry.key(), entry, 0);
    } else if (field_of_key(key) != Field::none) {
      const Value name = member["name"];
      set_field(transcript_, key, (name.exists() ? name : member["id"]).text());
    }
  } else if (key == "must_say" && member.is(Kind::array)) {
    for (Value text : member.items()) transcript_.must_say.push_back(text.text());
  } else if (!member.is(Kind::array)) {
    set_field(transcript_, key, member.text());
  }
}

std::optional<Error> Reader::read_turn(Value turn) {
  if (!turn.is(Kind::object))
    return document_.error(turn, fmt::format("a turn is {}, not an object", name(turn.kind())),
                           std::string(shape));
  Parts parts;
  for (Value member : turn.items()) {
    if (member.has_key("text"))
      parts.text = member;
    else if (member.has_key("role"))
      parts.role = member;
    else if (member.has_key("speaker"))
      parts.speaker = member;
    else if (member.has_key("words"))
      parts.words = member;
    else if (member.has_key("start"))
      parts.start = member;
    else if (member.has_key("end"))
      parts.end = member;
    else if (member.has_key("start_ms"))
      parts.start_ms = member;
    else if (member.has_key("end_ms"))
      parts.end_ms = member;
    else if (!parts.start.exists() &&
             (member.has_key("time") || member.has_key("ts") || member.has_key("timestamp")))
      parts.start = member;
  }
  if (!parts.text.is(Kind::string))
    return document_.error(
        parts.text.exists() ? parts.text : turn,
        parts.text.exists()
            ? fmt::format("the text of a turn is {}, not a string", name(parts.text.kind()))
            : std::string("a turn has no \"text\""),
        "write the words of the turn as \"text\": \"…\", an empty string if nothing was said");
  if (parts.role.is(Kind::object) || parts.role.is(Kind::array))
    return document_.error(parts.role, fmt::format("the role of a turn is {}, not a string", name(parts.role.kind())),
                           "a role is one of agent, customer, bot, system, supervisor and unknown");
  Turn& added = writer_.begin(role_of(parts), parts.speaker.text());
  if (auto error = read_time(parts.start, parts.start_ms, "start", "turn", added.start)) return error;
  if (auto error = read_time(parts.end, parts.end_ms, "end", "turn", added.end)) return error;

  const uint32_t offset = place_.offset;
  const char* base = place_.block.bytes.data();
  if (parts.text.source().size() == 2) {
    const uint32_t at = offset + parts.text.source().begin + 1;
    writer_.add("", {at, at});
  }
  parts.text.pieces([&](std::string_view text, Span source) {
    if (text.data() == base + offset + source.begin) {
      writer_.add(text);
    } else {
      writer_.add(text, {offset + source.begin, offset + source.end});
    }
  });
  return read_words(parts.words);
}

// The times of single words. Other tools write how many words there are; only a list of objects is meant here.
std::optional<Error> Reader::read_words(Value words) {
  if (!words.is(Kind::array)) return std::nullopt;
  const Turn& turn = transcript_.turns.back();
  const std::string_view text = transcript_.text(turn);
  std::size_t at = 0;
  for (Value word : words.items()) {
    const Value written = word["text"].exists() ? word["text"] : word["word"];
    if (!written.is(Kind::string))
      return document_.error(word, "a word has no \"text\"", "a word is {\"text\": \"Good\", \"start\": 0.4, \"end\": 0.7, \"confidence\": 0.98}");
    WordTime time{.confidence = confidence_of(word["confidence"])};
    if (auto error = read_time(word["start"], word["start_ms"], "start", "word", time.start)) return error;
    if (auto error = read_time(word["end"], word["end_ms"], "end", "word", time.end)) return error;
    const std::string said = written.text();
    const std::string_view trimmed = trim(said);
    const std::size_t found = find_word(text, trimmed, at);
    if (found == std::string_view::npos) {
      ++lost_words_;
      continue;
    }
    at = found + trimmed.size();
    time.at = turn.text.begin + static_cast<uint32_t>(found);
    if (!std::isnan(time.start)) transcript_.word_times.push_back(time);
  }
  return std::nullopt;
}

Role Reader::role_of(const Parts& parts) {
  const std::string word = parts.role.text();
  if (word.empty()) return role_of_speaker(parts.speaker.text()).value_or(Role::unknown);
  return role_words_.role(word);
}

std::optional<Error> Reader::read_time(Value seconds, Value milliseconds, std::string_view word, std::string_view what, double& out) {
  std::optional<Time> time;
  const Value value = seconds.exists() && !seconds.is(Kind::null) ? seconds : milliseconds;
  if (!value.exists() || value.is(Kind::null)) return std::nullopt;
  if (value.is(Kind::number)) {
    double number = value.number().value_or(no_time);
    if (!seconds.exists() || seconds.is(Kind::null)) number /= 1000;
    time = time_from(number);
  } else if (value.is(Kind::string)) {
    const std::string text = value.text();
    if (text.empty()) return std::nullopt;
    time = time_from(text);
  }
  if (!time)
    return document_.error(
        value, fmt::format("the {} of a {} is not a time", word, what),
        "write seconds (75.5), mm:ss (\"01:15\") or ISO 8601 (\"2026-03-04T15:02:10Z\")");
  out = timeline_.seconds(*time);
  return std::nullopt;
}

}  // namespace

void read_conversation(json::Document& document, Value conversation, const JsonPlace& place,
                       const Sink& sink) {
  Transcript transcript =
      start_transcript(place.block, place.offset + conversation.source().begin, place.lines);
  if (std::optional<Error> error = Reader(document, place, transcript).read(conversation)) {
    sink.error(std::move(*error));
  } else {
    sink.transcript(std::move(transcript));
  }
}

}  // namespace decant
