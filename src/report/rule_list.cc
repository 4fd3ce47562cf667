// Lists of packs and rules.
#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "report/figures.h"
#include "report/rule_text.h"
#include "report/text_parts.h"
#include "text/width.h"

namespace decant {
namespace {

constexpr int indent = 2;
constexpr int narrow = 72;  // columns below which a rule takes two lines

std::string_view id_of(const Rule& rule) { return std::string_view(rule.name).substr(rule.pack.size() + 1); }

std::string_view weight_of(const Rule& rule) {
  return rule.type == FindingType::fault ? name(rule.severity) : name(rule.type);
}

std::string points_column(const Rule& rule) {
  return rule.type == FindingType::note ? "" : signed_points(rule.type, rule.points);
}

// How wide the columns are, so that those of all packs in a list stand below each other.
struct Columns {
  int id = 0, kind = 0, weight = 0, points = 0;

  void fit(const RulePack& pack) {
    for (const Rule& rule : pack.rules) {
      id = std::max(id, display_width(id_of(rule)));
      kind = std::max(kind, display_width(rule.kind));
      weight = std::max(weight, display_width(weight_of(rule)));
      points = std::max(points, display_width(points_column(rule)));
    }
  }
};

void pad(int columns, std::string& out) { out.append(static_cast<std::size_t>(std::max(columns, 0)), ' '); }

void write_line(const Rule& rule, const Columns& columns, const Sheet& sheet, std::string& out) {
  pad(indent, out);
  Passage(id_of(rule), Ink::strong).print(sheet, out);
  pad(columns.id - display_width(id_of(rule)) + 2, out);
  out += rule.kind;
  pad(columns.kind - display_width(rule.kind) + 2, out);
  out += weight_of(rule);
  pad(columns.weight - display_width(weight_of(rule)) + 2, out);
  const std::string points = points_column(rule);
  pad(columns.points - display_width(points), out);
  out += points;
  int at = indent + columns.id + columns.kind + columns.weight + columns.points + 6;
  if (sheet.columns < narrow || sheet.columns - at < 24) {
    out += '\n';
    at = 2 * indent;
    pad(at, out);
  } else {
    out += "  ";
    at += 2;
  }
  Passage message(rule.message);
  if (rule.is_trial) message.add(" (on trial)", Ink::faint);
  message.print_wrapped(sheet, at, at, out);
}

void write_rules(const RulePack& pack, const Columns& columns, const Sheet& sheet, std::string& out) {
  for (const Rule& rule : pack.rules) write_line(rule, columns, sheet, out);
}

}  // namespace

void write_pack_list(const RuleBook& book, const Sheet& sheet, std::string& out) {
  Columns columns;
  for (const RulePack& pack : book.packs) columns.fit(pack);
  for (const RulePack& pack : book.packs) {
    if (!out.empty()) out += '\n';
    write_heading(Passage(pack.name, Ink::strong), Passage(pack.title), Passage(pack.version, Ink::faint), sheet, out);
    write_rules(pack, columns, sheet, out);
  }
}

void write_pack(const RulePack& pack, const Sheet& sheet, std::string& out) {
  write_heading(Passage(pack.name, Ink::strong), Passage(pack.title), Passage(pack.version, Ink::faint), sheet, out);
  write_entry("why", Passage(pack.why), sheet, out);
  if (const std::string source = to_string(pack.source); !source.empty()) write_entry("source", Passage(source), sheet, out);
  write_entry("language", Passage(pack.language), sheet, out);
  write_entry("at", Passage(pack.place.path, Ink::faint), sheet, out);
  out += '\n';
  Columns columns;
  columns.fit(pack);
  write_rules(pack, columns, sheet, out);
}

}  // namespace decant
