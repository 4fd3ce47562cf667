// What the writer of a mail wrote in it, without what he quotes, signs with or must append: each sentence counts once, for the
// one who wrote it.
#pragma once

#include <string_view>
#include <vector>

#include "transcript/formats/sourced_text.h"

namespace decant {

struct MailText {
  std::vector<std::string_view> lines;  // of the text given, without space at the end; empty ones part paragraphs
  std::size_t quoted = 0;     // lines left out
  std::size_t signature = 0;  // the same: signatures and disclaimers
};

// `writer`: the sender's name, which a signature may start with.
MailText mail_text(std::string_view text, std::string_view writer);

}  // namespace decant
