// One mail as its MIME parser sees it: who wrote it when, in answer to what, and its text with the place of every byte. The door
// of GMime.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "transcript/formats/sourced_text.h"

namespace decant {

struct MailPart {
  SourcedText text;  // UTF-8
  bool is_html = false;
  bool is_flowed = false;  // a space at the end of a line says that the next one goes on (RFC 3676)
};

struct Mail {
  std::string name;     // of the sender; empty if the mail gives none
  std::string address;  // of the sender, in lower case
  std::vector<std::string> recipients;  // addresses of To: and Cc:, in lower case
  std::optional<double> date;  // seconds since 1970
  std::string id;              // without < and >, like those that follow
  std::vector<std::string> answers;  // the mails of References: and In-Reply-To:
  std::string subject;
  bool is_automatic = false;  // its headers say that nobody wrote it
  std::vector<MailPart> parts;            // what is to be read, in order; of alternatives the plainest one
  std::vector<std::string> attachments;   // the names, or the types, of what is left out
  bool is_broken = false;  // its parts cannot be told apart: all that follows its headers is read as text
  std::vector<std::string> strange_charsets;  // that nobody knows; those parts are read as UTF-8
};

// Empty if they can: GMime is loaded when this is first asked.
const std::string& why_no_mail_can_be_read();

// `mail` starts with its headers and is a part of `block`. REQUIRES: mails can be read.
Mail read_mail(std::string_view mail, std::string_view block);

}  // namespace decant
