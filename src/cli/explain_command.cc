// decant explain: what a rule looks for, where it comes from and how it is read; why it fires or does not on a conversation;
// how a phrase would be read.
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "base/nearest.h"
#include "cli/commands.h"
#include "cli/load_reading.h"
#include "cli/load_rules.h"
#include "cli/printing.h"
#include "cli/read_file.h"
#include "report/phrase_text.h"
#include "report/reasons.h"
#include "report/rule_text.h"
#include "rule/builtin.h"

namespace decant {
namespace {

// What a name on the command line stands for; neither is set if nothing has it.
struct Named {
  const RulePack* pack = nullptr;
  std::vector<const Rule*> rules;  // the pack's if a pack is named; several if packs share a rule's id
  bool is_pack = false;
};

std::string_view id_of(const Rule& rule) { return std::string_view(rule.name).substr(rule.pack.size() + 1); }

Named find_named(const RuleBook& book, std::string_view name) {
  Named out;
  for (const RulePack& pack : book.packs) {
    if (pack.name == name) {
      out = {&pack, {}, true};
      for (const Rule& rule : pack.rules) out.rules.push_back(&rule);
      return out;
    }
    for (const Rule& rule : pack.rules)
      if (rule.name == name || id_of(rule) == name) {
        out.pack = &pack;
        out.rules.push_back(&rule);
      }
  }
  return out;
}

int fail_name(const RuleBook& book, const std::string& name) {
  std::vector<std::string_view> known;
  for (const RulePack& pack : book.packs) known.push_back(pack.name);
  for (const Rule* rule : book.rules) {
    known.push_back(rule->name);
    known.push_back(id_of(*rule));
  }
  const std::string_view near = nearest(name, known);
  return fail({Error{{}, fmt::format("there is no rule or pack \"{}\"", name),
                     near.empty() ? "decant explain lists them all" : fmt::format("did you mean \"{}\"?", near), ""}});
}

// FILE[:TURN]; a file of the whole name comes first.
struct Where {
  std::string path;
  std::optional<uint32_t> turn;  // counted from 1
};

Where where_from(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos || ::access(text.c_str(), F_OK) == 0) return {text, std::nullopt};
  uint32_t turn = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data() + colon + 1, end, turn);
  if (fault != std::errc{} || stop != end) return {text, std::nullopt};
  return {text.substr(0, colon), turn};
}

int explain_on(const ExplainOptions& options, const Named& named, const RulesInForce& rules, const Sheet& sheet) {
  const Where where = where_from(*options.on);
  const auto reading = load_reading(options.input);
  if (!reading) return fail(reading.errors());
  Bench bench(*rules.book);
  std::string out;
  Errors errors;
  std::size_t most = 0;  // turns of a conversation
  FileListener listener;
  listener.done = [&](Result<FileRead>&& read) {
    if (!read) errors.insert(errors.end(), read.errors().begin(), read.errors().end());
  };
  listener.sink.error = [&](Error&& error) { errors.push_back(std::move(error)); };
  listener.sink.transcript = [&](Transcript&& transcript) {
    ReasonsView view;
    view.show_pii = options.show_pii;
    view.must_say = rules.card.must_say.get();
    most = std::max(most, transcript.turns.size());
    if (where.turn) {
      if (*where.turn < 1 || *where.turn > transcript.turns.size()) return;
      view.turn = *where.turn - 1;
    }
    bench.put(transcript);
    for (const Rule* rule : named.rules) {
      if (!out.empty()) out += '\n';
      write_reasons(*rule, bench, view, sheet, out);
    }
  };
  Neighbours neighbours;
  read_file(where.path, reading->options, neighbours, listener);
  if (!errors.empty()) return fail(errors);
  if (out.empty())
    return fail({Error{{where.path}, fmt::format("there is no turn {}", where.turn.value_or(0)),
                       fmt::format("turns are counted from 1; the last is {}", most), ""}});
  return print(out, status_clean);
}

// What a phrase of a pack becomes, or what is wrong with it.
struct ReadPhrase {
  std::optional<PhraseNode> tree;  // none: it is a regex
  PatternSpec pattern;
};

std::variant<ReadPhrase, PhraseFault> read_phrase(const std::string& text, const Vocabulary& words, const ListLookup& lists) {
  ReadPhrase out;
  if (is_written_regex(text)) {
    out.pattern = {text.substr(1, text.size() - 2), true, false, false};
  } else {
    auto phrase = parse_phrase(text);
    if (auto* fault = std::get_if<PhraseFault>(&phrase)) return *fault;
    out.tree = std::move(std::get<PhraseNode>(phrase));
    std::vector<const PhraseNode*> used;
    lists_used(*out.tree, used);
    for (const PhraseNode* list : used)
      if (!lists(list->text))
        return PhraseFault{fmt::format("unknown word list {{{}}}", list->text), yaml::suggestion(list->text, words.names()), list->at};
    auto rendered = render_phrase(*out.tree, lists);
    if (auto* fault = std::get_if<PhraseFault>(&rendered)) return *fault;
    out.pattern = std::move(std::get<PatternSpec>(rendered));
  }
  if (const auto fault = check_regex(out.pattern)) return PhraseFault{fault->what, "the syntax is RE2's", out.tree ? 0 : fault->at.value_or(0) + 1};
  return out;
}

int explain_phrase(const std::string& text, const std::string& pack, const PackTexts& texts, const Sheet& sheet) {
  const ListLookup lists = texts.lists(pack);
  const auto read = read_phrase(text, texts.words(pack), lists);
  if (const auto* fault = std::get_if<PhraseFault>(&read))
    return fail({Error{{"--phrase", 1, fault->at + 1}, fault->what, fault->hint, text}});
  const auto& phrase = std::get<ReadPhrase>(read);
  PatternSet patterns;
  const PatternId id = patterns.add(phrase.pattern);
  patterns.build();
  std::string out;
  write_phrase(text, phrase.tree ? &*phrase.tree : nullptr, lists, phrase.pattern, patterns.literals(id), sheet, out);
  return print(out, status_clean);
}

}  // namespace

int explain_command(const ExplainOptions& options) {
  const auto rules = load_rules(options.rules, "");
  if (!rules) return fail(rules.errors());
  const RuleBook& book = *rules->book;
  Named named;
  if (!options.name.empty()) {
    named = find_named(book, options.name);
    if (!named.pack) return fail_name(book, options.name);
  }
  const Sheet sheet = standard_sheet(options.colour);
  if (options.on) return explain_on(options, named, *rules, sheet);
  const PackTexts texts(book, rules->packs, builtin_lexicon());
  if (options.phrase) return explain_phrase(*options.phrase, named.pack ? named.pack->name : "", texts, sheet);

  std::string out;
  if (!named.pack) {
    write_pack_list(book, sheet, out);
  } else if (named.is_pack) {
    write_pack(*named.pack, sheet, out);
  } else {
    for (const Rule* rule : named.rules) {
      if (!out.empty()) out += '\n';
      const auto pack = std::ranges::find(book.packs, rule->pack, &RulePack::name);
      write_rule(*rule, *pack, texts, sheet, out);
    }
  }
  return print(out, status_clean);
}

}  // namespace decant
