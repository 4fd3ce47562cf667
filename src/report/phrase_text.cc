#include "report/phrase_text.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/rule_text.h"
#include "report/text_parts.h"
#include "text/width.h"

namespace decant {
namespace {

constexpr int widest_written = 22;         // of a gloss that shares its line with its meaning
constexpr std::size_t most_samples = 12;   // texts of a sort
constexpr std::size_t most_literals = 24;

void write_samples(std::string_view label, const std::vector<std::string>& texts, std::size_t more, const Sheet& sheet,
                   std::string& out) {
  for (const std::string& text : texts) write_entry(&text == &texts.front() ? label : "", Passage(text), sheet, out);
  if (more > 0) write_entry("", Passage(fmt::format("… and {} more made from its alternatives", more), Ink::faint), sheet, out);
}

}  // namespace

void write_glosses(std::span<const Gloss> glosses, const Sheet& sheet, std::string& out) {
  int widest = 0;
  for (const Gloss& gloss : glosses)
    if (const int width = display_width(gloss.written); width <= widest_written) widest = std::max(widest, width);
  const int column = gutter + widest + 2;
  bool is_first = true;
  for (const Gloss& gloss : glosses) {
    write_gutter(is_first ? "read as" : "", Ink::plain, sheet, out);
    is_first = false;
    const int width = display_width(gloss.written);
    if (width <= widest) {
      Passage(gloss.written, Ink::strong).print(sheet, out);
      out.append(static_cast<std::size_t>(widest - width + 2), ' ');
    } else {
      Passage(gloss.written, Ink::strong).print_wrapped(sheet, gutter, gutter, out);
      out.append(static_cast<std::size_t>(column), ' ');
    }
    Passage(gloss.meaning).print_wrapped(sheet, column, column, out);
  }
}

void write_phrase(std::string_view text, const PhraseNode* phrase, const ListLookup& lists, const PatternSpec& pattern,
                  const std::vector<std::string>& literals, const Sheet& sheet, std::string& out) {
  write_entry("phrase", Passage(text, Ink::strong), sheet, out);
  if (phrase) write_entry("", Passage("whole words in any case, over any white space; a comma or a hyphen may stand between them"), sheet, out);
  std::vector<Gloss> glosses;
  add_glosses(text, lists, glosses);
  write_glosses(glosses, sheet, out);
  if (phrase) {
    const PhraseSamples samples = phrase_samples(*phrase, lists, pattern, most_samples);
    write_samples("fires on", samples.fires, samples.more, sheet, out);
    write_samples("quiet on", samples.quiet, 0, sheet, out);
  }
  write_entry("regex", Passage(pattern.regex), sheet, out);
  std::vector<std::string> shown(literals.begin(), literals.begin() + static_cast<std::ptrdiff_t>(std::min(literals.size(), most_literals)));
  if (shown.size() < literals.size()) shown.push_back(fmt::format("… {} more", literals.size() - shown.size()));
  write_entry("asked", Passage(literals.empty() ? "of every turn: no word must be in it"
                                                : fmt::format("only where a turn has: {}", fmt::join(shown, ", "))), sheet, out);
}

}  // namespace decant
