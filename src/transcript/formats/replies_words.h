// The keys that canned replies have in YAML, shared by what recognises such a file and what reads
// it.
#pragma once

#include <string_view>

namespace decant {

bool is_reply_list(std::string_view key);   // "macros", "canned_replies": what holds them
bool is_reply_text(std::string_view key);   // "body", "text"
bool is_reply_title(std::string_view key);  // "title", "shortcut"
// What a file says of all its replies: "channel", "must_say".
bool is_reply_head(std::string_view key);

}  // namespace decant
