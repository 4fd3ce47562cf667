#include "transcript/formats/mail_text.h"

#include <algorithm>
#include <string>

#include "transcript/formats/fields.h"

namespace decant {
namespace {

constexpr std::size_t longest_signature = 12;        // lines
constexpr std::size_t longest_signature_line = 70;   // bytes
constexpr std::size_t longest_introduction = 3;      // lines of "On …, … wrote:"
constexpr std::size_t lines_of_headers = 6;

using Lines = std::vector<std::string_view>;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return out;
}

Lines lines_of(std::string_view text) {
  Lines lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    lines.push_back(line);
    at = end + 1;
  }
  return lines;
}

// An mbox puts '>' before a line that starts with "From ", lest it be taken for the next mail.
bool is_escaped(std::string_view line) { return line.starts_with(">From "); }

bool is_quoted(std::string_view line) { return trim(line).starts_with('>') && !is_escaped(line); }

// "On Wed, 4 Mar 2026 at 15:02, Pat Smith <pat@plum.example> wrote:" in the languages of mail programs.
constexpr struct {
  std::string_view start, verb;
} introductions[] = {{"on ", "wrote"},      {"am ", "schrieb"},  {"le ", "a écrit"},   {"el ", "escribió"}, {"il ", "ha scritto"},
                     {"op ", "schreef"},    {"em ", "escreveu"}, {"den ", "skrev"},    {"w dniu ", "pisze"}};

// How many lines from `at` on are such an introduction; 0 if they are none.
std::size_t introduction(const Lines& lines, std::size_t at) {
  std::string joined;
  for (std::size_t count = 1; count <= longest_introduction && at + count <= lines.size(); ++count) {
    const std::string_view line = trim(lines[at + count - 1]);
    if (line.empty() || is_quoted(line)) return 0;
    joined += (joined.empty() ? "" : " ") + lower(line);
    const bool has_number = joined.find_first_of("0123456789") != std::string::npos;
    const bool names_time_or_mail = joined.find_first_of("@") != std::string::npos || joined.find(':') + 1 < joined.size();
    for (const auto& [start, verb] : introductions)
      if (has_number && names_time_or_mail && joined.starts_with(start) && joined.ends_with(':') &&
          joined.find(verb) != std::string::npos)
        return count;
  }
  return 0;
}

// "-----Original Message-----" and its translations.
bool is_divider(std::string_view raw) {
  const std::string line = lower(trim(raw));
  if (!line.starts_with("--") || !line.ends_with("--")) return false;
  for (const std::string_view word : {"original message", "original-nachricht", "originalnachricht", "ursprüngliche nachricht", "forwarded message",
                                      "weitergeleitete nachricht", "message d'origine", "message transféré", "mensaje original",
                                      "messaggio originale", "oorspronkelijk bericht", "mensagem original", "original appointment"})
    if (line.find(word) != std::string::npos) return true;
  return false;
}

// The name of a header in a quoted block such as "*From:* Pat Smith"; empty if the line starts with none.
std::string header_name(std::string_view raw) {
  std::string_view line = trim(raw);
  while (line.starts_with('*')) line.remove_prefix(1);
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon > 12) return {};
  std::string name = lower(trim(line.substr(0, colon)));
  while (name.ends_with('*')) name.pop_back();
  return name;
}

// Outlook quotes without any mark: From, Sent, To and Subject, and all that follows.
bool is_header_block(const Lines& lines, std::size_t at) {
  constexpr std::string_view first[] = {"from", "von", "de", "da", "van", "från", "fra", "od"};
  constexpr std::string_view others[] = {"sent", "date", "to", "subject", "cc", "gesendet", "datum", "an", "betreff", "envoyé", "à", "objet",
                                         "enviado", "para", "asunto", "inviato", "a", "oggetto", "verzonden", "aan", "onderwerp", "assunto"};
  if (std::ranges::find(first, header_name(lines[at])) == std::end(first)) return false;
  std::size_t found = 0;
  for (std::size_t i = at + 1; i < std::min(lines.size(), at + lines_of_headers); ++i)
    found += std::ranges::find(others, header_name(lines[i])) != std::end(others);
  return found >= 2;
}

bool is_ruler(std::string_view line) {
  return line.size() >= 10 && line.find_first_not_of("_-*= ") == std::string_view::npos;
}

Lines without_quotes(const Lines& lines, std::size_t& left_out) {
  Lines kept;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::size_t end = 0;  // of what is quoted from here on
    if (is_quoted(lines[i])) end = i + 1;
    if (is_divider(lines[i]) || is_header_block(lines, i)) end = lines.size();
    if (is_ruler(lines[i]) && i + 1 < lines.size() && is_header_block(lines, i + 1)) end = lines.size();
    if (const std::size_t count = introduction(lines, i)) {
      // Quoted lines may be answered one by one; what is quoted without a mark goes to the end.
      std::size_t next = i + count;
      while (next < lines.size() && trim(lines[next]).empty()) ++next;
      end = next < lines.size() && !is_quoted(lines[next]) ? lines.size() : i + count;
    }
    if (end == 0) {
      kept.push_back(is_escaped(lines[i]) ? lines[i].substr(1) : lines[i]);
      continue;
    }
    left_out += end - i;
    // Both sides of a quotation are paragraphs of their own.
    if (!kept.empty() && !kept.back().empty()) kept.push_back(lines[i].substr(0, 0));
    i = end - 1;
  }
  return kept;
}

bool is_sign_off(std::string_view raw) {
  std::string line = lower(trim(raw));
  while (!line.empty() && std::string_view(",.! -").find(line.back()) != std::string_view::npos) line.pop_back();
  constexpr std::string_view known[] = {
      "all the best",      "best",           "best regards",         "best wishes",          "bien à vous",    "cheers",
      "cordialement",      "cordiali saluti", "freundliche grüße",   "gruß",                 "grüße",          "kind regards",
      "kindest regards",   "kindly",         "liebe grüße",          "many thanks",          "met vriendelijke groet",
      "mfg",               "mit freundlichen grüßen", "regards",     "respectfully",         "saludos",        "sincerely",
      "sincerely yours",   "thank you",      "thank you and regards", "thanks",              "thanks and regards", "thanks in advance",
      "un saludo",         "viele grüße",    "warm regards",         "warmly",               "with best regards", "with kind regards",
      "yours",             "yours faithfully", "yours sincerely",    "yours truly"};
  return std::ranges::find(known, line) != std::end(known);
}

bool is_name_of(std::string_view raw, std::string_view writer) {
  const std::string_view line = trim(raw);
  if (writer.empty() || line.empty()) return false;
  return equals_in_any_case(line, writer) || equals_in_any_case(line, writer.substr(0, writer.find(' ')));
}

bool is_advertisement(std::string_view raw) {
  const std::string line = lower(trim(raw));
  return line.starts_with("sent from my ") || line.starts_with("sent from outlook") || line.starts_with("sent via ") ||
         line.starts_with("get outlook for ") || line.starts_with("von meinem iphone") || line.starts_with("envoyé de mon ");
}

// A paragraph that a lawyer wrote.
bool is_disclaimer(const std::string& paragraph) {
  const auto holds = [&](std::string_view words) { return paragraph.find(words) != std::string::npos; };
  const bool is_of_this_mail = holds("this e-mail") || holds("this email") || holds("this message") || holds("this communication") ||
                               holds("diese e-mail") || holds("ce message") || holds("este mensaje");
  return holds("intended recipient") || holds("confidentiality notice") || holds("before printing this") ||
         (is_of_this_mail && (holds("confidential") || holds("privileged") || holds("intended solely") || holds("vertraulich") ||
                              holds("confidentiel")));
}

// Where the signature starts; the number of lines if there is none.
std::size_t signature(const Lines& lines, std::string_view writer) {
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (trim(lines[i]) == "--" || trim(lines[i]) == "—") return i;
  std::size_t first = lines.size(), filled = 0;
  for (std::size_t i = lines.size(); i-- > 0 && filled < longest_signature;) {
    const std::string_view line = trim(lines[i]);
    if (line.empty()) continue;
    ++filled;
    if (is_sign_off(line) || is_name_of(line, writer)) first = i;
    // A sentence is no part of a signature.
    if (line.size() > longest_signature_line || line.ends_with('?') || (line.ends_with('.') && line.find(' ') != std::string_view::npos)) break;
  }
  return first;
}

Lines without_disclaimers(const Lines& lines, std::size_t& left_out) {
  Lines kept;
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t end = i;
    std::string paragraph;
    while (end < lines.size() && !trim(lines[end]).empty()) paragraph += lower(lines[end++]) + ' ';
    if (!paragraph.empty() && is_disclaimer(paragraph)) {
      left_out += end - i;
    } else {
      for (std::size_t line = i; line < end; ++line) {
        if (is_advertisement(lines[line])) {
          ++left_out;
        } else {
          kept.push_back(lines[line]);
        }
      }
    }
    if (end < lines.size()) kept.push_back(lines[end]);
    i = end + 1;
  }
  return kept;
}

void trim_lines(Lines& lines) {
  while (!lines.empty() && trim(lines.back()).empty()) lines.pop_back();
  const auto first = std::ranges::find_if(lines, [](std::string_view line) { return !trim(line).empty(); });
  lines.erase(lines.begin(), first);
}

}  // namespace

MailText mail_text(std::string_view text, std::string_view writer) {
  MailText out;
  Lines lines = without_disclaimers(without_quotes(lines_of(text), out.quoted), out.signature);
  trim_lines(lines);
  // A mail that says nothing but "Thank you" says that.
  if (const std::size_t end = signature(lines, writer); end > 0 && end < lines.size()) {
    out.signature += static_cast<std::size_t>(std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(end), lines.end(),
                                                            [](std::string_view line) { return !trim(line).empty(); }));
    lines.resize(end);
    trim_lines(lines);
  }
  out.lines = std::move(lines);
  return out;
}

}  // namespace decant
