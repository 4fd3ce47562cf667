#include <string>

#include "report/text_parts.h"

#include <fmt/format.h>

namespace decant {
namespace {

void write_line(std::string_view label, const Passage& passage, const Sheet& sheet, std::string& out) {
  write_gutter(label, Ink::faint, sheet, out);
  passage.print_wrapped(sheet, gutter, gutter + 2, out);
}

// "lost 30 of 40 in Promises: 32 taken, 2 given back"; what was taken is the sum of the points at the findings.
Passage loss_of(const SectionScore& section) {
  Passage out(fmt::format("lost {} of {} in {}", to_string(section.lost), to_string(section.weight), section.name));
  if (section.lost == section.faults) return out;
  out.add(fmt::format(": {} taken", to_string(section.faults)));
  if (section.credits > Points{}) out.add(fmt::format(", {} given back", to_string(section.credits)));
  if (section.lost == section.weight) out.add(", all there was to lose");
  return out;
}

void append_listed(const std::string& text, std::string& list) { list += (list.empty() ? "" : ", ") + text; }

}  // namespace

void write_ledger(const Score& score, const Sheet& sheet, std::string& out) {
  if (!score.is_scored()) {
    write_line("unscored", Passage(score.unscored), sheet, out);
    return;
  }
  Points weight, lost;
  std::string kept, not_applicable;
  for (const SectionScore& section : score.sections) {
    if (!section.is_applicable) {
      append_listed(section.name, not_applicable);
      continue;
    }
    weight += section.weight;
    lost += section.lost;
    if (section.faults == Points{}) append_listed(to_string(section.weight) + " in " + section.name, kept);
  }
  Passage total(to_tenths(score.total), Ink::strong);
  if (weight > Points{}) total.add(fmt::format(" = 100 × (1 − {} ÷ {})", to_string(lost), to_string(weight)));
  write_line("score", total, sheet, out);
  for (const SectionScore& section : score.sections)
    if (section.is_applicable && section.faults > Points{}) write_line("", loss_of(section), sheet, out);
  if (!kept.empty()) write_line("", Passage("kept " + kept, Ink::faint), sheet, out);
  if (!not_applicable.empty())
    write_line("", Passage("not applicable: " + not_applicable, Ink::faint), sheet, out);

  std::string impacts;
  for (std::size_t i = 0; i < score.is_critical.size(); ++i)
    if (score.is_critical[i]) append_listed(std::string(name(static_cast<Impact>(i))), impacts);
  if (impacts.empty()) return;
  Passage critical("0.0", Ink::critical);
  critical.add(fmt::format(" in the end: a critical finding ({} impact)", impacts));
  write_line("", critical, sheet, out);
}

}  // namespace decant
