// What a reader of an HTML message sees, every byte with its place in the block: tags, comments,
// scripts and the messages it quotes are left out, white space is one space, blocks and line breaks
// are one line break, and character references are what they stand for.
//
// Only the tokens of HTML matter for that, not its tree. The libraries that build one were tried
// and left: gumbo, and libxml2 as a stream of events. Each compares every attribute of a tag with
// all others and every end tag with all that is open, so that a message of 400 kB holds a run up
// for 4 to 10 seconds and one of 4 MB for minutes; this takes hundredths of a second.
// tests/html_test.py compares what is seen with what another parser sees.
#pragma once

#include "transcript/formats/sourced_text.h"

namespace decant {

// Linear in the size of `html`, whatever it holds.
SourcedText html_text(const SourcedText& html);

}  // namespace decant
