#include "transcript/formats/cue_text.h"

#include <algorithm>

#include "transcript/formats/entities.h"
#include "transcript/formats/fields.h"
#include "transcript/formats/labels.h"

namespace decant {
namespace {

constexpr std::size_t longest_entity = 10;
constexpr std::size_t longest_name = 48;

// What stands in brackets in captions and is nobody's name.
constexpr std::string_view sounds[] = {
    "applause", "beep",    "coughs",   "crosstalk", "hold music", "inaudible",
    "laughing", "laughs",  "laughter", "music",     "noise",      "pause",
    "ringing",  "silence", "sigh",     "sighs",     "typing",     "unclear"};

std::string plain_text(std::string_view line) {
  std::string out;
  take_apart(line, true, [&](const CuePiece& piece) {
    out += piece.kind == CuePiece::Kind::words ? piece.source : std::string_view(piece.text);
  });
  return out;
}

// "v.agent.loud Dana Reyes" → a voice with its name, and the role of the class that is a word for
// one.
CuePiece voice(std::string_view tag, std::string_view source) {
  const std::size_t space = std::min(tag.find_first_of(" \t"), tag.size());
  CuePiece piece{CuePiece::Kind::voice, source, {}, std::nullopt};
  // A name may hold entities, but no tag: the tag would have ended with it.
  piece.text = plain_text(trim(tag.substr(space)));
  for (std::string_view classes = tag.substr(1, space - 1); classes.starts_with('.');) {
    classes.remove_prefix(1);
    const std::size_t end = std::min(classes.find('.'), classes.size());
    if (!piece.role) piece.role = role_of_label(classes.substr(0, end));
    classes.remove_prefix(end);
  }
  return piece;
}

bool is_voice(std::string_view tag) {
  return tag.starts_with('v') &&
         (tag.size() == 1 || tag[1] == ' ' || tag[1] == '.' || tag[1] == '\t');
}

bool is_subtitle_tag(std::string_view tag) {
  if (tag.starts_with('/')) tag.remove_prefix(1);
  const std::string_view name = tag.substr(0, tag.find(' '));
  return name == "i" || name == "b" || name == "u" || name == "font" || name == "s" ||
         is_voice(tag);
}

}  // namespace

void take_apart(std::string_view line, bool has_markup,
                const std::function<void(const CuePiece&)>& piece) {
  std::size_t words = 0;  // where the run of plain words starts
  const auto flush = [&](std::size_t end) {
    if (end > words)
      piece({CuePiece::Kind::words, line.substr(words, end - words), {}, std::nullopt});
  };
  // Where no '>' follows any more there is no use in looking for one at every '<'.
  bool has_closing = true;
  for (std::size_t at = 0; at < line.size();) {
    const char c = line[at];
    if (c == '<' && has_closing) {
      const std::size_t end = line.find('>', at);
      has_closing = end != std::string_view::npos;
      const std::string_view tag =
          has_closing ? line.substr(at + 1, end - at - 1) : std::string_view();
      if (has_closing && (has_markup || is_subtitle_tag(tag))) {
        flush(at);
        const std::string_view source = line.substr(at, end + 1 - at);
        if (is_voice(tag)) piece(voice(tag, source));
        at = words = end + 1;
        continue;
      }
    } else if (c == '{' && !has_markup && line.substr(at, 2) == "{\\") {
      const std::size_t end = line.substr(0, at + 64).find('}', at);
      if (end != std::string_view::npos) {
        flush(at);
        at = words = end + 1;
        continue;
      }
    } else if (c == '&' && has_markup) {
      const std::size_t end = line.substr(0, at + longest_entity).find(';', at);
      const std::optional<std::string> text = end == std::string_view::npos
                                                  ? std::nullopt
                                                  : entity_text(line.substr(at + 1, end - at - 1));
      if (text) {
        flush(at);
        piece({CuePiece::Kind::entity, line.substr(at, end + 1 - at), *text, std::nullopt});
        at = words = end + 1;
        continue;
      }
    }
    ++at;
  }
  flush(line.size());
}

std::string_view name_in_brackets(std::string_view line) {
  line = trim(line);
  if (!line.starts_with('(') || !line.ends_with(')') || line.size() < 3 ||
      line.size() > longest_name)
    return {};
  const std::string_view name = trim(line.substr(1, line.size() - 2));
  if (role_of_speaker(name)) return name;
  for (std::string_view sound : sounds)
    if (equals_in_any_case(name, sound)) return {};
  return is_name_like(name) && !is_field_like(name) ? name : std::string_view();
}

}  // namespace decant
