// vCon, the IETF's container for conversations.
#include "transcript/mappings/rows.h"

namespace decant {

void add_vcon_mappings(std::vector<Mapping>& rows) {
  const std::vector<std::pair<std::string, Path>> fields = {
      {"id", "attachments[purpose=conversation].body.id | uuid"},
      {"started", "attachments[purpose=conversation].body.started | dialog[0].start | created_at"},
      {"agent", "attachments[purpose=conversation].body.agent | parties[role=agent].name"},
      {"customer", "attachments[purpose=conversation].body.customer | parties[role=customer].name"},
      {"language", "attachments[purpose=conversation].body.language"},
      {"team", "attachments[purpose=conversation].body.team"},
      {"case", "attachments[purpose=conversation].body.case"},
  };
  Mapping chat{.name = "vcon-chat",
               .title = "vCon with written messages",
               .recognise = {"vcon", "parties", "dialog[type=text]"},
               .fields = fields,
               .turns = {"dialog[type=text]"},
               .leave_out = {{.when = {"encoding=base64url"}, .what = "encoded message"}},
               .text = "body",
               .markup = Markup::html,
               .markup_when = {"mediatype=text/html*"},
               .person = "originator | parties[0] | parties",
               .people = {{.list = "parties[]",
                           .id = "@index",
                           .name = {"name | mailto | tel"},
                           .role = "role"}},
               .start = "start",
               .duration = "duration"};
  chat.fields.push_back({"channel", "attachments[purpose=conversation].body.channel | =chat"});
  rows.push_back(std::move(chat));
  Mapping call{.name = "vcon-call",
               .title = "vCon with the transcript of a call",
               .recognise = {"vcon", "parties", "analysis[type=transcript].body"},
               .unless = {"dialog[type=text]"},
               .fields = fields,
               .inside = "analysis[type=transcript].body"};
  call.fields.push_back({"channel", "=call"});
  rows.push_back(std::move(call));
}

}  // namespace decant
