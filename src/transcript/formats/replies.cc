// Canned replies in YAML: a list of titles and texts, or a map of names and texts, at the top or
// under a key such as "macros", in groups if one likes. Each reply is a conversation in which the
// agent says one thing.
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>

#include "transcript/formats/fields.h"
#include "transcript/formats/ignore_comments.h"
#include "transcript/formats/readers.h"
#include "transcript/formats/replies_words.h"
#include "transcript/formats/sourced_text.h"
#include "yaml/reader.h"
#include "yaml/scalar_source.h"

namespace decant {
namespace {

using yaml::Node;

constexpr std::size_t longest_head = 64 << 10;  // of what is said of all replies
constexpr std::string_view shape = "a reply is {title: …, text: …}, or a name and its text";

bool is_must_say(const Node& key) {
  return plain_key(key.text()) == "mustsay";
}

// Hands out one reply after the other, each with the comments that are about its lines.
class Replies {
 public:
  Replies(const Block& block, const yaml::Document& document, IgnoreComments& comments,
          const Sink& sink, Errors& errors)
      : block_(block),
        lines_(block.path, block.bytes, block.first_line),
        source_(document.source),
        sink_(sink),
        reader_(errors) {
    comments.finish(commented_);
  }

  void read(const Node& root);

 private:
  Transcript begin(const Node& start) {
    return start_transcript(block_, source_.begin(start), lines_);
  }
  void read_head(const Node& key, const Node& value);
  void read_group(const Node& node, const std::string& name);
  void read_one(const Node& node, const std::string& name, const Node& start);
  void read_map(const Node& map, const std::string& name, const Node& start);
  void read_field(const Node& key, const Node& value, Transcript& transcript);
  void add(Transcript transcript, const std::string& name, const std::vector<Node>& texts);
  void hand_out(uint32_t next_line);

  const Block& block_;
  SourceLines lines_;
  const yaml::ScalarSource source_;
  const Sink& sink_;
  yaml::Reader reader_;
  Transcript commented_;          // has all comments, and what is wrong with them
  std::size_t next_comment_ = 0;  // those before are about earlier replies only
  Transcript head_;               // what is said of all replies, but for its fields
  std::vector<std::pair<std::string, std::string>> head_fields_;
  std::size_t head_bytes_ = 0;
  std::optional<Transcript> last_;  // waits for the line on which the next one starts
  uint32_t text_line_ = 0;          // of the last one: where its text starts
};

void Replies::read(const Node& root) {
  const auto holds_replies = [](const auto& entry) {
    return is_reply_list(entry.first.text()) && !entry.second.is_scalar();
  };
  const auto entries = root.entries();
  const bool has_lists = std::ranges::any_of(entries, holds_replies);
  for (const auto& entry : entries)
    if (has_lists ? !holds_replies(entry) : is_reply_head(entry.first.text()))
      read_head(entry.first, entry.second);
  if (!root.is_map() && !root.is_sequence()) {
    reader_.fail(root, "canned replies are a list or a map", std::string(shape));
  } else if (root.is_sequence()) {
    read_group(root, "");
  } else {
    for (const auto& entry : entries) {
      const auto& [key, value] = entry;
      if (has_lists && holds_replies(entry)) {
        if (value.is_map() || value.is_sequence())
          read_group(value, "");
        else
          reader_.fail(key, fmt::format("there is nothing under \"{}\"", key.text()),
                       std::string(shape));
      } else if (!has_lists && !is_reply_head(key.text())) {
        read_one(value, std::string(key.text()), key);
      }
    }
  }
  hand_out(std::numeric_limits<uint32_t>::max());
}

// What is said of all replies stands in each of them: much of it, in many, would be more than
// anybody can hold.
void Replies::read_head(const Node& key, const Node& value) {
  const bool was_full = head_bytes_ > longest_head;
  head_bytes_ += key.text().size() + value.text().size();
  for (const Node& item : value.items()) head_bytes_ += item.text().size();
  if (head_bytes_ <= longest_head) {
    if (value.is_scalar() && !is_must_say(key))
      head_fields_.emplace_back(key.text(), value.text());
    else
      read_field(key, value, head_);
  } else if (!was_full) {
    reader_.fail(
        key, fmt::format("what is said of all replies takes more than {} KiB", longest_head >> 10),
        "from here on it is left out");
  }
}

// The replies of a list, or of a map of names.
void Replies::read_group(const Node& node, const std::string& name) {
  const std::string before = name.empty() ? "" : name + '/';
  std::size_t number = 0;
  const auto items = node.items();
  const bool has_maps = std::ranges::any_of(items, [](const Node& item) { return item.is_map(); });
  for (const Node& item : items) {
    ++number;
    if (has_maps && item.is_scalar())
      reader_.fail(item, "a text among replies with titles", std::string(shape));
    else
      read_one(item, before + std::to_string(number), item);
  }
  for (const auto& [key, value] : node.entries())
    read_one(value, before + std::string(key.text()), key);
}

void Replies::read_one(const Node& node, const std::string& name, const Node& start) {
  if (node.is_scalar()) return add(begin(start), name, {node});
  if (node.is_sequence()) return read_group(node, name);
  if (!node.is_map())
    return reader_.fail(start, fmt::format("the reply {} has no text", name), std::string(shape));
  const auto entries = node.entries();
  const auto has = [&](bool (*is_such)(std::string_view)) {
    return std::ranges::any_of(entries,
                               [&](const auto& entry) { return is_such(entry.first.text()); });
  };
  if (has(is_reply_text) || has(is_reply_title)) return read_map(node, name, start);
  read_group(node, name);
}

void Replies::read_map(const Node& map, const std::string& name, const Node& start) {
  Transcript transcript = begin(start);
  std::string title;
  std::vector<Node> texts;
  bool has_text = false;
  for (const auto& [key, value] : map.entries()) {
    if (is_reply_text(key.text()) && !has_text) {
      has_text = true;
      texts = reader_.texts(value, key.text());
      if (value.kind() == yaml::Kind::null) texts.clear();
    } else if (is_reply_title(key.text()) && value.is_scalar()) {
      if (title.empty()) title = trim(value.text());
      if (plain_key(key.text()) != "id")
        transcript.meta.emplace_back(key.text(), trim(value.text()));
    } else {
      read_field(key, value, transcript);
    }
  }
  if (!has_text)
    return reader_.fail(map, "a reply has no text",
                        "it stands under text, body, reply, content, response or message");
  if (!texts.empty()) add(std::move(transcript), title.empty() ? name : title, texts);
}

void Replies::read_field(const Node& key, const Node& value, Transcript& transcript) {
  if (is_must_say(key)) {
    for (const Node& text : reader_.texts(value, key.text()))
      transcript.must_say.emplace_back(text.text());
  } else if (value.is_scalar()) {
    set_field(transcript, key.text(), value.text());
  } else {
    for (const Node& item : value.items())
      if (item.is_scalar()) transcript.meta.emplace_back(key.text(), item.text());
  }
}

void Replies::add(Transcript transcript, const std::string& name, const std::vector<Node>& texts) {
  transcript.id = name;
  for (const auto& [key, value] : head_fields_) set_field(transcript, key, value);
  transcript.must_say.insert(transcript.must_say.end(), head_.must_say.begin(),
                             head_.must_say.end());
  transcript.meta.insert(transcript.meta.end(), head_.meta.begin(), head_.meta.end());
  if (transcript.channel.empty()) transcript.channel = "script";
  TurnWriter writer(transcript);
  for (const Node& node : texts) {
    SourcedText text;
    for (const yaml::ScalarPiece& piece : source_.pieces(node))
      text.add(node.text().substr(piece.text.begin, piece.text.size()), piece.source);
    const std::string_view said = trim(text.text());
    if (said.empty())
      return reader_.fail(node, fmt::format("the reply {} has no text", name), std::string(shape));
    writer.begin(Role::agent, "");
    text.write(said, writer);
  }
  writer.finish();
  hand_out(transcript.first_line);
  text_line_ = texts.front().place().line;
  last_ = std::move(transcript);
}

// A comment above the name or the title of a reply is about all of it.
void Replies::hand_out(uint32_t next_line) {
  if (!last_) return;
  const uint32_t first = last_->first_line, last = std::max(first, next_line - 1);
  const auto& all = commented_.ignores;  // in the order of their lines
  while (next_comment_ < all.size() && !all[next_comment_].is_about_file &&
         all[next_comment_].last_line < first)
    ++next_comment_;
  for (std::size_t i = next_comment_;
       i < all.size() && (all[i].first_line <= last || all[i].is_about_file); ++i) {
    IgnoreComment comment = all[i];
    if (comment.first_line == comment.last_line && comment.first_line >= first &&
        comment.first_line <= text_line_) {
      comment.first_line = first;
      comment.last_line = last;
    }
    if (comment.is_about_file || (comment.first_line <= last && comment.last_line >= first))
      last_->ignores.push_back(std::move(comment));
  }
  last_->warnings = std::move(commented_.warnings);
  commented_.warnings.clear();
  settle(*last_);
  sink_.transcript(std::move(*last_));
  last_.reset();
}

}  // namespace

void read_replies(const Block& block, const Sink& sink) {
  IgnoreComments comments(block.first_line);
  const auto document =
      yaml::parse(std::string(block.path), without_comments(block.bytes, comments));
  Errors errors;
  if (document)
    Replies(block, **document, comments, sink, errors).read((*document)->root());
  else
    errors = document.errors();
  for (Error& error : errors) sink.error(std::move(error));
}

}  // namespace decant
