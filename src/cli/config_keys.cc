#include "cli/config_keys.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include <fmt/format.h>

#include "transcript/formats.h"

namespace decant {
namespace {

using yaml::Key;
using yaml::Node;
using yaml::Reader;

constexpr int most_points = 1'000'000;
constexpr std::array<std::string_view, 5> levels = {"advice", "warning", "error", "critical", "never"};
static_assert(levels.size() == severity_names.size() + 1);
constexpr std::array<std::string_view, 2> yes_or_no = {"false", "true"};

constexpr std::array<Key, 1> severity_values = {{{"", "what the severity of these rules becomes", yaml::choice(severity_names)}}};
constexpr std::array<Key, 1> points_values = {{{"", "what the points of these rules become", yaml::number(most_points)}}};
constexpr std::array<Key, 1> correction_values = {{{"", "what was said", yaml::text()}}};
constexpr std::array<Key, 1> count_values = {{{"", "how many faults of this severity fail nothing", yaml::integer(0, 1'000'000'000)}}};

constexpr std::array<Key, 5> path_keys = {{
    {"match", "globs of the files it holds for, told from this file's folder", yaml::texts(), yaml::Need::required},
    {"select", "judge them with these rules only", yaml::texts()},
    {"ignore", "judge them without these rules", yaml::texts()},
    {"severity", "rules and the severity they have there", yaml::map_of(severity_values)},
    {"points", "rules and the points they cost there", yaml::map_of(points_values)},
}};
constexpr std::array<Key, 4> suppression_keys = {{
    {"rules", "rules whose findings are left alone", yaml::texts(), yaml::Need::at_least_one_of_these},
    {"paths", "globs of the files they are left alone in, told from this file's folder", yaml::texts(), yaml::Need::at_least_one_of_these},
    {"conversations", "ids of the conversations they are left alone in", yaml::texts(), yaml::Need::at_least_one_of_these},
    {"reason", "why", yaml::text(), yaml::Need::required},
}};

// A path that is written in a configuration, as it is told from here.
std::string path_from(const ConfigValue& value, std::string_view written) {
  const std::filesystem::path whole = (std::filesystem::path(value.folder) / written).lexically_normal();
  std::error_code fault;
  const std::filesystem::path here = std::filesystem::current_path(fault);
  if (fault || std::filesystem::path(written).is_absolute()) return whole.string();
  return whole.lexically_proximate(here).string();
}

std::vector<std::string> texts(const Node& node, std::string_view what, Reader& reader) {
  std::vector<std::string> out;
  for (const Node& one : reader.texts(node, what)) out.emplace_back(one.text());
  return out;
}

std::vector<NamedRules> named_rules(const Node& node, std::string_view what, Reader& reader) {
  std::vector<NamedRules> out;
  for (const Node& one : reader.texts(node, what)) out.push_back({std::string(one.text()), one.error("")});
  return out;
}

// Calls read(rules, value) for every entry of a map of selectors.
template <typename F>
void each_rule(const Node& node, std::string_view what, Reader& reader, F&& read) {
  if (!node.exists()) return;
  if (!node.is_map()) return reader.fail(node, fmt::format("{} must be a map of rules", what), fmt::format("for example {}: {{flat-refusal: …}}", what));
  for (const auto& [rules, value] : node.entries()) read(NamedRules{std::string(rules.text()), rules.error("")}, value);
}

void read_severity(const Node& node, Reader& reader, std::vector<RuleTerms>& out) {
  each_rule(node, "severity", reader, [&](NamedRules rules, const Node& value) {
    if (const auto level = reader.choice(value, "severity", severity_names))
      out.push_back({std::move(rules), static_cast<Severity>(*level), std::nullopt});
  });
}

void read_points(const Node& node, Reader& reader, std::vector<RuleTerms>& out) {
  each_rule(node, "points", reader, [&](NamedRules rules, const Node& value) {
    if (const auto points = reader.points(value, "points")) out.push_back({std::move(rules), std::nullopt, points});
  });
}

// ---- a function a key ---------------------------------------------------------------------------

void packs(const ConfigValue& value, Reader& reader, LintOptions& options) {
  for (const std::string& path : texts(value.node, "packs", reader)) options.rules.push_back(path_from(value, path));
}
void scorecard(const ConfigValue& value, Reader& reader, LintOptions& options) {
  if (const auto path = reader.text(value.node, "scorecard")) options.scorecard = path_from(value, *path);
}
void select(const ConfigValue& value, Reader& reader, LintOptions& options) { options.selection.select = named_rules(value.node, "select", reader); }
void ignore(const ConfigValue& value, Reader& reader, LintOptions& options) { options.selection.ignore = named_rules(value.node, "ignore", reader); }
void severity(const ConfigValue& value, Reader& reader, LintOptions& options) { read_severity(value.node, reader, options.project.terms); }
void points(const ConfigValue& value, Reader& reader, LintOptions& options) { read_points(value.node, reader, options.project.terms); }
void include(const ConfigValue& value, Reader& reader, LintOptions& options) { options.include = texts(value.node, "include", reader); }
void exclude(const ConfigValue& value, Reader& reader, LintOptions& options) { options.exclude = texts(value.node, "exclude", reader); }

void paths(const ConfigValue& value, Reader& reader, LintOptions& options) {
  if (!value.node.is_sequence()) return reader.fail(value.node, "paths must be a list", "start each with \"- match: …\"");
  for (const Node& item : value.node.items()) {
    if (!reader.expect_map(item, "settings for some files", path_keys)) continue;
    PathSettings out{texts(item["match"], "match", reader), value.folder, named_rules(item["select"], "select", reader),
                     named_rules(item["ignore"], "ignore", reader), {}};
    if (!item["match"].exists()) reader.fail(item, "match is missing", "name the files: match: scripts/**");
    read_severity(item["severity"], reader, out.terms);
    read_points(item["points"], reader, out.terms);
    options.project.paths.push_back(std::move(out));
  }
}

void suppress(const ConfigValue& value, Reader& reader, LintOptions& options) {
  if (!value.node.is_sequence()) return reader.fail(value.node, "suppress must be a list", "start each with \"- rules: …\"");
  options.project.below = value.folder;
  for (const Node& item : value.node.items()) {
    if (!reader.expect_map(item, "a suppression", suppression_keys)) continue;
    Suppression out{texts(item["rules"], "rules", reader), texts(item["paths"], "paths", reader),
                    texts(item["conversations"], "conversations", reader), reader.text(item["reason"], "reason").value_or(""), item.place()};
    if (!item["reason"].exists()) reader.fail(item, "reason is missing", "say why these findings may be left alone");
    if (!item["rules"].exists() && !item["paths"].exists() && !item["conversations"].exists())
      reader.fail(item, "it leaves everything alone", "name rules, paths or conversations");
    options.project.suppressions.push_back(std::move(out));
  }
}

// What was heard, as it is looked for: in small letters, single spaces between the words.
std::string heard_in(std::string_view text) {
  std::string out;
  for (char c : text) {
    const bool is_space = c == ' ' || c == '\t' || c == '\n';
    if (is_space && (out.empty() || out.back() == ' ')) continue;
    out += is_space ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

void corrections(const ConfigValue& value, Reader& reader, LintOptions& options) {
  if (!value.node.is_map()) return reader.fail(value.node, "corrections must be a map", "for example corrections: {whale damage: hail damage}");
  for (const auto& [heard, meant] : value.node.entries()) {
    Correction out{heard_in(heard.text()), reader.text(meant, "a correction").value_or("")};
    if (out.heard.empty()) reader.fail(heard, "nothing is corrected", "write what was heard, then what was said");
    else if (!out.meant.empty()) options.project.corrections.push_back(std::move(out));
  }
}

void overrides(const ConfigValue& value, Reader& reader, LintOptions& options) {
  if (const auto path = reader.text(value.node, "overrides")) options.selection.overrides = path_from(value, *path);
}
void comments(const ConfigValue& value, Reader& reader, LintOptions& options) {
  if (const auto is = reader.choice(value.node, "comments", yes_or_no)) options.selection.with_comments = *is == 1;
}
void fail_on(const ConfigValue& value, Reader& reader, LintOptions& options) {
  if (const auto level = reader.choice(value.node, "fail_on", levels))
    options.gate.fail_on = *level < severity_names.size() ? std::optional(static_cast<Severity>(*level)) : std::nullopt;
}
void min_score(const ConfigValue& value, Reader& reader, LintOptions& options) {
  const auto least = reader.points(value.node, "min_score");
  if (least && *least > Points::whole(100)) reader.fail(value.node, "min_score is over 100", "scores go from 0 to 100");
  else options.gate.min_score = least;
}
void max_findings(const ConfigValue& value, Reader& reader, LintOptions& options) {
  if (!reader.expect_map(value.node, "max_findings", severity_names)) return;
  for (std::size_t i = 0; i < severity_names.size(); ++i)
    if (const auto most = reader.integer(value.node[severity_names[i]], "max_findings", 0, 1'000'000'000))
      options.gate.most_findings[i] = static_cast<uint64_t>(*most);
}
void baseline(const ConfigValue& value, Reader& reader, LintOptions& options) {
  if (const auto path = reader.text(value.node, "baseline")) options.gate.baseline = path_from(value, *path);
}
void format(const ConfigValue& value, Reader& reader, LintOptions& options) {
  std::vector<std::string_view> known;
  for (const OutputFormat& one : output_formats()) known.push_back(one.name);
  for (const Node& one : reader.texts(value.node, "format")) {
    const std::string_view text = one.text();
    const std::size_t sign = text.find('=');
    const std::string_view name = text.substr(0, sign);
    if (std::ranges::find(known, name) == known.end()) reader.fail(one, fmt::format("unknown format \"{}\"", name), yaml::suggestion(name, known));
    else if (sign == std::string_view::npos) options.report.targets.push_back({std::string(name), ""});
    else if (sign + 1 == text.size()) reader.fail(one, "the format's file has no name", fmt::format("for example {}=out.{}", name, name));
    else options.report.targets.push_back({std::string(name), path_from(value, text.substr(sign + 1))});
  }
}
void input_format(const ConfigValue& value, Reader& reader, LintOptions& options) {
  std::vector<std::string_view> known;
  for (const Format& one : formats()) known.push_back(one.name);
  if (const auto index = reader.choice(value.node, "format", known)) options.input.format = known[*index];
}

void mapping(const ConfigValue& value, Reader& reader, LintOptions& options) {
  if (const auto path = reader.text(value.node, "mapping")) options.input.mapping = path_from(value, *path);
}
void roster(const ConfigValue& value, Reader& reader, LintOptions& options) {
  if (const auto path = reader.text(value.node, "roster")) options.input.roster = path_from(value, *path);
}

}  // namespace

std::span<const ConfigKey> config_keys() {
  static const std::array table = {
      ConfigKey{{"packs", "rule packs, and folders of them", yaml::texts()}, "--rules", "", packs},
      ConfigKey{{"scorecard", "a scorecard instead of the built-in one", yaml::text()}, "--scorecard", "", scorecard},
      ConfigKey{{"select", "judge with these rules only", yaml::texts()}, "--select", "", select},
      ConfigKey{{"ignore", "judge without these rules", yaml::texts()}, "--ignore", "", ignore},
      ConfigKey{{"severity", "rules and the severity they have here", yaml::map_of(severity_values)}, "", "", severity},
      ConfigKey{{"points", "rules and the points they cost here", yaml::map_of(points_values)}, "", "", points},
      ConfigKey{{"include", "in folders, only files that match", yaml::texts()}, "--include", "", include},
      ConfigKey{{"exclude", "in folders, no files or folders that match", yaml::texts()}, "--exclude", "", exclude},
      ConfigKey{{"paths", "what holds for some files only; later ones win", yaml::maps(path_keys)}, "", "", paths},
      ConfigKey{{"suppress", "findings to be left alone, with the reason", yaml::maps(suppression_keys)}, "", "", suppress},
      ConfigKey{{"corrections", "what speech recognition gets wrong, and what was said", yaml::map_of(correction_values)}, "", "", corrections},
      ConfigKey{{"overrides", "a table of disputed findings", yaml::text()}, "--overrides", "", overrides},
      ConfigKey{{"comments", "whether decant:ignore in files is obeyed", yaml::boolean()}, "--no-comments", "true", comments},
      ConfigKey{{"fail_on", "the severity from which on a fault fails the run", yaml::choice(levels)}, "--fail-on", "warning", fail_on},
      ConfigKey{{"min_score", "the lowest final score that does not fail the run", yaml::number(100)}, "--min-score", "", min_score},
      ConfigKey{{"max_findings", "how many faults of a severity fail nothing", yaml::map_of(count_values)}, "--max-findings", "", max_findings},
      ConfigKey{{"baseline", "fail only on findings that are not in this file", yaml::text()}, "--baseline", "", baseline},
      ConfigKey{{"format", "what to write: a format, or format=file", yaml::texts()}, "--format", "text", format},
      ConfigKey{{"input_format", "read all files as this", yaml::text()}, "--input-format", "", input_format},
      ConfigKey{{"mapping", "how JSON of a shape that decant does not know is read", yaml::text()}, "--mapping", "", mapping},
      ConfigKey{{"roster", "who the agents are", yaml::text()}, "--roster", "", roster},
  };
  return table;
}

std::span<const Key> config_file_keys() {
  static const std::vector<Key> keys = [] {
    std::vector<Key> out{{"extends", "configurations whose keys hold where this one says nothing; later ones win", yaml::texts()}};
    for (const ConfigKey& one : config_keys()) out.push_back(one.key);
    return out;
  }();
  return keys;
}

}  // namespace decant
