#include "rule/rule_book.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "match/voices.h"
#include "rule/read_pack.h"

namespace decant {
namespace {

void read_lexicon(const yaml::Tree& tree, Vocabulary& lexicon, yaml::Reader& reader) {
  static constexpr std::array<std::string_view, 2> keys = {"lexicon", "words"};
  if (tree.records.empty()) return;
  const yaml::Node root(tree);
  if (reader.expect_map(root, "the lexicon", keys)) lexicon.read(root["words"], reader);
}

// Adds the voices of those whose turns `part` asks its patterns about.
void add_voices(const MatcherInfo::Part& part, RoleSet roles, std::vector<Voices>& voices) {
  if (!part.roles.empty()) roles = part.roles;
  const MatcherInfo info = part.matcher->info();
  for (const MatcherInfo::Phrase& phrase : info.phrases) voices[phrase.id] |= voices_of(roles);
  for (const MatcherInfo::Part& inner : info.parts) add_voices(inner, roles, voices);
}

void add_voices(const Rule& rule, std::vector<Voices>& voices) {
  for (const MatcherInfo::Part& part : rule.logic->check->parts()) add_voices(part, rule.roles, voices);
  if (rule.logic->soften) add_voices({"", rule.logic->soften->find.get()}, brand_roles(), voices);
}

// Compiled packs ask for compiled patterns only, which have their voices, and other packs for none of them.
void tell_voices(RuleBook& book, const Matcher* must_say) {
  std::vector<Voices> asked(book.patterns.size());
  for (const RulePack& pack : book.packs)
    if (!pack.is_compiled_in)
      for (const Rule& rule : pack.rules) add_voices(rule, asked);
  if (must_say) add_voices({"", must_say}, brand_roles(), asked);
  std::vector<Voices> voices(book.patterns.voices().begin(), book.patterns.voices().end());
  for (PatternId id = 0; id < asked.size(); ++id)
    if (asked[id] != 0) voices[id] = asked[id];
  book.patterns.set_voices(std::move(voices));
}

}  // namespace

void build(RuleBook& book, const Matcher* must_say) {
  tell_voices(book, must_say);
  book.patterns.build();
  std::vector<const Rule*> added;
  for (uint32_t rule : book.added.rules) added.push_back(book.rules[rule]);
  book.added.wakes = Wakes::of(added, book.patterns.compiled_size(), book.patterns.size());
}

void RuleBook::wake(std::span<const PatternId> candidates, std::vector<uint32_t>& awake) const {
  awake.clear();
  const auto add = [&](const Part& part, std::span<const uint32_t> woken) {
    for (uint32_t rule : woken)
      if (part.rules[rule] != replaced) awake.push_back(part.rules[rule]);
  };
  for (const Part* part : {&compiled, &added}) add(*part, part->wakes.always());
  for (PatternId id : candidates) {
    const Part& part = id < patterns.compiled_size() ? compiled : added;
    add(part, part.wakes.by(id));
  }
  std::ranges::sort(awake);
  awake.erase(std::unique(awake.begin(), awake.end()), awake.end());
}

void leave_out(RuleBook& book, const std::vector<bool>& is_off, const Matcher* must_say) {
  std::vector<Voices> voices(book.patterns.size());
  for (std::size_t i = 0; i < is_off.size(); ++i)
    if (!is_off[i]) add_voices(*book.rules[i], voices);
  if (must_say) add_voices({"", must_say}, brand_roles(), voices);
  book.patterns.set_voices(std::move(voices));
}

Result<std::unique_ptr<RuleBook>> read_rule_book(std::span<const PackFile> packs, const yaml::Tree& lexicon_tree,
                                                 const CompiledTables& compiled) {
  Errors errors;
  yaml::Reader reader(errors);
  auto book = std::make_unique<RuleBook>();
  book->patterns = PatternSet(compiled.patterns);
  if (!compiled.wakes.empty()) {
    TableReader tables(compiled.wakes);
    book->compiled.wakes = Wakes::load(tables);
  }
  Vocabulary lexicon;  // of use where phrases are yet to be read
  if (std::ranges::any_of(packs, [](const PackFile& pack) { return pack.compiled.empty(); })) read_lexicon(lexicon_tree, lexicon, reader);
  book->hash = yaml::content_hash(lexicon_tree);

  uint32_t count = 0;  // of rules
  // A user's pack replaces the compiled-in one of its name before any of that is read; two of the user's own clash.
  for (std::size_t i = 0; i < packs.size(); ++i) {
    const std::string_view name = yaml::Node(packs[i].tree)["pack"].text();
    const auto later = std::find_if(packs.begin() + static_cast<std::ptrdiff_t>(i) + 1, packs.end(),
                                    [&](const PackFile& other) {
                                      return !name.empty() && yaml::Node(other.tree)["pack"].text() == name;
                                    });
    const bool is_replaced = later != packs.end() && packs[i].is_compiled_in;
    if (is_replaced) {
      if (!packs[i].compiled.empty())
        book->compiled.rules.insert(book->compiled.rules.end(), yaml::Node(packs[i].tree)["rules"].items().size(), RuleBook::replaced);
      continue;
    }
    if (later != packs.end())
      reader.fail(yaml::Node(later->tree)["pack"], fmt::format("the pack \"{}\" is given twice", name),
                  fmt::format("{} has that name too", packs[i].tree.path));
    const auto before = static_cast<std::ptrdiff_t>(errors.size());
    book->packs.push_back(read_pack(packs[i], lexicon, book->patterns, reader));
    book->packs.back().is_compiled_in = packs[i].is_compiled_in;
    std::vector<uint32_t>& places = (packs[i].compiled.empty() ? book->added : book->compiled).rules;
    for (std::size_t rule = 0; rule < book->packs.back().rules.size(); ++rule) places.push_back(count++);
    // A rule's kind is read before its other keys; whoever reads the errors goes from top to bottom.
    std::stable_sort(errors.begin() + before, errors.end(), [](const Error& a, const Error& b) { return a.place < b.place; });
    book->hash = (book->hash ^ yaml::content_hash(packs[i].tree)) * 0x9E3779B97F4A7C15;
  }
  if (!errors.empty()) return errors;
  for (const RulePack& pack : book->packs)
    for (const Rule& rule : pack.rules) book->rules.push_back(&rule);
  return book;
}

}  // namespace decant
