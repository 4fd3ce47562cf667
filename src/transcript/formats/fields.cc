#include "transcript/formats/fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "transcript/formats/time.h"

namespace decant {
namespace {

struct KeyWord {
  std::string_view key;
  Field field;
};

// As plain_key() writes them.
constexpr KeyWord key_words[] = {
    {"id", Field::id},
    {"callid", Field::id},
    {"chatid", Field::id},
    {"contactid", Field::id},
    {"conversation", Field::id},
    {"conversationid", Field::id},
    {"convid", Field::id},
    {"dialogid", Field::id},
    {"dialogueid", Field::id},
    {"gesprächsid", Field::id},
    {"interactionid", Field::id},
    {"sessionid", Field::id},
    {"threadid", Field::id},
    {"transcriptid", Field::id},
    {"uuid", Field::id},
    {"channel", Field::channel},
    {"channeltype", Field::channel},
    {"kanal", Field::channel},
    {"mediatype", Field::channel},
    {"medium", Field::channel},
    {"lang", Field::language},
    {"language", Field::language},
    {"locale", Field::language},
    {"sprache", Field::language},
    {"calldate", Field::started},
    {"callstarted", Field::started},
    {"chatstarted", Field::started},
    {"date", Field::started},
    {"datetime", Field::started},
    {"datum", Field::started},
    {"started", Field::started},
    {"startedat", Field::started},
    {"advisor", Field::agent},
    {"agent", Field::agent},
    {"agentid", Field::agent},
    {"agentname", Field::agent},
    {"assignee", Field::agent},
    {"bearbeiter", Field::agent},
    {"csr", Field::agent},
    {"handledby", Field::agent},
    {"rep", Field::agent},
    {"representative", Field::agent},
    {"department", Field::team},
    {"group", Field::team},
    {"queue", Field::team},
    {"skill", Field::team},
    {"team", Field::team},
    {"teamname", Field::team},
    {"caller", Field::customer},
    {"client", Field::customer},
    {"customer", Field::customer},
    {"customerid", Field::customer},
    {"customername", Field::customer},
    {"kunde", Field::customer},
    {"case", Field::case_id},
    {"caseid", Field::case_id},
    {"casenumber", Field::case_id},
    {"fall", Field::case_id},
    {"ticket", Field::case_id},
    {"ticketid", Field::case_id},
    {"ticketnumber", Field::case_id},
};

struct ChannelWord {
  std::string_view word, channel;
};

constexpr ChannelWord channel_words[] = {
    {"call", "call"},       {"phone", "call"},       {"telephone", "call"},
    {"telephony", "call"},  {"voice", "call"},       {"voicecall", "call"},
    {"video", "call"},      {"telefon", "call"},     {"phonecall", "call"},
    {"calls", "call"},      {"inboundcall", "call"}, {"outboundcall", "call"},
    {"chat", "chat"},       {"livechat", "chat"},    {"webchat", "chat"},
    {"message", "chat"},    {"messaging", "chat"},   {"sms", "chat"},
    {"text", "chat"},       {"whatsapp", "chat"},    {"messenger", "chat"},
    {"web", "chat"},        {"im", "chat"},          {"webmessaging", "chat"},
    {"email", "email"},     {"mail", "email"},       {"social", "social"},
    {"twitter", "social"},  {"x", "social"},         {"tweet", "social"},
    {"facebook", "social"}, {"instagram", "social"}, {"socialmedia", "social"},
    {"script", "script"},   {"macro", "script"},     {"cannedreply", "script"},
};

std::string* text_of(Transcript& transcript, Field field) {
  switch (field) {
    case Field::id:
      return &transcript.id;
    case Field::channel:
      return &transcript.channel;
    case Field::language:
      return &transcript.language;
    case Field::started:
      return &transcript.started;
    case Field::agent:
      return &transcript.agent;
    case Field::team:
      return &transcript.team;
    case Field::customer:
      return &transcript.customer;
    case Field::case_id:
      return &transcript.case_id;
    case Field::none:
      return nullptr;
  }
  return nullptr;
}

// "Dana" and "Dana Reyes" are one person; so are "dana.reyes" and "Dana Reyes".
bool is_same_person(std::string_view speaker, std::string_view person) {
  if (speaker.empty() || person.empty()) return false;
  if (plain_key(speaker) == plain_key(person)) return true;
  const std::string_view first = person.substr(0, person.find(' '));
  return first.size() < person.size() && equals_in_any_case(speaker, first);
}

void name_roles(Transcript& transcript) {
  if (transcript.agent.empty() && transcript.customer.empty()) return;
  for (Turn& turn : transcript.turns) {
    if (turn.role != Role::unknown || turn.speaker.empty()) continue;
    const bool is_agent = is_same_person(turn.speaker, transcript.agent);
    if (is_agent == is_same_person(turn.speaker, transcript.customer)) continue;
    turn.role = is_agent ? Role::agent : Role::customer;
  }
}

void check_times(Transcript& transcript) {
  std::size_t backwards = 0, negative = 0;
  double last = no_time;
  for (Turn& turn : transcript.turns) {
    if (!std::isfinite(turn.start)) turn.start = no_time;
    if (!std::isfinite(turn.end)) turn.end = no_time;
    if (turn.start < 0) ++negative;
    if (turn.start < last || turn.end < turn.start) ++backwards;
    if (turn.end < turn.start) turn.end = no_time;
    if (!std::isnan(turn.start)) last = turn.start;
  }
  if (negative)
    transcript.warnings.push_back(fmt::format("the times of {} lie before the conversation's start",
                                              counted(negative, "turn")));
  if (backwards)
    transcript.warnings.push_back(
        fmt::format("the times of {} go backwards", counted(backwards, "turn")));
}

}  // namespace

std::string plain_key(std::string_view key) {
  std::string out;
  for (const char c : key)
    if (c != ' ' && c != '_' && c != '-' && c != '.' && c != '\t')
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return out;
}

Field field_of_key(std::string_view key) {
  const auto found = std::ranges::find(key_words, plain_key(key), &KeyWord::key);
  return found == std::end(key_words) ? Field::none : found->field;
}

void set_field(Transcript& transcript, std::string_view key, std::string_view value) {
  value = trim(value);
  if (value.empty()) return;
  const Field field = field_of_key(key);
  std::string* target = text_of(transcript, field);
  std::string wanted(value);
  if (field == Field::channel) wanted = channel_word(value);
  if (field == Field::started) {
    wanted = iso_from(value);
    if (wanted.empty()) target = nullptr;
  }
  if (target != nullptr && target->empty()) {
    *target = std::move(wanted);
  } else {
    transcript.meta.emplace_back(std::string(trim(key)), std::string(value));
  }
}

std::string channel_word(std::string_view word) {
  const auto found = std::ranges::find(channel_words, plain_key(word), &ChannelWord::word);
  if (found != std::end(channel_words)) return std::string(found->channel);
  std::string out(word);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return out;
}

Transcript start_transcript(const Block& block, uint32_t first_byte, SourceLines& lines) {
  const Place place = lines.place(first_byte);
  Transcript transcript;
  transcript.path = block.path;
  transcript.bytes = block.bytes;
  transcript.first_byte = first_byte;
  transcript.first_line = place.line;
  transcript.first_column = place.column;
  return transcript;
}

void settle(Transcript& transcript) {
  name_roles(transcript);
  check_times(transcript);
}

Error too_many_turns(SourceLines& lines, uint32_t byte) {
  return lines.error(byte, fmt::format("the conversation has more than {} turns", most_turns),
                     "split it, or check whether the file holds many conversations without an id");
}

Role RoleWords::role(std::string_view word) {
  if (const std::optional<Role> role = role_named(word)) return *role;
  if (const std::optional<Role> role = role_of_label(word)) return *role;
  constexpr std::size_t most_warnings = 5;
  const auto known = std::ranges::find(strange_, word, &std::pair<std::string, std::size_t>::first);
  if (known != strange_.end()) {
    ++known->second;
  } else if (strange_.size() < most_warnings) {
    strange_.emplace_back(word, 1);
  }
  return Role::unknown;
}

void RoleWords::warn(Transcript& transcript) const {
  for (const auto& [word, turns] : strange_)
    transcript.warnings.push_back(
        fmt::format("the role \"{}\" of {} is not one decant knows and is read as unknown", word,
                    counted(turns, "turn")));
}

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool equals_in_any_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const char x = a[i] >= 'A' && a[i] <= 'Z' ? static_cast<char>(a[i] | 0x20) : a[i];
    const char y = b[i] >= 'A' && b[i] <= 'Z' ? static_cast<char>(b[i] | 0x20) : b[i];
    if (x != y) return false;
  }
  return true;
}

}  // namespace decant
