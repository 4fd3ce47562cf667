// Mails → conversations. Mails that answer each other are one conversation, told in the order of their dates.
#pragma once

#include <cstdint>
#include <vector>

#include "transcript/formats/mime.h"

namespace decant {

// A mail and where it stands in its block.
struct PlacedMail {
  Mail mail;
  uint32_t begin = 0;
};

struct MailThread {
  std::vector<std::size_t> mails;  // indices, in order of the dates
  std::size_t copies = 0;          // of these mails, which stand in no conversation
};

// The conversations of `mails`: by References: and In-Reply-To:, and for mails that name none by their subject and
// the people between whom they went. In the order of the mails that come first in the file.
std::vector<MailThread> mail_threads(const std::vector<PlacedMail>& mails);

}  // namespace decant
