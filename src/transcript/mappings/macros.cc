// Canned replies as help desks export them: each is a conversation in which the agent says one thing.
#include "transcript/mappings/rows.h"

namespace decant {

void add_macro_mappings(std::vector<Mapping>& rows) {
  rows.push_back({.name = "zendesk-macros",
                  .title = "Zendesk macros",
                  .recognise = {"macros[].actions[].field"},
                  .conversations = "macros[]",
                  .fields = {{"id", "id | title"}, {"title", "title"}, {"channel", "=script"}},
                  .turns = {"actions[field=comment_value*]"},
                  .text = "value[1] | value[0] | value",
                  .markup = Markup::html,
                  .markup_when = {"field=comment_value_html"},
                  .role = "=agent"});
  const Path list = "[] | macros[] | replies[] | canned_replies[] | canned_responses[] | templates[] | snippets[]";
  const std::string alternatives[] = {"[]", "macros[]", "replies[]", "canned_replies[]", "canned_responses[]",
                                      "templates[]", "snippets[]"};
  const auto of_each = [&](std::initializer_list<std::string_view> keys) {
    std::string out;
    for (const std::string& at : alternatives)
      for (const std::string_view key : keys)
        out += (out.empty() ? "" : " | ") + at + "." + std::string(key);
    return Path(std::string_view(out));
  };
  // A list of names and texts would rather be a chat.
  rows.push_back({.name = "canned-replies",
                  .title = "Canned replies, a list with titles and texts",
                  .recognise = {of_each({"title", "shortcut"}),
                                of_each({"body", "text", "reply", "content", "response"})},
                  .unless = {of_each({"role", "speaker", "author"}), of_each({"from", "sender", "user"}),
                             of_each({"turns", "messages", "actions"})},
                  .conversations = list,
                  .fields = {{"id", "id | shortcut | title | name"}, {"title", "title | name"}, {"channel", "=script"}},
                  .turns = {"."},
                  .text = "body | text | reply | content | response",
                  .role = "=agent"});
}

}  // namespace decant
