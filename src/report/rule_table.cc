#include "report/rule_table.h"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "json/writer.h"
#include "report/figures.h"
#include "report/terminal.h"
#include "text/width.h"

#ifndef DECANT_VERSION
#define DECANT_VERSION "dev"
#endif

namespace decant {
namespace {

using Row = std::array<std::string, 8>;

constexpr std::size_t message_column = 7;

Row row_of(const Rule& rule) {
  const std::string points = rule.type == FindingType::note ? "" : signed_points(rule.type, rule.points);
  return {harmless(rule.name),
          rule.kind,
          std::string(rule.type == FindingType::fault ? name(rule.severity) : name(rule.type)),
          points,
          rule.cap ? to_string(*rule.cap) : "",
          std::string(name(rule.impact)),
          std::string(name(rule.owner)),
          harmless(rule.is_trial ? rule.message + " (on trial)" : rule.message)};
}

bool is_number(std::size_t column) { return column == 3 || column == 4; }

// How a table is laid out: which columns there is room for, and how wide they are.
struct Layout {
  std::array<int, 8> widths{};
  std::array<bool, 8> is_shown{};
  int message = 0;  // columns for the message; 0: as many as it takes

  int width_before_message() const {
    int sum = 0;
    for (std::size_t i = 0; i < message_column; ++i) sum += is_shown[i] ? widths[i] + 2 : 0;
    return sum;
  }
};

// On a narrow sheet columns go, those that tell least first; at last the name gives way.
Layout layout_of(const std::vector<Row>& rows, int columns) {
  constexpr int least_message = 20, least_name = 12;
  Layout out;
  out.is_shown.fill(true);
  for (const Row& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) out.widths[i] = std::max(out.widths[i], display_width(row[i]));
  if (columns == 0) return out;
  for (const std::size_t dispensable : {5, 6, 4, 1, 3})
    if (out.width_before_message() + least_message > columns) out.is_shown[dispensable] = false;
  const int lacking = out.width_before_message() + least_message - columns;
  if (lacking > 0) out.widths[0] = std::max(out.widths[0] - lacking, least_name);
  out.message = std::max(columns - out.width_before_message(), 1);
  return out;
}

void write_row(const Row& row, const Layout& layout, std::string& out) {
  std::string line;
  for (std::size_t i = 0; i < message_column; ++i) {
    if (!layout.is_shown[i]) continue;
    const std::string cell = shortened_in_front(row[i], std::max(layout.widths[i], 1));
    const auto padding = static_cast<std::size_t>(layout.widths[i] - display_width(cell));
    if (is_number(i)) line.append(padding, ' ');
    line += cell;
    line.append((is_number(i) ? 0 : padding) + 2, ' ');
  }
  line += layout.message ? shortened(row[message_column], layout.message) : row[message_column];
  out += line + '\n';
}

void write_rule_json(const Rule& rule, const RulePack& pack, json::Writer& json) {
  json.begin_object();
  json.member("name", std::string_view(rule.name)).member("pack", std::string_view(rule.pack));
  json.member("kind", std::string_view(rule.kind)).member("type", name(rule.type));
  json.member("severity", name(rule.severity)).member("points", rule.points).key("cap");
  rule.cap ? json.value(*rule.cap) : json.null();
  json.member("impact", name(rule.impact)).member("owner", name(rule.owner)).key("roles").begin_array();
  for (int role = 0; role < role_count; ++role)
    if (rule.roles.has(static_cast<Role>(role))) json.value(name(static_cast<Role>(role)));
  json.end_array().key("channels").begin_array();
  for (const std::string& channel : rule.channels) json.value(std::string_view(channel));
  json.end_array().member("trial", rule.is_trial).member("message", std::string_view(rule.message));
  json.member("why", std::string_view(rule.why.empty() ? pack.why : rule.why)).key("say_instead").begin_array();
  for (const std::string& text : rule.say_instead) json.value(std::string_view(text));
  json.end_array().member("title", std::string_view(pack.title));
  json.key("source").begin_object().member("article", std::string_view(pack.source.article));
  json.member("author", std::string_view(pack.source.author)).member("section", std::string_view(pack.source.section)).end_object();
  json.key("place").begin_object().member("path", std::string_view(rule.place.path));
  json.member("line", rule.place.line).member("column", rule.place.column).end_object();
  json.end_object();
}

}  // namespace

void write_rule_table(const RuleBook& book, int columns, std::string& out) {
  std::vector<Row> rows{{"rule", "kind", "severity", "points", "cap", "impact", "owner", "message"}};
  for (const Rule* rule : book.rules) rows.push_back(row_of(*rule));
  const Layout layout = layout_of(rows, columns);
  for (const Row& row : rows) write_row(row, layout, out);
}

void write_rules_json(const RuleBook& book, const std::string& pack_hash, std::string& out) {
  // A rule a line, so that people can still search it.
  std::string rules;
  for (const RulePack& pack : book.packs)
    for (const Rule& rule : pack.rules) {
      rules += rules.empty() ? "\n" : ",\n";
      json::Writer json(rules);
      write_rule_json(rule, pack, json);
    }
  json::Writer json(out);
  json.begin_object().key("decant").begin_object().member("version", DECANT_VERSION).end_object();
  json.member("pack_hash", std::string_view(pack_hash)).key("rules").raw("[" + rules + "\n]").end_object();
  out += '\n';
}

}  // namespace decant
