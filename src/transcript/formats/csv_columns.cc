#include "transcript/formats/csv_columns.h"

#include <algorithm>
#include <span>

#include "transcript/formats/fields.h"

namespace decant {
namespace {

// Names as plain_key() writes them, the surest first.
constexpr std::string_view whole_conversation_names[] = {
    "transcript",     "conversationtext", "calltranscript", "chattranscript",
    "fulltranscript", "fulltext",         "dialogue",       "dialog",
    "chatlog",        "transkript",       "transcripttext"};
constexpr std::string_view reply_names[] = {"reply",       "response",       "template", "macro",
                                            "cannedreply", "cannedresponse", "snippet"};
constexpr std::string_view text_names[] = {
    "text",  "message",   "utterance", "body",     "content", "messagetext", "messagebody",
    "msg",   "plainbody", "comment",   "sentence", "phrase",  "words",       "nachricht",
    "texte", "texto",     "testo",     "tekst",    "mensaje", "messaggio",   "mensagem"};
constexpr std::string_view role_names[] = {"role",
                                           "speakerrole",
                                           "participantrole",
                                           "speakertype",
                                           "participanttype",
                                           "sendertype",
                                           "authortype",
                                           "senderrole",
                                           "authorrole",
                                           "usertype",
                                           "party",
                                           "rolle",
                                           "rôle",
                                           "rol",
                                           "ruolo"};
constexpr std::string_view speaker_names[] = {
    "speaker",  "speakername", "author",    "authorname",  "sender",   "sendername",
    "from",     "participant", "speakerid", "authorid",    "senderid", "username",
    "user",     "name",        "who",       "sprecher",    "absender", "autor",
    "locuteur", "hablante",    "parlante",  "interlocutor"};
constexpr std::string_view start_names[] = {
    "start",       "starttime",     "startsec",       "startseconds", "timestamp",
    "time",        "createdat",     "sentat",         "ts",           "messagetime",
    "offset",      "offsetseconds", "starttimestamp", "zeit",         "uhrzeit",
    "zeitstempel", "beginn",        "hora",           "heure",        "ora"};
constexpr std::string_view start_ms_names[] = {"startms", "startmillis", "starttimems", "offsetms",
                                               "offsetmilliseconds"};
constexpr std::string_view end_names[] = {"end",        "endtime", "endsec",
                                          "endseconds", "ende",    "endtimestamp"};
constexpr std::string_view end_ms_names[] = {"endms", "endmillis", "endtimems"};
constexpr std::string_view title_names[] = {"title",    "shortcut", "macroname", "label",
                                            "category", "titel",    "name",      "subject"};
constexpr std::string_view order_names[] = {"turn",  "turnid",    "turnindex", "turnnumber",
                                            "index", "sequence",  "seq",       "n",
                                            "line",  "messageid", "row"};

class Header {
 public:
  explicit Header(const std::vector<std::string>& names) : is_taken_(names.size()) {
    for (const std::string& name : names) keys_.push_back(plain_key(name));
  }
  // The first column that has the first of the names that any column has.
  CsvColumns::Index take(std::span<const std::string_view> names) {
    for (std::string_view name : names)
      for (std::size_t i = 0; i < keys_.size(); ++i)
        if (keys_[i] == name && !is_taken_[i]) return is_taken_[i] = true, i;
    return std::nullopt;
  }
  CsvColumns::Index take(Field field) {
    for (std::size_t i = 0; i < keys_.size(); ++i)
      if (!is_taken_[i] && field_of_key(keys_[i]) == field) return is_taken_[i] = true, i;
    return std::nullopt;
  }
  CsvColumns::Index find(Field field) const {
    for (std::size_t i = 0; i < keys_.size(); ++i)
      if (field_of_key(keys_[i]) == field) return i;
    return std::nullopt;
  }
  bool is_taken(std::size_t i) const { return is_taken_[i]; }

 private:
  std::vector<std::string> keys_;
  std::vector<bool> is_taken_;
};

}  // namespace

CsvColumns columns_of(const Row& header) {
  CsvColumns columns;
  for (const Cell& cell : header.cells) columns.names.emplace_back(trim(cell.text()));
  Header names(columns.names);
  constexpr std::string_view inbound[] = {"inbound", "isinbound"};
  constexpr std::string_view post[] = {"tweetid", "postid"};
  constexpr std::string_view reply_to[] = {"inresponsetotweetid", "inreplytotweetid", "inreplyto",
                                           "replyto"};

  columns.inbound = names.take(inbound);
  columns.post = names.take(post);
  columns.reply_to = names.take(reply_to);
  columns.role = names.take(role_names);
  columns.speaker = names.take(speaker_names);
  columns.text = names.take(text_names);
  if (!columns.text) {
    columns.text = names.take(whole_conversation_names);
    columns.is_whole_conversation = columns.text.has_value();
  }
  if (!columns.text) {
    columns.text = names.take(reply_names);
    columns.is_reply = columns.text.has_value();
  }
  columns.id = names.take(Field::id);
  columns.start = names.take(start_names);
  if (!columns.start)
    columns.start = names.take(start_ms_names), columns.is_start_ms = columns.start.has_value();
  columns.end = names.take(end_names);
  if (!columns.end)
    columns.end = names.take(end_ms_names), columns.is_end_ms = columns.end.has_value();
  columns.title = names.take(title_names);
  if (!columns.id) columns.id = names.find(Field::case_id);
  // A "date" in a table of turns is the time of the turn, and of the conversation as well.
  if (!columns.start) columns.start = names.find(Field::started);
  while (names.take(order_names)) {
  }
  for (std::size_t i = 0; i < columns.names.size(); ++i)
    if (!names.is_taken(i)) columns.others.push_back(i);
  if (columns.title) columns.others.push_back(*columns.title);
  return columns;
}

}  // namespace decant
