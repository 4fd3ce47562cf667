// Zendesk: comments of a ticket, exported chats.
#include "transcript/mappings/rows.h"

namespace decant {

void add_zendesk_mappings(std::vector<Mapping>& rows) {
  const People users{.list = "users[]",
                     .id = "id",
                     .name = {"name"},
                     .role = "role",
                     .roles = {{"admin", Role::agent}, {"end-user", Role::customer}}};
  rows.push_back({.name = "zendesk-ticket",
                  .title = "Zendesk ticket comments",
                  .recognise = {"comments[].author_id", "comments[].public",
                                "comments[].plain_body | comments[].body"},
                  .fields = {{"channel", "=email"}},
                  .more = {"next_page", "previous_page", "links.next"},
                  .turns = {"comments[]"},
                  .leave_out = {{.when = {"public=false"}, .what = "internal note"}},
                  .text = "plain_body | body",
                  .speaker = "author_id",
                  .person = "author_id",
                  .people = {users},
                  .sidecars = {{.files = {"users.json"}, .people = {users}}},
                  .start = "created_at"});
  const RoleNames senders = {{"trigger", Role::bot}, {"Trigger", Role::bot}};
  rows.push_back({.name = "zendesk-chat",
                  .title = "Zendesk Chat export",
                  .recognise = {"chats[].history[].type | history[].msg_id",
                                "chats[].history[].timestamp | visitor"},
                  .conversations = "chats[type!=offline_msg] | .",
                  .fields = {{"id", "id"},
                             {"channel", "=chat"},
                             {"started", "timestamp"},
                             {"agent", "agent_names[0]"},
                             {"team", "department_name"},
                             {"customer", "visitor.name"},
                             {"rating", "rating"}},
                  .more = {"^.next_page", "^.next_url"},
                  .turns = {"history[]"},
                  .only = {"type=chat.msg"},
                  .text = "msg",
                  .role = "sender_type",
                  .roles = senders,
                  .speaker = "name",
                  .start = "timestamp"});
}

}  // namespace decant
