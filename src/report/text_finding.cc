#include <algorithm>
#include <vector>

#include "report/figures.h"
#include "report/masked.h"
#include "report/text_parts.h"
#include "report/terminal.h"
#include "text/width.h"

#include <fmt/format.h>

namespace decant {
namespace {

Ink ink_of(const Finding& finding) {
  switch (finding.type) {
    case FindingType::credit: return Ink::good;
    case FindingType::note: return Ink::note;
    case FindingType::fault: break;
  }
  switch (finding.severity) {
    case Severity::advice: return Ink::advice;
    case Severity::warning: return Ink::warning;
    case Severity::error: return Ink::error;
    case Severity::critical: return Ink::critical;
  }
  return Ink::plain;
}

// Why a finding counts for less than its rule says; empty if it does not.
std::string reduction(const Finding& finding) {
  if (finding.is_trial) return "on trial";
  std::string out;
  if (finding.softened > 0) out = fmt::format("softened {} %", finding.softened);
  if (finding.points < finding.due) out += out.empty() ? "cap reached" : ", cap reached";
  return out;
}

// Where `text` was cut its first or last word may be half of one: go to a space, if there is one not too far away.
std::string_view from_next_word(std::string_view text) {
  constexpr std::size_t longest_word = 20;
  const std::size_t space = text.find(' ');
  return space < longest_word ? text.substr(space + 1) : text;
}
std::string_view to_last_word(std::string_view text) {
  constexpr std::size_t longest_word = 20;
  const std::size_t space = text.rfind(' ');
  return space != std::string_view::npos && text.size() - space < longest_word ? text.substr(0, space) : text;
}

// A quote in three parts, cut so that all of it takes `columns` at most. The hit comes first; what room it leaves is
// shared by what was said before and after it.
struct Excerpt {
  std::string before, hit, after;
};

Excerpt excerpt(std::string_view quote, Span mark, int columns) {
  const auto is_inside = [&](uint32_t at) {  // a character, not between two
    return at > 0 && at < quote.size() && (quote[at] & 0xC0) == 0x80;
  };
  mark.end = std::min(mark.end, static_cast<uint32_t>(quote.size()));
  mark.begin = std::min(mark.begin, mark.end);
  while (is_inside(mark.begin)) --mark.begin;
  while (is_inside(mark.end)) ++mark.end;
  Excerpt out{harmless(quote.substr(0, mark.begin)), harmless(quote.substr(mark.begin, mark.size())),
              harmless(quote.substr(mark.end))};
  const int before = display_width(out.before), hit = display_width(out.hit), after = display_width(out.after);
  if (before + hit + after <= columns) return out;

  const int hit_room = std::max(columns * 2 / 3, 10);
  if (hit > hit_room) {
    const std::string_view whole = out.hit;
    out.hit = std::string(to_last_word(beginning(whole, hit_room / 2))) + " … " +
              std::string(from_next_word(ending(whole, hit_room / 2 - 3)));
  }
  const int room = std::max(columns - display_width(out.hit) - 2, 0);  // two for the ellipses
  const int before_room = std::max(room / 2, room - after);
  const int after_room = std::max(room / 2, room - before);
  if (before > before_room)
    out.before = "…" + std::string(from_next_word(ending(out.before, before_room)));
  if (after > after_room) out.after = std::string(to_last_word(beginning(out.after, after_room))) + "…";
  return out;
}

void write_quote(std::string_view label, std::string_view quote, Span mark, Ink ink, const Sheet& sheet,
                 std::string& out) {
  constexpr int least_quote = 120;
  const int room = std::max(2 * (sheet.columns - gutter), least_quote) - 4;
  const Excerpt parts = excerpt(quote, mark, room);
  Passage passage("“");
  passage.add(parts.before);
  // Signs around the hit, unlike a line of carets below it, survive wrapping, wide characters and pasting into a mail.
  if (!sheet.colour && !parts.hit.empty()) passage.add("›").add(parts.hit).add("‹");
  else passage.add(parts.hit, ink, true);
  passage.add(parts.after).add("”");
  write_gutter(label, Ink::faint, sheet, out);
  passage.print_wrapped(sheet, std::max(gutter, display_width(label) + 2), gutter, out);
}

// Short facts, several to a line while they fit.
void write_facts(const std::vector<std::string>& facts, const Sheet& sheet, std::string& out) {
  constexpr std::string_view between = " · ";
  const int room = sheet.columns - gutter;
  std::string line;
  const auto finish = [&] {
    write_gutter("", Ink::plain, sheet, out);
    Passage(line, Ink::faint).print_wrapped(sheet, gutter, gutter, out);
  };
  for (const std::string& fact : facts) {
    if (!line.empty() && display_width(line) + 3 + display_width(fact) > room) {
      finish();
      line.clear();
    }
    if (!line.empty()) line += between;
    line += fact;
  }
  if (!line.empty()) finish();
}

// "path:line:column", which terminals and editors open at a click, where it fits on a line; the heading has the path.
std::string place_of(const std::string& path, uint32_t line, uint32_t column, const Sheet& sheet) {
  if (line == 0) return harmless(path);
  const std::string place = column ? fmt::format("{}:{}", line, column) : std::to_string(line);
  const std::string whole = harmless(path) + ':' + place;
  if (!path.empty() && display_width(whole) <= sheet.columns - gutter) return whole;
  return (column ? "" : "line ") + place;
}

}  // namespace

void write_finding(const Finding& finding, const Verdict& verdict, bool show_pii, bool with_better_words,
                   const Sheet& sheet, std::string& out) {
  const Rule& rule = *finding.rule;
  const Ink ink = ink_of(finding);
  const bool is_fault = finding.type == FindingType::fault;
  write_gutter(label_of(finding), ink, sheet, out);

  const std::string why_less = reduction(finding);
  std::vector<std::string> facts{harmless(rule.name)};
  Passage points;
  if (finding.type != FindingType::note) {
    const std::string amount = signed_points(finding.type, finding.points);
    constexpr int least_message = 40;  // columns that the message keeps beside a long remark
    const int beside = sheet.columns - gutter - least_message;
    if (!why_less.empty() && display_width(why_less) + display_width(amount) + 4 <= beside)
      points.add(why_less, Ink::faint).add("  ");
    else if (!why_less.empty())
      facts.push_back(why_less);
    points.add(amount, ink);
  }
  Passage(rule.message, Ink::strong).print_wrapped(sheet, gutter, gutter, out, points.width() + 2, points);

  const ShownWords words = shown_words(finding, show_pii);
  const std::string time = clock_time(finding.start);
  if (!words.quote.empty())
    write_quote(time, words.quote, finding.mark, ink, sheet, out);
  else if (!words.text.empty())
    write_quote(time, words.text, {0, static_cast<uint32_t>(words.text.size())}, ink, sheet, out);

  if (with_better_words && is_fault && !rule.say_instead.empty()) {
    constexpr std::string_view label = "instead: ";
    constexpr int narrow = 60;
    write_gutter("", Ink::plain, sheet, out);
    Passage better(label, Ink::good);
    better.add("“").add(rule.say_instead.front()).add("”");
    const int hanging = sheet.columns < narrow ? 2 : display_width(label);
    better.print_wrapped(sheet, gutter, gutter + hanging, out);
  }

  if (!finding.detail.empty()) facts.push_back(harmless(finding.detail));
  for (const FindingCue& cue : finding.cues) facts.push_back(fmt::format("{:+} {}", cue.weight, harmless(cue.name)));
  if (finding.turn) {
    facts.push_back(fmt::format("{}, turn {}", name(finding.role), *finding.turn + 1));
    facts.push_back(place_of(verdict.path, finding.at.line, finding.at.column, sheet));
  } else {
    facts.push_back("nowhere in the conversation");
  }
  write_facts(facts, sheet, out);
}

void write_error(const Error& error, bool show_pii, const Sheet& sheet, std::string& out) {
  write_gutter("error", Ink::error, sheet, out);
  Passage(shown(error.what, show_pii), Ink::strong).print_wrapped(sheet, gutter, gutter, out);
  if (!error.source_line.empty()) {
    const std::string line = shown(error.source_line, show_pii);
    const uint32_t at = error.place.column ? error.place.column - 1 : 0;
    write_quote("", line, {at, error.place.column ? at + 1 : 0}, Ink::error, sheet, out);
  }
  if (!error.hint.empty()) {
    write_gutter("", Ink::plain, sheet, out);
    Passage(error.hint).print_wrapped(sheet, gutter, gutter, out);
  }
  const Place& place = error.place;
  if (place.line) write_facts({place_of(place.path, place.line, place.column, sheet)}, sheet, out);
}

}  // namespace decant
