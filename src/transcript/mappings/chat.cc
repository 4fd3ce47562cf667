// Chat tools: Intercom, Slack, Microsoft Teams, LivePerson.
#include "transcript/mappings/rows.h"

namespace decant {
namespace {

Mapping intercom() {
  // The first message stands apart from the others and has the time of the conversation.
  return {.name = "intercom",
          .title = "Intercom conversation",
          .recognise = {"conversation_parts.conversation_parts", "source.author.type"},
          .fields = {{"id", "id"}, {"channel", "=chat"}, {"rating", "conversation_rating.rating"}},
          .turns = {"source", "conversation_parts.conversation_parts[]"},
          .leave_out = {{.when = {"part_type=note*"}, .what = "internal note"},
                        {.when = {"redacted=true"}, .what = "redacted message"},
                        {.when = {"!body"}}},
          .text = "body",
          .markup = Markup::html,
          .role = "author.type",
          .roles = {{"admin", Role::agent}, {"team", Role::agent}, {"lead", Role::customer}},
          .role_when = {{.when = {"author.from_ai_agent=true"}, .role = Role::bot},
                        {.when = {"from_ai_agent=true"}, .role = Role::bot}},
          .speaker = "author.name",
          .start = "created_at | ^.created_at"};
}

// Slack knows bots and people from elsewhere; who of the others speaks for the company it does not
// know.
People users(Path list, Path role) {
  return {.list = std::move(list),
          .id = "id",
          .name = {"real_name | profile.real_name | name"},
          .role = std::move(role)};
}

Mapping slack() {
  // A thread is a conversation, and so is what is said in the channel itself on one day.
  return {.name = "slack",
          .title = "Slack export, a channel's day",
          .recognise = {"[type=message].ts", "[].text"},
          .fields = {{"channel", "=chat"}},
          .turns = {"[]"},
          .group = "thread_ts",
          .leave_out = {{.when = {"subtype=channel_*"}},
                        {.when = {"subtype=group_*"}},
                        {.when = {"subtype=tombstone"}},
                        {.when = {"hidden=true"}},
                        {.when = {"type!=message"}}},
          .text = "text",
          .markup = Markup::slack,
          .role_when = {{.when = {"subtype=bot_message"}, .role = Role::bot},
                        {.when = {"bot_id"}, .role = Role::bot}},
          .speaker = "user_profile.real_name | username | user",
          .person = "user",
          .sidecars = {{.files = {"../users.json", "users.json"},
                        .people = {users("[is_bot=true]", "=bot"),
                                   users("[is_stranger=true]", "=customer"), users("[]", {})}}},
          .start = "ts"};
}

Mapping teams() {
  return {.name = "teams-chat",
          .title = "Microsoft Teams chat messages (Graph)",
          .recognise = {"value[].messageType | [].messageType",
                        "value[].body.contentType | [].body.contentType"},
          .fields = {{"id", "chatId"}, {"channel", "=chat"}},
          .more = {"^.\"@odata.nextLink\"", "\"@odata.nextLink\""},
          .turns = {"value[] | []"},
          .group = "chatId | channelIdentity.channelId",
          .leave_out = {{.when = {"messageType!=message"}},
                        {.when = {"deletedDateTime"}, .what = "deleted message"}},
          .order = TurnOrder::time,
          .text = "body.content",
          .markup = Markup::html,
          .markup_when = {"body.contentType=html"},
          .role_when = {{.when = {"from.application"}, .role = Role::bot}},
          .speaker = "from.user.displayName | from.application.displayName",
          .start = "createdDateTime"};
}

Mapping liveperson() {
  return {.name = "liveperson",
          .title = "LivePerson conversation history",
          .recognise = {"conversationHistoryRecords[].messageRecords[].sentBy"},
          .conversations = "conversationHistoryRecords[]",
          .fields = {{"id", "info.conversationId"},
                     {"channel", "=chat"},
                     {"started", "info.startTimeL | info.startTime"},
                     {"agent", "info.latestAgentFullName"},
                     {"team", "info.latestSkillName"}},
          .turns = {"messageRecords[]"},
          .leave_out = {{.when = {"type!=TEXT_PLAIN", "!messageData.msg.text"},
                         .what = "textless message"}},
          .text = "messageData.msg.text",
          .role = "sentBy",
          .person = "participantId",
          .people =
              {{.list = "agentParticipants[]",
                .id = "agentId",
                .name = {"agentFullName"},
                .role = "userTypeName",
                .roles = {{"Human", Role::agent}, {"Brand Bot", Role::bot}, {"System", Role::bot}}},
               {.list = "consumerParticipants[]",
                .id = "participantId",
                .name = {"firstName", "lastName"}}},
          .start = "timeL | time"};
}

}  // namespace

void add_chat_mappings(std::vector<Mapping>& rows) {
  rows.push_back(intercom());
  rows.push_back(slack());
  rows.push_back(teams());
  rows.push_back(liveperson());
}

}  // namespace decant
