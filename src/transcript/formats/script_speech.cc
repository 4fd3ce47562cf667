#include "transcript/formats/script_speech.h"

#include <algorithm>
#include <optional>

#include "transcript/formats/fields.h"
#include "transcript/formats/labels.h"

namespace decant {
namespace {

constexpr std::string_view speech_columns[] = {
    "agent",     "agent says", "answer",     "body",     "line",     "message",    "phrase",
    "reply",     "response",   "say",        "say this", "script",   "say instead", "template",
    "text",      "to say",     "use",        "wording",  "what to say", "you say"};
constexpr std::string_view other_columns[] = {
    "action",    "avoid",     "case",       "category", "condition", "customer",  "customer says",
    "do",        "don't say", "do not say", "id",       "if",        "instead of", "link",
    "name",      "never say", "not",        "note",     "notes",     "owner",     "reason",
    "scenario",  "situation", "step",       "tag",      "tags",      "title",     "trigger",
    "when",      "why"};
constexpr std::string_view silent_headings[] = {"don't say",   "do not say", "never say",  "avoid",
                                                "what not to", "notes",      "background", "internal",
                                                "changelog",   "change log", "references", "instead of"};
constexpr std::string_view silent_labels[] = {"action",  "context",     "direction", "do",   "goal",
                                              "internal", "instruction", "note",      "notes", "purpose",
                                              "reminder", "remember",    "situation", "step", "tip",
                                              "warning",  "stage direction"};
// In brackets these are done, all else is a placeholder: "[pause]" and "[first name]".
constexpr std::string_view directions[] = {"beat",  "check", "click", "confirm",  "hold",   "if",
                                           "listen", "look",  "mute",  "note",     "open",   "pause",
                                           "select", "silence", "smile", "transfer", "type", "verify",
                                           "wait"};
constexpr std::string_view saying[] = {"add", "answer", "ask", "open with", "read", "reply", "respond",
                                       "say", "them",   "with"};

std::string plain(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("\xE2\x80\x99")) {
      out += '\'';
      i += 2;
    } else {
      out += text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] | 0x20) : text[i];
    }
  }
  return std::string(trim(out));
}

template <typename List>
bool is_one_of(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != std::end(list);
}

struct Quote {
  std::size_t begin, end;  // of what stands inside
  std::size_t mark;        // where the opening mark begins
};

std::vector<Quote> quotes_in(std::string_view text) {
  constexpr std::string_view open = "\xE2\x80\x9C", close = "\xE2\x80\x9D";
  std::vector<Quote> out;
  // Each search goes on from where it was, so that a paragraph of quotes is read once.
  std::size_t curly = text.find(open), straight = text.find('"');
  for (std::size_t at = 0; at < text.size();) {
    if (curly < at) curly = text.find(open, at);
    if (straight < at) straight = text.find('"', at);
    const std::size_t mark = std::min(curly, straight);
    if (mark == std::string_view::npos) break;
    const std::string_view closing = mark == curly ? close : std::string_view("\"");
    const std::size_t begin = mark + (mark == curly ? open.size() : 1);
    const std::size_t end = text.find(closing, begin);
    if (end == std::string_view::npos) break;
    if (end > begin) out.push_back({begin, end, mark});
    at = end + closing.size();
  }
  return out;
}

// "If they are upset, say: “…”": only the quotes are speech. So they are where nothing stands beside them.
bool are_quotes_speech(std::string_view text, const std::vector<Quote>& quotes) {
  if (quotes.empty()) return false;
  const std::string before = plain(text.substr(0, quotes[0].mark));
  if (before.empty()) return trim(text).size() <= quotes[0].end + 3 - quotes[0].mark;
  if (before.ends_with(':')) return true;
  std::string_view words = before;
  if (words.ends_with(',')) words.remove_suffix(1);
  return std::ranges::any_of(saying, [&](std::string_view verb) {
    return words == verb || (words.ends_with(verb) && words[words.size() - verb.size() - 1] == ' ');
  });
}

// Adds `part` without directions in brackets.
void append_said(std::string_view part, const SourcedText& from, SourcedText& out) {
  while (!part.empty()) {
    const std::size_t open = part.find('[');
    const std::size_t close = open == std::string_view::npos ? open : part.find(']', open);
    if (close == std::string_view::npos) break;
    const std::string inside = plain(part.substr(open + 1, close - open - 1));
    const bool is_direction = is_one_of(directions, std::string_view(inside).substr(0, inside.find(' ')));
    out.append(part.substr(0, is_direction ? open : close + 1), from);
    part.remove_prefix(close + 1);
  }
  out.append(part, from);
}

// Lines that are sentences of their own, as in a plain text with one line to say a row.
std::vector<std::string_view> spoken_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (const std::string_view line = trim(text.substr(at, end - at)); !line.empty())
      lines.push_back(line);
    at = end + 1;
  }
  const bool are_sentences =
      std::all_of(lines.begin(), lines.empty() ? lines.end() : lines.end() - 1, [](std::string_view line) {
        return std::string_view(".?!\"").find(line.back()) != std::string_view::npos ||
               line.ends_with("\xE2\x80\x9D");
      });
  if (!are_sentences && !lines.empty()) return {trim(text)};
  return lines;
}

}  // namespace

std::string_view what_is_no_speech(std::string_view text, bool is_emphasised) {
  text = trim(text);
  if (text.empty()) return "empty paragraph";
  const char last = text.back();
  const bool is_bracketed = (text[0] == '[' && last == ']' && text.find(']') == text.size() - 1) ||
                            (text[0] == '(' && last == ')' && text.find(')') == text.size() - 1);
  if (is_bracketed || is_emphasised) return "stage direction";
  if (const std::optional<Labelled> split = split_label(text)) {
    if (is_one_of(silent_labels, plain(split->label))) return "note";
    if (role_of_speaker(split->label) == Role::system) return "note";
  }
  return {};
}

std::vector<ScriptLine> speech_in(const SourcedText& text) {
  std::vector<ScriptLine> out;
  for (std::string_view line : spoken_lines(text.text())) {
    ScriptLine said;
    if (const std::optional<Labelled> split = split_label(line)) {
      if (const std::optional<Role> role = role_of_speaker(split->label)) {
        said.role = *role;
        line = split->rest;
      } else if (is_one_of(saying, plain(split->label)) || column_holds(split->label) == ColumnHolds::speech) {
        line = split->rest;
      }
    }
    const std::vector<Quote> quotes = quotes_in(line);
    if (are_quotes_speech(line, quotes)) {
      for (const Quote& quote : quotes) {
        if (!said.text.text().empty()) said.text.add(" ", text.source(line.substr(quote.mark, 0)));
        append_said(line.substr(quote.begin, quote.end - quote.begin), text, said.text);
      }
    } else {
      append_said(line, text, said.text);
    }
    if (!trim(said.text.text()).empty()) out.push_back(std::move(said));
  }
  return out;
}

ColumnHolds column_holds(std::string_view heading) {
  const std::string name = plain(heading);
  if (is_one_of(speech_columns, name)) return ColumnHolds::speech;
  return is_one_of(other_columns, name) ? ColumnHolds::other : ColumnHolds::anything;
}

bool heads_no_speech(std::string_view heading) {
  std::string name = plain(heading);
  // "3. Notes"
  name.erase(0, std::min(name.find_first_not_of("0123456789. )"), name.size()));
  return std::ranges::any_of(silent_headings, [&](std::string_view start) { return name.starts_with(start); });
}

}  // namespace decant
