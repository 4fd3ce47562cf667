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

// Indices of `mails` for each conversation: by References: and In-Reply-To:, and for mails that name none by their subject and
// the people between whom they went. In order of the dates; conversations in the order of the mails that come first in the file.
// A copy of a mail stands in no conversation.
std::vector<std::vector<std::size_t>> mail_threads(const std::vector<PlacedMail>& mails);

}  // namespace decant
