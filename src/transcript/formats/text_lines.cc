#include "transcript/formats/text_lines.h"

#include <algorithm>

#include "transcript/formats/fields.h"
#include "transcript/formats/labels.h"

namespace decant {
namespace {

constexpr std::size_t longest_time = 40;

bool is_ruler(std::string_view line) {
  return line.size() >= 3 && line.find_first_not_of(line[0]) == std::string_view::npos &&
         std::string_view("-=*_~#").find(line[0]) != std::string_view::npos;
}

std::string_view skip(std::string_view text, std::string_view characters) {
  const std::size_t first = text.find_first_not_of(characters);
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

// A time needs its colon: "[3] …" is a footnote and "12 …" the start of a sentence.
std::optional<Time> written_time(std::string_view text) {
  if (text.size() > longest_time || text.find(':') == std::string_view::npos) return std::nullopt;
  return time_from(text);
}

char closing_of(char open) {
  return open == '[' ? ']' : open == '(' ? ')' : '\0';
}

// A time before everything else: "[00:12] ", "(3:02 PM) ", "00:00:12 - ".
void take_leading_time(TextLine& line) {
  const std::string_view text = line.rest;
  if (const char closing = closing_of(text[0])) {
    const std::size_t end = text.substr(0, longest_time).find(closing);
    if (end == std::string_view::npos) return;
    line.time = written_time(text.substr(1, end - 1));
    if (!line.time) return;
    line.is_time_sure = true;
    line.rest = skip(text.substr(end + 1), " \t");
  } else if (text[0] >= '0' && text[0] <= '9') {
    // The longest of the first words that is a time: "3:02 PM Dana: …", "2026-03-04 15:02:10 Dana:
    // …".
    std::size_t end = 0;
    for (int words = 0; words < 3 && end < text.size() && end < longest_time; ++words) {
      end = std::min(text.find_first_of(" \t", end + 1), text.size());
      std::string_view candidate = text.substr(0, end);
      if (candidate.ends_with(',')) candidate.remove_suffix(1);
      if (const std::optional<Time> time = written_time(candidate)) {
        line.time = time;
        line.rest = skip(text.substr(end), " \t|");
        if (line.rest.starts_with("- ")) line.rest = skip(line.rest.substr(1), " \t");
      }
    }
  }
}

// "Speaker 1  00:00:12", "Dana Reyes [00:12]", "Agent (00:12): text": a label, then its time.
bool take_label_with_time(TextLine& line) {
  const std::string_view text = line.rest;
  std::size_t time_begin = 0, time_end = 0, after = 0, label_end = 0;
  const std::size_t open = text.substr(0, 64).find_first_of("[(");
  if (open != std::string_view::npos && open > 0) {
    time_begin = open + 1;
    time_end = text.substr(0, open + longest_time).find(closing_of(text[open]), open);
    if (time_end == std::string_view::npos) return false;
    after = time_end + 1;
    label_end = open;
  } else {
    if (text.size() > 64) return false;
    // Only the last word, or the last two with AM and PM, and nothing behind it.
    time_begin = text.find_last_of(" \t") + 1;
    if (time_begin != 0 && !written_time(text.substr(time_begin))) {
      const std::size_t before = text.substr(0, time_begin - 1).find_last_of(" \t");
      time_begin = before == std::string_view::npos ? 0 : before + 1;
    }
    if (time_begin == 0) return false;
    time_end = after = text.size();
    label_end = time_begin - 1;
  }
  const std::string_view label = trim(text.substr(0, label_end));
  const std::optional<Time> time = written_time(text.substr(time_begin, time_end - time_begin));
  if (!time || label.empty()) return false;
  std::string_view rest = text.substr(after);
  const bool has_colon = rest.starts_with(':');
  if (!has_colon && !trim(rest).empty()) return false;
  // "See you at 10:30" ends in a time as well; a label is a name or a word for a role, and "Dana:
  // 10:30" is an answer.
  if (label.find(':') != std::string_view::npos || label.size() > 48) return false;
  if (!is_name_like(label) && !role_of_speaker(label)) return false;
  if (label.find_first_of("?!,;.") != std::string_view::npos && !role_of_speaker(label))
    return false;
  if (is_field_like(label)) return false;
  line.time = time;
  line.is_time_sure = true;
  line.label = label;
  line.rest = has_colon ? trim(rest.substr(1)) : std::string_view();
  return true;
}

void take_event(TextLine& line) {
  const std::string_view text = line.rest;
  std::string_view inside;
  if (text.size() > 2 && text.front() == '<' && text.find('>') == text.size() - 1)
    inside = text.substr(1, text.size() - 2);
  if (text.size() > 6 && text.starts_with("***") && text.ends_with("***"))
    inside = text.substr(3, text.size() - 6);
  inside = trim(inside);
  if (inside.empty()) return;
  line.is_event = true;
  line.rest = inside;
}

TextLine read_line(std::string_view raw) {
  TextLine line;
  line.whole = trim(raw);
  if (is_ruler(line.whole)) line.whole = {};
  line.rest = line.after_time = line.whole;
  if (line.whole.empty()) return line;
  line.indent = static_cast<uint32_t>(line.whole.data() - raw.data());
  const auto starts = std::count_if(line.whole.begin(), line.whole.end(),
                                    [](char c) { return (c & 0xC0) != 0x80; });
  line.width = line.indent + static_cast<uint32_t>(starts);
  take_leading_time(line);
  line.after_time = line.rest;
  if (line.rest.empty()) return line;
  take_event(line);
  if (line.is_event) return line;
  if (!line.time && take_label_with_time(line)) return line;
  if (const std::optional<Labelled> split = split_label(line.rest)) {
    line.label = split->label;
    line.rest = split->rest;
  }
  return line;
}

}  // namespace

std::vector<TextLine> text_lines_of(std::string_view text, IgnoreComments* comments) {
  std::vector<TextLine> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::optional<std::string_view> line = text.substr(at, end - at);
    if (comments) line = comments->take(*line);
    if (line) lines.push_back(read_line(*line));
    at = end + 1;
  }
  return lines;
}

bool is_list_item(std::string_view line) {
  for (std::string_view mark : {"- ", "* ", "+ ", "> ", "# ", "\xE2\x80\xA2"})
    if (line.starts_with(mark)) return true;
  const std::size_t digits = line.find_first_not_of("0123456789");
  return digits != std::string_view::npos && digits > 0 && digits < 4 &&
         (line[digits] == '.' || line[digits] == ')') && digits + 1 < line.size() &&
         line[digits + 1] == ' ';
}

}  // namespace decant
