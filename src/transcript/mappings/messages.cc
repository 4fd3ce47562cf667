// Logs of language models that answer customers: lists of messages, and one message a line.
#include "transcript/mappings/rows.h"

namespace decant {

void add_message_mappings(std::vector<Mapping>& rows) {
  // Nobody reads what the system, the developer and the tools say.
  const std::vector<LeaveOut> unseen = {{.when = {"role=system"}},
                                        {.when = {"role=developer"}},
                                        {.when = {"role=tool"}},
                                        {.when = {"role=function"}}};
  rows.push_back(
      {.name = "messages",
       .title = "chat-completion messages",
       .recognise = {"messages[].role", "messages[].content"},
       .fields = {{"id", "id | conversation_id | metadata.conversation_id"}, {"channel", "=chat"}},
       .turns = {"messages[]"},
       .leave_out = unseen,
       .text = "content",
       .role = "role"});
  // What graders are shown: an answer, and what was said before it.
  rows.push_back({.name = "turn-in-context",
                  .title = "an agent's turn with the turns before it, to be graded",
                  .recognise = {"context", "text"},
                  .unless = {"turns", "messages"},
                  .fields = {{"id", "id"}, {"channel", "channel"}},
                  .turns = {"context[]", "."},
                  .text = "text",
                  .role = "role",
                  .role_when = {{.when = {"context"}, .role = Role::agent}}});
  rows.push_back({.name = "message-lines",
                  .title = "one turn a line, with the id of its conversation",
                  .recognise = {"conversation_id | conversationId | session_id | thread_id", "role",
                                "content | text"},
                  .unless = {"messages", "reply_to", "turns"},
                  .fields = {{"id", "conversation_id | conversationId | session_id | thread_id"},
                             {"channel", "channel | =chat"}},
                  .group = "conversation_id | conversationId | session_id | thread_id",
                  .leave_out = unseen,
                  .text = "content | text",
                  .role = "role",
                  .speaker = "name | speaker",
                  .start = "timestamp | created_at | ts | start"});
}

}  // namespace decant
