// Personal data out of a conversation, so that it can be given to others: every card, phone or account number and mail
// address becomes a token such as "[CARD-1]". The same value has the same token throughout one conversation, so that the
// text can still be followed.
#pragma once

#include "transcript/transcript.h"

namespace decant {

// Changes words, names and fields. The words lose their places in the source, and their times.
void redact(Transcript& transcript);

}  // namespace decant
