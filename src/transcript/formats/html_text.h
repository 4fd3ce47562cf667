// What a reader of an HTML message sees, every byte with its place in the block: tags, comments,
// scripts and the messages it quotes are left out, white space is one space, blocks and line breaks
// are one line break, and character references are what they stand for.
//
// Only the tokens of HTML matter for that, not its tree. The libraries that build one were tried
// and left: each compares every attribute of a tag with all others, so that one message of 300 kB
// holds a run up for seconds.
#pragma once

#include "transcript/formats/sourced_text.h"

namespace decant {

// Linear in the size of `html`, whatever it holds.
SourcedText html_text(const SourcedText& html);

}  // namespace decant
