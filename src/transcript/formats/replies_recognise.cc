// Canned replies in YAML by what their lines show. Much is YAML, and a typed transcript looks like
// it: so it takes a list with titles and texts, or a word such as "replies" above it, or names
// whose texts stand in quotes or blocks.
#include <algorithm>
#include <set>
#include <span>

#include "transcript/formats/fields.h"
#include "transcript/formats/labels.h"
#include "transcript/formats/readers.h"
#include "transcript/formats/replies_words.h"
#include "transcript/formats/yaml_outline.h"

namespace decant {
namespace {

constexpr int certain = 95;
constexpr std::size_t fewest_words = 3;  // of a text that stands neither in quotes nor in a block

constexpr std::string_view reply_lists[] = {"canned",   "cannedreplies", "cannedresponses",
                                            "macros",   "replies",       "savedreplies",
                                            "snippets", "templates"};
constexpr std::string_view reply_texts[] = {"body",  "content",  "message",
                                            "reply", "response", "text"};
constexpr std::string_view reply_titles[] = {"id", "key", "name", "shortcut", "subject", "title"};
constexpr std::string_view reply_heads[] = {"channel", "description", "language", "locale",
                                            "mustsay", "owner",       "team",     "version"};
// Rule packs, mappings, rosters, configurations and chats.
constexpr std::string_view others[] = {"agents",    "extends",  "find",   "from",    "mapping",
                                       "messages",  "pack",     "packs",  "role",    "rules",
                                       "scorecard", "sections", "sender", "speaker", "turns"};

bool is_one_of(std::span<const std::string_view> words, std::string_view key) {
  const std::string plain = plain_key(key);
  return std::ranges::find(words, plain) != words.end();
}

using Lines = std::span<const YamlLine>;

bool is_quoted(std::string_view value) {
  return value.size() > 1 && (value[0] == '"' || value[0] == '\'');
}

bool is_sentence(std::string_view value) {
  if (opens_yaml_block(value) || is_quoted(value)) return true;
  return value.find_first_of("{[#&*!") != 0 &&
         static_cast<std::size_t>(std::ranges::count(value, ' ')) + 1 >= fewest_words;
}

// Whether an item of the list has a text, and a title if it must.
bool has_reply(Lines lines, bool needs_title) {
  const std::size_t edge = lines[0].indent;
  bool has_title = false, has_text = false;
  for (const YamlLine& line : lines) {
    if (line.is_item && line.indent <= edge) {
      if (line.key.empty() && !needs_title && is_sentence(line.value)) return true;
      has_title = has_text = false;
    }
    if (line.indent == edge) {
      has_title |= is_one_of(reply_titles, line.key);
      has_text |= is_one_of(reply_texts, line.key) &&
                  (line.value.starts_with("{{") || !line.value.starts_with('{'));
    }
    if (has_text && (has_title || !needs_title)) return true;
  }
  return false;
}

// A map of names and texts, or of names and maps with a text.
bool has_named_reply(Lines lines) {
  return std::ranges::any_of(lines, [&](const YamlLine& line) {
    return line.indent == lines[0].indent
               ? is_sentence(line.value)
               : is_one_of(reply_texts, line.key) || is_sentence(line.value);
  });
}

bool is_root(const YamlLine& line) {
  return line.indent == 0 && !line.is_item;
}

// What stands under the line at `at`.
Lines inside(Lines lines, Lines::iterator at) {
  return {at + 1, std::find_if(at + 1, lines.end(), is_root)};
}

// Names and texts with nothing around them.
bool are_replies(Lines lines) {
  std::set<std::string_view> names;
  bool has_text = false;
  for (auto at = lines.begin(); at != lines.end(); ++at) {
    if (!is_root(*at)) continue;
    if (!names.insert(at->key).second || role_of_speaker(at->key)) return false;
    if (is_one_of(reply_heads, at->key)) continue;
    const bool is_text =
        opens_yaml_block(at->value) || (is_quoted(at->value) && is_sentence(at->value.substr(1)));
    const bool holds_text =
        at->value.empty() && std::ranges::any_of(inside(lines, at), [](const YamlLine& line) {
          return is_one_of(reply_texts, line.key);
        });
    if (!is_text && !holds_text) return false;
    has_text |= is_text;
  }
  return has_text;
}

}  // namespace

bool is_reply_list(std::string_view key) {
  return is_one_of(reply_lists, key);
}
bool is_reply_text(std::string_view key) {
  return is_one_of(reply_texts, key);
}
bool is_reply_title(std::string_view key) {
  return is_one_of(reply_titles, key);
}
bool is_reply_head(std::string_view key) {
  return is_one_of(reply_heads, key);
}

int recognise_replies(std::string_view head, bool) {
  const auto outline = yaml_outline(head);
  if (!outline) return 0;
  const Lines lines(*outline);
  const auto is_other = [](const YamlLine& line) { return is_one_of(others, line.key); };
  if (lines[0].is_item)
    return has_reply(lines, true) && std::ranges::none_of(lines, is_other) ? certain : 0;
  if (std::ranges::any_of(lines,
                          [&](const YamlLine& line) { return is_root(line) && is_other(line); }))
    return 0;
  for (auto at = lines.begin(); at != lines.end(); ++at) {
    if (!is_root(*at) || !at->value.empty() || !is_reply_list(at->key)) continue;
    const Lines held = inside(lines, at);
    if (!held.empty() && (held[0].is_item ? has_reply(held, false) : has_named_reply(held)))
      return certain;
  }
  return are_replies(lines) ? certain : 0;
}

}  // namespace decant
