#include "transcript/formats/markdown.h"

#include <md4c.h>

#include <algorithm>

#include "transcript/formats/entities.h"

namespace decant {
namespace {

// What the parser's calls build. None of its functions throws through the parser but for want of memory.
class Builder {
 public:
  Builder(std::string_view text, std::string_view block) : text_(text), block_(block) {}

  std::vector<MarkdownBlock> take() { return std::move(blocks_); }

  void enter(MD_BLOCKTYPE type, void* detail) {
    close();
    switch (type) {
      case MD_BLOCK_H:
        next_.kind = MarkdownBlock::Kind::heading;
        next_.level = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level;
        break;
      case MD_BLOCK_CODE:
        next_.kind = MarkdownBlock::Kind::code;
        break;
      case MD_BLOCK_HTML:
        next_.kind = MarkdownBlock::Kind::comment;
        break;
      case MD_BLOCK_TABLE:
        columns_.clear();
        break;
      case MD_BLOCK_TR:
        cell_ = 0;
        break;
      case MD_BLOCK_TD:
        next_.is_cell = true;
        if (cell_ < columns_.size()) next_.column = columns_[cell_];
        ++cell_;
        break;
      default:
        break;
    }
  }

  void leave(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_TH) {
      columns_.emplace_back(next_.text.text());
      is_empty_ = true;
    }
    close();
  }

  void enter(MD_SPANTYPE type) {
    emphasis_ += type == MD_SPAN_EM;
    hidden_ += type == MD_SPAN_DEL || type == MD_SPAN_IMG;
  }
  void leave(MD_SPANTYPE type) {
    emphasis_ -= type == MD_SPAN_EM;
    hidden_ -= type == MD_SPAN_DEL || type == MD_SPAN_IMG;
  }

  void add(MD_TEXTTYPE type, std::string_view text) {
    const bool is_here = text.data() >= text_.data() && text.data() < text_.data() + text_.size();
    if (is_here) {
      const auto begin = static_cast<uint32_t>(text.data() - block_.data());
      last_ = {begin, begin + static_cast<uint32_t>(text.size())};
      if (is_empty_) next_.at = begin;
      is_empty_ = false;
    } else {
      last_.begin = last_.end;
    }
    if (next_.kind != MarkdownBlock::Kind::words && next_.kind != MarkdownBlock::Kind::heading) return;
    if (hidden_ > 0 || type == MD_TEXT_HTML) return;
    // A placeholder is often set as code.
    if (type == MD_TEXT_CODE && text.find('{') == std::string_view::npos) return;
    if (emphasis_ == 0 && text.find_first_not_of(" \t\n.:") != std::string_view::npos)
      next_.is_emphasised = false;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
      next_.text.add("\n", last_);
    } else if (type == MD_TEXT_ENTITY && text.size() > 2) {
      const auto meant = entity_text(text.substr(1, text.size() - 2));
      next_.text.add(meant ? *meant : std::string(text), last_);
    } else if (type != MD_TEXT_NULLCHAR) {
      next_.text.add(text, last_);
    }
  }

 private:
  void close() {
    if (!is_empty_) blocks_.push_back(std::move(next_));
    next_ = {};
    is_empty_ = true;
  }

  std::string_view text_, block_;
  std::vector<MarkdownBlock> blocks_;
  MarkdownBlock next_;
  bool is_empty_ = true;
  std::vector<std::string> columns_;
  std::size_t cell_ = 0;
  int emphasis_ = 0, hidden_ = 0;
  Span last_;
};

Builder& builder(void* data) {
  return *static_cast<Builder*>(data);
}

}  // namespace

std::vector<MarkdownBlock> markdown_blocks(std::string_view text, std::string_view block) {
  Builder out(text, block);
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* data) {
    builder(data).enter(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* data) {
    builder(data).leave(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* data) {
    builder(data).enter(type);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* data) {
    builder(data).leave(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* at, MD_SIZE size, void* data) {
    builder(data).add(type, {at, size});
    return 0;
  };
  md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &out);
  return out.take();
}

}  // namespace decant
