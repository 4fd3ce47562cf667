#include "report/rule_text.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lint/bench.h"
#include "pattern/reading.h"
#include "report/phrase_text.h"
#include "report/text_parts.h"
#include "report/trace_text.h"
#include "rule/check.h"
#include "rule/kinds.h"

namespace decant {
namespace {

constexpr int step = 2;  // columns a level of the operators' tree is indented by

// A value as it could stand on one line of YAML, for what only the pack can say of itself.
std::string flow(const yaml::Node& node) {
  std::vector<std::string> parts;
  if (node.is_scalar()) return std::string(node.text());
  if (node.is_sequence()) {
    for (const yaml::Node& item : node.items()) parts.push_back(flow(item));
    return fmt::format("{}", fmt::join(parts, ", "));
  }
  for (const auto& [key, value] : node.entries()) parts.push_back(fmt::format("{} {}", key.text(), flow(value)));
  return fmt::format("{}", fmt::join(parts, ", "));
}

const Kind* kind_of(const Rule& rule) {
  const auto found = std::ranges::find(kinds(), std::string_view(rule.kind), &Kind::name);
  return found == kinds().end() ? nullptr : &*found;
}

// The kind's own values that are no finds: "at_most 2, per transcript".
std::string settings_of(const Kind& kind, const yaml::Node& written) {
  constexpr std::string_view finds[] = {"find", "steps", "trigger", "reply", "not_between"};
  std::vector<std::string> out;
  for (const auto& [key, value] : written.entries()) {
    const bool is_own = std::ranges::find(kind.keys, key.text(), &yaml::Key::name) != kind.keys.end() || key.text() == "window";
    if (is_own && std::ranges::find(finds, key.text()) == std::end(finds))
      out.push_back(fmt::format("{} {}", key.text(), flow(value)));
  }
  return fmt::format("{}", fmt::join(out, ", "));
}

std::string listens_to(const Rule& rule) {
  std::string out = to_string(rule.roles);
  out += rule.channels.empty() ? " · all channels" : fmt::format(" · only {}", fmt::join(rule.channels, ", "));
  return out;
}

std::string condition_of(const MetadataCondition& condition) {
  std::vector<std::string> out;
  for (const auto& [key, values] : condition.wanted) out.push_back(fmt::format("{} is {}", key, fmt::join(values, " or ")));
  return fmt::format("{}", fmt::join(out, " and "));
}

class RuleWriter {
 public:
  RuleWriter(const Rule& rule, const RulePack& pack, const PackTexts& texts, const Sheet& sheet, std::string& out)
      : rule_(rule), pack_(pack), lists_(texts.lists(rule.pack)), written_(texts.rule(rule)), sheet_(sheet), out_(out) {}

  void write() {
    const std::string_view weight = rule_.type == FindingType::fault ? name(rule_.severity) : name(rule_.type);
    write_heading(Passage(rule_.name, Ink::strong), Passage(rule_.message), Passage(weight), sheet_, out_);
    entry("why", rule_.why.empty() ? pack_.why : rule_.why);
    if (const std::string source = to_string(pack_.source); !source.empty()) entry("source", source);
    entry("pack", fmt::format("{} {}, {}", pack_.name, pack_.version, pack_.title));
    const Kind* kind = kind_of(rule_);
    entry("kind", kind ? fmt::format("{}: {}", kind->name, kind->summary) : rule_.kind);
    if (kind)
      if (const std::string settings = settings_of(*kind, written_); !settings.empty()) entry("asks", settings);
    entry(rule_.type == FindingType::credit ? "gives" : "costs", points_of(rule_));
    entry("impact", fmt::format("{} · owner {}", name(rule_.impact), name(rule_.owner)));
    entry("listens", "to " + listens_to(rule_));
    if (rule_.when) entry("when", condition_of(*rule_.when));
    write_finds();
    write_glosses(glosses_, sheet_, out_);
    write_quotes("instead", rule_.say_instead);
    write_examples("fires", rule_.examples->fires);
    write_examples("quiet", rule_.examples->quiet);
    entry("at", fmt::format("{}:{}:{}", rule_.place.path, rule_.place.line, rule_.place.column), Ink::faint);
  }

 private:
  void entry(std::string_view label, std::string_view text, Ink ink = Ink::plain) {
    write_entry(label, Passage(text, ink), sheet_, out_);
  }

  // ---- what it looks for ---------------------------------------------------------------------

  void write_finds() {
    const auto parts = rule_.logic->check->parts();
    bool is_first = true;
    for (const MatcherInfo::Part& part : parts) {
      write_gutter(is_first ? "finds" : "", Ink::plain, sheet_, out_);
      write_part(part.label == "find" ? MatcherInfo::Part{"", part.matcher} : part, gutter, true);
      is_first = false;
    }
    if (!rule_.logic->soften) return;
    const Soften& soften = *rule_.logic->soften;
    entry("softened", fmt::format("by {} % if in the same turn{} it also finds", soften.percent,
                                  soften.within_turns == 0   ? std::string()
                                  : soften.within_turns == 1 ? std::string(" or the next one")
                                                             : fmt::format(" or the next {}", soften.within_turns)));
    write_part({"", soften.find.get()}, gutter + step, false);
  }

  void write_part(const MatcherInfo::Part& part, int indent, bool is_indented) {
    const MatcherInfo info = part.matcher->info();
    // One phrase needs no operator around it.
    const bool is_leaf = info.parts.empty() && info.phrases.size() == 1;
    Passage line;
    if (!is_leaf) line.add(part_name(part.label, info.name));
    else if (!part.label.empty()) line.add(part.label).add(": ");
    if (is_leaf) add_phrase(info.phrases[0].text, line);
    print(line, indent, is_indented);
    if (!is_leaf)
      for (const MatcherInfo::Phrase& phrase : info.phrases) {
        Passage text;
        add_phrase(phrase.text, text);
        print(text, indent + step, false);
      }
    for (const MatcherInfo::Part& inner : info.parts) write_part(inner, indent + step, false);
  }

  void add_phrase(std::string_view phrase, Passage& line) {
    line.add(phrase, Ink::strong);
    add_glosses(phrase, lists_, glosses_);
  }

  void print(const Passage& line, int indent, bool is_indented) {
    if (!is_indented) out_.append(static_cast<std::size_t>(indent), ' ');
    line.print_wrapped(sheet_, indent, indent + step, out_);
  }

  // ---- texts ---------------------------------------------------------------------------------

  void write_quotes(std::string_view label, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      entry(&text == &texts.front() ? label : "", fmt::format("“{}”", text));
    }
  }

  void write_examples(std::string_view label, const std::vector<Example>& examples) {
    for (const Example& example : examples) {
      write_gutter(&example == &examples.front() ? label : "", Ink::plain, sheet_, out_);
      std::string_view rest = example.text;
      for (bool is_first = true; !rest.empty(); is_first = false) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        print(Passage(fmt::format("{}{}{}", is_first ? "“" : " ", line, rest.empty() ? "”" : "")), gutter, is_first);
      }
    }
  }

  const Rule& rule_;
  const RulePack& pack_;
  const ListLookup lists_;
  const yaml::Node written_;
  const Sheet& sheet_;
  std::string& out_;
  std::vector<Gloss> glosses_;
};

}  // namespace

void write_rule(const Rule& rule, const RulePack& pack, const PackTexts& texts, const Sheet& sheet, std::string& out) {
  RuleWriter(rule, pack, texts, sheet, out).write();
}

void write_entry(std::string_view label, const Passage& text, const Sheet& sheet, std::string& out) {
  write_gutter(label, Ink::plain, sheet, out);
  text.print_wrapped(sheet, gutter, gutter, out);
}

std::string to_string(const PackSource& source) {
  std::string out = source.article;
  if (!source.author.empty()) out += (out.empty() ? "" : ", by ") + source.author;
  if (!source.section.empty()) out += (out.empty() ? "section " : ", section ") + source.section;
  return out;
}

std::string points_of(const Rule& rule) {
  if (rule.is_trial) return "nothing while it is on trial, and fails no run";
  if (rule.type == FindingType::note) return "nothing: it is evidence";
  const std::string points = fmt::format("{} point{} a hit", to_string(rule.points), rule.points == Points::whole(1) ? "" : "s");
  return rule.cap ? fmt::format("{}, at most {} a conversation", points, to_string(*rule.cap)) : points;
}

}  // namespace decant
