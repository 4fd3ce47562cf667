// Markdown as the blocks that a reader sees, each with its places in the source. md4c's only door is markdown.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "transcript/formats/sourced_text.h"

namespace decant {

struct MarkdownBlock {
  enum class Kind { heading, words, code, comment };
  Kind kind = Kind::words;  // words: a paragraph, a list item, a quote, a cell of a table
  unsigned level = 0;       // of a heading
  bool is_cell = false;
  std::string column = {};    // of a cell: what heads it
  bool is_emphasised = true;  // all of it stands in italics
  uint32_t at = 0;            // where it begins, in the block
  SourcedText text = {};      // without marks; lines of the source stay lines
};

// The blocks of `text`, a part of `block`, in order. Struck words, images, tags and single words of code are left out.
std::vector<MarkdownBlock> markdown_blocks(std::string_view text, std::string_view block);

}  // namespace decant
