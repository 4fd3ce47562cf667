#include "lint/coverage.h"

#include <algorithm>
#include <map>
#include <set>

#include "lint/example_transcript.h"
#include "lint/trace.h"
#include "pattern/reading.h"
#include "pattern/regex.h"

namespace decant {
namespace {

using Kind = PhraseNode::Kind;
using Texts = std::set<std::string>;

struct LeafPhrase {
  std::string_view text;
  bool is_filter = false;  // it lets a hit off
};

void leaf_phrases(const Matcher& matcher, bool is_filter, std::vector<LeafPhrase>& out) {
  const MatcherInfo info = matcher.info();
  for (const MatcherInfo::Phrase& phrase : info.phrases) out.push_back({phrase.text, is_filter});
  for (const MatcherInfo::Part& part : info.parts) {
    const bool is_other = part.label == "innocent" || part.label == "words" || part.label == "not between" || part.label == "except" ||
                          part.label.starts_with("cue, weight -");
    if (part.label != "read back after") leaf_phrases(*part.matcher, is_filter || is_other, out);
  }
}

// A part of a phrase as a pattern of its own: standing alone, or after a word it may lean on.
class Alternative {
 public:
  Alternative(const PhraseNode& node, bool is_glued, const ListLookup& lists) {
    PhraseNode after;
    after.children.resize(1);
    after.children[0].kind = Kind::any_word;
    after.children.push_back(node);
    for (const PhraseNode* phrase : {&node, static_cast<const PhraseNode*>(&after)}) {
      auto rendered = render_phrase(*phrase, lists);
      auto* spec = std::get_if<PatternSpec>(&rendered);
      if (!spec) continue;
      if (is_glued) spec->word_begin = spec->word_end = false;
      patterns_.push_back(std::make_unique<Regex>(std::move(*spec)));
    }
  }

  bool is_in(const Texts& texts) const {
    return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
      FoldedText folded;
      fold(text, 0, folded);
      const Span turn = folded.turns[0];
      std::vector<Span> found;
      for (const auto& pattern : patterns_)
        pattern->find_all(std::string_view(folded.lower).substr(turn.begin, turn.size()), folded.has_foreign_letters[0], 0, found);
      return !found.empty();
    });
  }

 private:
  std::vector<std::unique_ptr<Regex>> patterns_;
};

class PackCounter {
 public:
  PackCounter(const RulePack& pack, const PackTexts& texts, Bench& bench)
      : pack_(pack), own_lists_(texts.pack(pack.name)["words"]), lists_(texts.lists(pack.name)), bench_(bench) {}

  PackCoverage count() {
    PackCoverage out;
    for (const Rule& rule : pack_.rules) out.rules.push_back(count(rule));
    for (const auto& [name, value] : own_lists_.entries()) {
      ListCoverage list{std::string(name.text()), {}};
      for (const PhraseNode& entry : *lists_(name.text())) count_entries(entry, false, list_texts_[list.name], list.entries);
      out.lists.push_back(std::move(list));
    }
    return out;
  }

 private:
  // What each phrase of the rule found in its examples, by where the phrase stands in the pack.
  using Found = std::map<const char*, Texts>;

  void look(const Rule& rule, const std::vector<Example>& examples, Found& found) {
    for (const Example& example : examples)
      for (const auto& contact : example_contacts(rule, example.text)) {
        bench_.put(contact->transcript);
        for (const Trace& one : trace(rule, bench_)) collect(one, contact->transcript, found);
      }
  }

  static void collect(const Trace& trace, const Transcript& transcript, Found& found) {
    for (const Sighting& sighting : trace.phrases)
      found[sighting.phrase.data()].insert(transcript.words.substr(sighting.words.begin, sighting.words.size()));
    for (const Trace& part : trace.parts) collect(part, transcript, found);
  }

  RuleCoverage count(const Rule& rule) {
    RuleCoverage out;
    out.rule = &rule;
    Found fired, any;
    look(rule, rule.examples->fires, fired);
    any = fired;
    look(rule, rule.examples->quiet, any);
    std::vector<LeafPhrase> phrases;
    for (const MatcherInfo::Part& part : rule.logic->check->parts()) leaf_phrases(*part.matcher, part.label == "except", phrases);
    for (const LeafPhrase& phrase : phrases) {
      const Found& found = phrase.is_filter ? any : fired;
      const auto hit = found.find(phrase.text.data());
      (phrase.is_filter ? out.filters : out.phrases).add(std::string(phrase.text), hit != found.end());
      if (hit == found.end() || is_written_regex(phrase.text)) continue;
      const auto parsed = parse_phrase(phrase.text);
      PhraseCoverage own{phrase.text, {}};
      count_alternatives(std::get<PhraseNode>(parsed), false, hit->second, own.alternatives);
      if (!own.alternatives.missed.empty()) out.partly.push_back(std::move(own));
    }
    return out;
  }

  // The choices in a phrase; what it found is remembered for the lists it uses.
  void count_alternatives(const PhraseNode& node, bool is_glued, const Texts& texts, Covered& out) {
    if (node.kind == Kind::list) {
      remember(node.text, texts);
    } else if (node.kind == Kind::choice || node.kind == Kind::optional) {
      for (const PhraseNode& child : node.children) {
        if (is_choice_of_words(node)) out.add(written_phrase(child), Alternative(child, is_glued, lists_).is_in(texts));
        count_alternatives(child, is_glued, texts, out);
      }
    } else {
      for (std::size_t i = 0; i < node.children.size(); ++i) {
        const bool is_next_glued = i + 1 < node.children.size() && node.children[i + 1].is_glued;
        count_alternatives(node.children[i], node.children[i].is_glued || is_next_glued, texts, out);
      }
    }
  }

  // "[{adv}]" is no alternative of its own: its list is counted.
  static bool is_choice_of_words(const PhraseNode& node) {
    if (node.children.size() > 1 || node.kind == Kind::choice) return true;
    const PhraseNode& only = node.children[0];
    return !(only.children.size() == 1 && (only.children[0].kind == Kind::list || only.children[0].kind == Kind::any_word));
  }

  void remember(const std::string& list, const Texts& texts) {
    list_texts_[list].insert(texts.begin(), texts.end());
    std::vector<const PhraseNode*> inner;
    for (const PhraseNode& entry : *lists_(list)) lists_used(entry, inner);
    for (const PhraseNode* use : inner) remember(use->text, texts);
  }

  // An entry that is nothing but a choice is as many entries.
  void count_entries(const PhraseNode& entry, bool is_glued, const Texts& texts, Covered& out) {
    const PhraseNode& only = entry.kind == Kind::sequence && entry.children.size() == 1 ? entry.children[0] : entry;
    if (only.kind == Kind::choice)
      for (const PhraseNode& child : only.children) count_entries(child, is_glued, texts, out);
    else
      out.add(written_phrase(entry), Alternative(entry, is_glued, lists_).is_in(texts));
  }

  const RulePack& pack_;
  const yaml::Node own_lists_;
  const ListLookup lists_;
  Bench& bench_;
  std::map<std::string, Texts, std::less<>> list_texts_;
};

}  // namespace

void Covered::add(std::string written, bool is_hit) {
  ++all;
  if (!is_hit) missed.push_back(std::move(written));
}

PackCoverage coverage(const RulePack& pack, const PackTexts& texts, Bench& bench) {
  return PackCounter(pack, texts, bench).count();
}

}  // namespace decant
