// Canned replies in YAML: a list of titles and texts, or a map of names and texts, at the top or under a key such as "macros",
// in groups if one likes. Each reply is a conversation in which the agent says one thing.
#include <algorithm>

#include <fmt/format.h>

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

constexpr std::string_view shape = "a reply is {title: …, text: …}, or a name and its text";

struct Reply {
  Transcript transcript;
  uint32_t first_line = 0, text_line = 0;
};

class Replies {
 public:
  Replies(const Block& block, const yaml::Document& document, Errors& errors)
      : block_(block), lines_(block.path, block.bytes, block.first_line), source_(document.source), reader_(errors) {}

  std::vector<Reply> read(const Node& root);

 private:
  Transcript begin(const Node& start) { return start_transcript(block_, source_.begin(start), lines_); }
  void read_group(const Node& node, const std::string& name);
  void read_one(const Node& node, const std::string& name, const Node& start);
  void read_map(const Node& map, const std::string& name, const Node& start);
  void read_field(const Node& key, const Node& value, Transcript& transcript);
  void add(Transcript transcript, const std::string& name, const std::vector<Node>& texts);

  const Block& block_;
  SourceLines lines_;
  const yaml::ScalarSource source_;
  yaml::Reader reader_;
  std::vector<std::pair<Node, Node>> head_;
  std::vector<Reply> out_;
};

std::vector<Reply> Replies::read(const Node& root) {
  if (!root.is_map() && !root.is_sequence()) {
    reader_.fail(root, "canned replies are a list or a map", std::string(shape));
    return {};
  }
  std::vector<std::pair<Node, Node>> lists;
  for (const auto& [key, value] : root.entries())
    if (is_reply_list(key.text()) && !value.is_scalar()) lists.emplace_back(key, value);
  if (lists.empty()) {
    for (const auto& entry : root.entries())
      if (is_reply_head(entry.first.text())) head_.push_back(entry);
    read_group(root, "");
    return std::move(out_);
  }
  for (const auto& entry : root.entries())
    if (!is_reply_list(entry.first.text()) || entry.second.is_scalar()) head_.push_back(entry);
  for (const auto& [key, list] : lists) {
    if (list.is_map() || list.is_sequence()) read_group(list, "");
    else reader_.fail(key, fmt::format("there is nothing under \"{}\"", key.text()), std::string(shape));
  }
  return std::move(out_);
}

// The replies of a list, or of a map of names.
void Replies::read_group(const Node& node, const std::string& name) {
  const std::string before = name.empty() ? "" : name + '/';
  std::size_t number = 0;
  const auto items = node.items();
  const bool has_maps = std::ranges::any_of(items, [](const Node& item) { return item.is_map(); });
  for (const Node& item : items) {
    ++number;
    if (has_maps && item.is_scalar()) reader_.fail(item, "a text among replies with titles", std::string(shape));
    else read_one(item, before + std::to_string(number), item);
  }
  for (const auto& [key, value] : node.entries()) {
    const bool is_head = std::ranges::any_of(head_, [&](const auto& entry) { return entry.first.index() == key.index(); });
    if (!is_head) read_one(value, before + std::string(key.text()), key);
  }
}

void Replies::read_one(const Node& node, const std::string& name, const Node& start) {
  if (node.is_scalar()) return add(begin(start), name, {node});
  if (node.is_sequence()) return read_group(node, name);
  if (!node.is_map()) return reader_.fail(start, fmt::format("the reply {} has no text", name), std::string(shape));
  const auto entries = node.entries();
  const auto has = [&](bool (*is_such)(std::string_view)) { return std::ranges::any_of(entries, [&](const auto& entry) { return is_such(entry.first.text()); }); };
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
      if (plain_key(key.text()) != "id") transcript.meta.emplace_back(key.text(), trim(value.text()));
    } else {
      read_field(key, value, transcript);
    }
  }
  if (!has_text) return reader_.fail(map, "a reply has no text", "it stands under text, body, reply, content, response or message");
  if (!texts.empty()) add(std::move(transcript), title.empty() ? name : title, texts);
}

void Replies::read_field(const Node& key, const Node& value, Transcript& transcript) {
  if (plain_key(key.text()) == "mustsay") {
    for (const Node& text : reader_.texts(value, key.text())) transcript.must_say.emplace_back(text.text());
  } else if (value.is_scalar()) {
    set_field(transcript, key.text(), value.text());
  } else {
    for (const Node& item : value.items())
      if (item.is_scalar()) transcript.meta.emplace_back(key.text(), item.text());
  }
}

void Replies::add(Transcript transcript, const std::string& name, const std::vector<Node>& texts) {
  transcript.id = name;
  for (const auto& [key, value] : head_) read_field(key, value, transcript);
  if (transcript.channel.empty()) transcript.channel = "script";
  TurnWriter writer(transcript);
  for (const Node& node : texts) {
    SourcedText text;
    for (const yaml::ScalarPiece& piece : source_.pieces(node)) text.add(node.text().substr(piece.text.begin, piece.text.size()), piece.source);
    const std::string_view said = trim(text.text());
    if (said.empty()) return reader_.fail(node, fmt::format("the reply {} has no text", name), std::string(shape));
    writer.begin(Role::agent, "");
    text.write(said, writer);
  }
  writer.finish();
  const uint32_t first_line = transcript.first_line;
  out_.push_back({std::move(transcript), first_line, texts.front().place().line});
}

// To each reply the comments that are about its lines. One above its name or its title is about all of it.
void hand_out(const std::vector<IgnoreComment>& comments, std::vector<Reply>& replies) {
  for (const IgnoreComment& comment : comments) {
    for (std::size_t i = 0; i < replies.size(); ++i) {
      const uint32_t end = i + 1 < replies.size() ? replies[i + 1].first_line : UINT32_MAX;
      IgnoreComment own = comment;
      if (own.first_line >= replies[i].first_line && own.first_line <= replies[i].text_line && own.first_line == own.last_line) {
        own.first_line = replies[i].first_line;
        own.last_line = end - 1;
      }
      if (own.is_about_file || (own.first_line < end && own.last_line >= replies[i].first_line)) replies[i].transcript.ignores.push_back(own);
    }
  }
}

}  // namespace

void read_replies(const Block& block, const Sink& sink) {
  IgnoreComments comments(block.first_line);
  const auto document = yaml::parse(std::string(block.path), without_comments(block.bytes, comments));
  Errors errors;
  std::vector<Reply> replies;
  if (document) replies = Replies(block, **document, errors).read((*document)->root());
  else errors = document.errors();
  Transcript commented;
  comments.finish(commented);
  hand_out(commented.ignores, replies);
  if (!replies.empty()) replies[0].transcript.warnings = std::move(commented.warnings);
  for (Error& error : errors) sink.error(std::move(error));
  for (Reply& reply : replies) {
    settle(reply.transcript);
    sink.transcript(std::move(reply.transcript));
  }
}

}  // namespace decant
