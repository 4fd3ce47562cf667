#include "transcript/formats.h"

#include <algorithm>

#include "transcript/formats/readers.h"

namespace decant {
namespace {

// Of mails that are read together, so that most threads stand in one part.
constexpr std::size_t mbox_part = 8u << 20;

constexpr int sure = 90;  // no format after this one in the table is asked

const Format table[] = {
    {"vtt", "WebVTT captions: Zoom, Teams and other meeting tools",
     "the first line starts with WEBVTT", recognise_vtt, read_vtt},
    {"srt", "SubRip captions", "numbered cues with times such as 00:00:06,500 --> 00:00:13,900",
     recognise_srt, read_srt},
    {"mbox", "mails, one after the other; those of a thread are one conversation",
     "starts with a line such as 'From pat@plum.example Wed Mar 04 15:02:10 2026' and headers", recognise_mbox,
     read_mbox, cut_mails, mbox_part},
    {"mail", "one mail (.eml), without what it quotes, signatures and attachments",
     "starts with headers such as From:, Date: and Message-ID:", recognise_mail, read_one_mail},
    {"turns", "one turn a line, as JSON objects with the id of their conversation",
     "the first line is an object with such an id, a speaker or a role, and a text", recognise_turns,
     read_jsonl},
    {"list", "a long list of conversations in one JSON value, read one after the other",
     "more than 64 KiB that start with [ and an object that is a conversation", recognise_json_list, read_json_list,
     cut_json_list},
    {"jsonl", "one conversation a line, as JSON objects or other products' documents",
     "two or more lines that start with {", recognise_jsonl, read_jsonl, cut_lines},
    {"json", "one conversation, a list of them, or another product's document",
     "starts with { or [; sure when there is a key \"turns\"", recognise_json, read_json},
    {"csv",
     "a table with a row a turn, a conversation or a canned reply; separated by comma, semicolon, "
     "tab or |",
     "a header row that names a column of text", recognise_csv, read_csv},
    {"replies", "canned replies in YAML: a list of titles and texts, or names and their texts",
     "a list of title: and text:, under a key such as macros: or replies: or alone; or names with texts in quotes or blocks",
     recognise_replies, read_replies},
    {"script", "what agents are told to say, in Markdown or with one line for each thing to say",
     "a head with must_say or channel: script; or headings with placeholders, quotes, comments or tables",
     recognise_script, read_script},
    {"text", "a typed transcript with lines such as 'Agent: …' or '[00:12] Customer: …'",
     "lines that start with a speaker's name and a colon; the last resort for any text",
     recognise_text, read_text},
};

// A few control characters happen in real text; a file full of them is no text.
bool is_binary(std::string_view head) {
  std::size_t controls = 0;
  for (const char c : head) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0) return true;
    if (byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v') ++controls;
  }
  return controls > head.size() / 50;
}

}  // namespace

std::span<const Format> formats() {
  return table;
}

const Format* format_named(std::string_view name) {
  const auto found = std::ranges::find(table, name, &Format::name);
  return found == std::end(table) ? nullptr : found;
}

const Format* recognise_format(std::string_view head, bool whole) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  if (is_binary(head)) return nullptr;
  const Format* best = nullptr;
  int confidence = 0;
  for (const Format& format : table) {
    const int claim = format.recognise(head, whole);
    if (claim <= confidence) continue;
    best = &format;
    confidence = claim;
    if (claim >= sure) break;
  }
  return best;
}

}  // namespace decant
