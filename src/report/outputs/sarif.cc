// SARIF 2.1.0, which code scanning services and editors read: every rule in force with its reason and better words, every
// finding with a fingerprint that outlives moved lines, suppressed ones with who and why. Columns count characters. A file
// that could not be read is a result of the rule decant/not-read, so that nothing is lost in silence.
#include <fmt/format.h>

#include "json/writer.h"
#include "report/masked.h"
#include "report/outputs.h"
#include "report/rule_text.h"

#ifndef DECANT_VERSION
#define DECANT_VERSION "dev"
#endif

namespace decant {
namespace {

constexpr std::string_view not_read = "decant/not-read";

// A path as a URI reference: everything but letters, digits and a few signs as %XX.
std::string uri_of(std::string_view path) {
  std::string out = path.starts_with('/') ? "file://" : "";
  for (char c : path) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("-._~/").find(c) != std::string_view::npos;
    if (is_plain) out += c;
    else out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::advice: return "note";
    case Severity::warning: return "warning";
    case Severity::error:
    case Severity::critical: break;
  }
  return "error";
}

// Texts of messages may hold links and placeholders; the words of strangers must not.
std::string without_markup(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    out += text[i];
    if (text[i] == ']' && next == '(') out += ' ';
    if (text[i] == '{' && next >= '0' && next <= '9') out += ' ';
  }
  return out;
}

void write_text(std::string_view key, std::string_view text, json::Writer& writer) {
  writer.key(key).begin_object().member("text", text).end_object();
}

void write_rule(const Rule& rule, const RulePack& pack, json::Writer& writer) {
  const std::string& why = rule.why.empty() ? pack.why : rule.why;
  const std::string source = to_string(pack.source);
  std::string help = why;
  std::string markdown = why;
  for (std::size_t i = 0; i < rule.say_instead.size(); ++i) {
    help += fmt::format("{}“{}”", i == 0 ? "\nInstead: " : "\nOr: ", rule.say_instead[i]);
    markdown += fmt::format("{}- “{}”", i == 0 ? "\n\nInstead:\n\n" : "\n", rule.say_instead[i]);
  }
  if (!source.empty()) {
    help += "\nSource: " + source;
    markdown += "\n\nSource: " + source;
  }
  const bool is_fault = rule.type == FindingType::fault && !rule.is_trial;
  writer.begin_object().member("id", rule.name);
  write_text("shortDescription", rule.message, writer);
  write_text("fullDescription", why, writer);
  writer.key("help").begin_object().member("text", help).member("markdown", markdown).end_object();
  writer.key("defaultConfiguration").begin_object().member("level", is_fault ? level_of(rule.severity) : "none").end_object();
  writer.key("properties").begin_object().key("tags").begin_array();
  writer.value(rule.pack).value(name(rule.type)).value(name(rule.impact)).end_array();
  writer.member("owner", name(rule.owner)).member("points", rule.points);
  if (!source.empty()) writer.member("source", source);
  writer.end_object().end_object();
}

void write_location(const Verdict& verdict, const Finding* finding, const Place* place, bool show_pii, json::Writer& writer) {
  writer.key("locations").begin_array().begin_object().key("physicalLocation").begin_object();
  writer.key("artifactLocation").begin_object().member("uri", uri_of(verdict.path)).end_object();
  if (finding && finding->turn) {
    const EditorRegion& region = finding->region;
    writer.key("region").begin_object().member("startLine", region.line).member("startColumn", region.column);
    writer.member("endLine", region.end_line).member("endColumn", region.end_column);
    write_text("snippet", shown_words(*finding, show_pii).text, writer);
    writer.end_object();
  } else if (place && place->line) {
    writer.key("region").begin_object().member("startLine", place->line).end_object();
  }
  writer.end_object();
  if (!verdict.id.empty()) {
    writer.key("logicalLocations").begin_array().begin_object().member("name", verdict.id).member("kind", "conversation");
    writer.end_object().end_array();
  }
  writer.end_object().end_array();
}

void write_suppression(const Suppressed& suppressed, json::Writer& writer) {
  writer.key("suppressions").begin_array();
  const std::string why = suppressed.who.empty() ? suppressed.why : fmt::format("{} ({})", suppressed.why, suppressed.who);
  writer.begin_object().member("kind", suppressed.by == SuppressedBy::comment ? "inSource" : "external");
  writer.member("status", "accepted").member("justification", why);
  writer.key("properties").begin_object().member("by", suppressed_by_names[static_cast<std::size_t>(suppressed.by)]).end_object().end_object().end_array();
}

class SarifOutput final : public Output {
 public:
  explicit SarifOutput(const OutputOptions& options) : options_(options) {}

  std::string begin() const override {
    std::string out;
    json::Writer writer(out);
    writer.begin_object().member("$schema", "https://json.schemastore.org/sarif-2.1.0.json").member("version", "2.1.0");
    writer.key("runs").begin_array().begin_object().member("columnKind", "unicodeCodePoints").key("results");
    return out += "[\n";
  }
  std::string_view between() const override { return ",\n"; }

  void conversation(const Verdict& verdict, std::string& out) const override {
    const auto begin_result = [&] { if (!out.empty()) out += ",\n"; };
    for (const Error& error : verdict.errors) {
      begin_result();
      json::Writer writer(out);
      writer.begin_object().member("ruleId", not_read).member("level", "error");
      write_text("message", without_markup(shown("not read: " + error.what, options_.show_pii)), writer);
      write_location(verdict, nullptr, &error.place, options_.show_pii, writer);
      writer.end_object();
    }
    for (const Finding& finding : verdict.findings) {
      begin_result();
      json::Writer writer(out);
      write(finding, verdict, writer);
    }
  }

  // The rules come last: results name them by id, so the order does not matter, and nothing need be kept.
  std::string end(const Summary& summary) const override {
    std::string rules;
    const auto next = [&rules] { rules += rules.empty() ? "\n" : ",\n"; };
    for (const RulePack& pack : options_.packs)
      for (const Rule& rule : pack.rules) {
        next();
        json::Writer writer(rules);
        write_rule(rule, pack, writer);
      }
    next();
    json::Writer own(rules);
    own.begin_object().member("id", not_read);
    write_text("shortDescription", "a file or a conversation could not be read", own);
    own.key("defaultConfiguration").begin_object().member("level", "error").end_object().end_object();

    std::string out;
    json::Writer writer(out);
    writer.begin_array().begin_object().member("executionSuccessful", summary.errors == 0).end_object().end_array();
    out = "\n],\"invocations\":" + out;
    std::string tool;
    json::Writer driver(tool);
    driver.begin_object().key("driver").begin_object().member("name", "decant").member("semanticVersion", DECANT_VERSION);
    driver.key("rules").raw("[" + rules + "\n]").end_object().end_object();
    std::string properties;
    json::Writer(properties).begin_object().member("pack_hash", options_.pack_hash).end_object();
    return out + ",\"tool\":" + tool + ",\"properties\":" + properties + "}]}\n";
  }

 private:
  void write(const Finding& finding, const Verdict& verdict, json::Writer& writer) const {
    const bool is_fault = finding.type == FindingType::fault && !finding.is_trial;
    writer.begin_object().member("ruleId", finding.rule->name).member("kind", is_fault ? "fail" : "informational");
    writer.member("level", is_fault ? level_of(finding.severity) : "none");
    std::string message = finding.rule->message;
    if (finding.turn) message += fmt::format(": “{}”", shown_words(finding, options_.show_pii).text);
    write_text("message", without_markup(message), writer);
    write_location(verdict, &finding, nullptr, options_.show_pii, writer);
    writer.key("partialFingerprints").begin_object().member("decant/v1", finding.fingerprint).end_object();
    if (options_.has_baseline) writer.member("baselineState", finding.is_known ? "unchanged" : "new");
    if (finding.suppressed) write_suppression(*finding.suppressed, writer);
    writer.key("properties").begin_object().member("type", name(finding.type)).member("severity", name(finding.severity));
    writer.member("points", finding.points);
    if (finding.turn) writer.member("role", name(finding.role)).member("turn", *finding.turn);
    writer.end_object().end_object();
  }

  const OutputOptions options_;
};

}  // namespace

std::unique_ptr<Output> sarif_output(const OutputOptions& options) { return std::make_unique<SarifOutput>(options); }

}  // namespace decant
