#include "rule/rule_book.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "unit/rule/books.h"

namespace decant {
namespace {

constexpr std::string_view one_rule = "  - {id: no, kind: forbid, message: m, points: 5, find: \"we can't\"}\n";

TEST_CASE("a pack is read with all it says") {
  const Book book = read_book({R"yaml(pack: my-pack
version: 1.2.0
title: My pack
language: en
source: {article: An article, author: Somebody, section: 3}
why: >-
  Because of
  this.
words:
  unable: [can't, am unable to]
rules:
  - id: first-rule
    kind: forbid
    message: says what cannot be done
    why: it closes doors
    severity: error
    impact: compliance
    owner: process
    points: 2.5
    cap: 5
    role: [bot, supervisor]
    channels: [chat, email]
    find: "we {unable}"
    soften: {find: "but I can", within: {turns: 2}, by: 40%}
    say_instead: ["Here is what I can do", Another way]
    examples:
      fires: ["We can't do it."]
      quiet: ["We can do it.", "You can't miss it."]
  - {id: second, kind: praise, message: m, points: 1, find: ['well (done|said)', "/gr[ae]at/"]}
)yaml"});
  CHECK(listed(book.errors) == "");
  REQUIRE(book.rules);
  REQUIRE((*book).packs.size() == 1);
  const RulePack& pack = (*book).packs[0];
  CHECK(pack.name == "my-pack");
  CHECK(pack.version == "1.2.0");
  CHECK(pack.why == "Because of this.");
  CHECK(pack.source.section == "3");
  REQUIRE((*book).rules.size() == 2);
  const Rule& rule = *(*book).rules[0];
  CHECK(rule.name == "my-pack/first-rule");
  CHECK(rule.place == Place{"p0.yaml", 12, 5});
  CHECK(rule.type == FindingType::fault);
  CHECK(rule.severity == Severity::error);
  CHECK(rule.impact == Impact::compliance);
  CHECK(rule.owner == Owner::process);
  CHECK(to_string(rule.points) == "2.5");
  CHECK(rule.cap == Points::whole(5));
  CHECK(rule.roles.has(Role::bot));
  CHECK_FALSE(rule.roles.has(Role::agent));
  CHECK(rule.channels == std::vector<std::string>{"chat", "email"});
  REQUIRE(rule.logic->soften);
  CHECK(rule.logic->soften->within_turns == 2);
  CHECK(rule.logic->soften->percent == 40);
  CHECK(rule.say_instead.size() == 2);
  CHECK(rule.examples->fires.size() == 1);
  CHECK(rule.examples->quiet[1].text == "You can't miss it.");
  const Rule& second = *(*book).rules[1];
  CHECK(second.type == FindingType::credit);
  CHECK(second.severity == Severity::warning);
  CHECK(second.roles == brand_roles());
  CHECK_FALSE(second.cap);
}

TEST_CASE("every mistake in a pack has its place") {
  struct Row {
    std::string rule, errors;
  };
  // The rule starts on line 6, column 5.
  for (const Row& row : std::initializer_list<Row>{
           {"{kind: forbid, message: m, points: 5, find: x}", "6:5: id is missing"},
           {"{id: Bad Id, kind: forbid, message: m, points: 5, find: x}", "6:10: \"Bad Id\" is no name for a rule"},
           {"{id: a-, kind: forbid, message: m, points: 5, find: x}", "6:10: \"a-\" is no name for a rule"},
           {"{id: a, message: m, points: 5, find: x}", "6:5: kind is missing"},
           {"{id: a, kind: forbit, message: m, points: 5, find: x}", "6:19: unknown kind \"forbit\""},
           {"{id: a, kind: forbid, points: 5, find: x}", "6:5: message is missing"},
           {"{id: a, kind: forbid, message: '', points: 5, find: x}", "6:36: message is empty"},
           {"{id: a, kind: forbid, message: m, find: x}", "6:5: points is missing"},
           {"{id: a, kind: forbid, message: m, points: -1, find: x}", "6:47: points must be a number of 0 or more with at most four decimals"},
           {"{id: a, kind: forbid, message: m, points: 5, cap: 4, find: x}", "6:55: cap 4 is less than points 5"},
           {"{id: a, kind: forbid, message: m, points: 5}", "6:5: find is missing"},
           {"{id: a, kind: forbid, message: m, points: 5, find: x, pionts: 4}", "6:59: unknown key \"pionts\" in a forbid rule"},
           {"{id: a, kind: forbid, message: m, points: 5, find: x, severity: bad}", "6:69: unknown severity \"bad\""},
           {"{id: a, kind: forbid, message: m, points: 5, find: x, role: boss}", "6:65: unknown role \"boss\""},
           {"{id: a, kind: forbid, message: m, points: 5, find: x, channels: [chat, fax]}", "6:76: unknown channel \"fax\""},
           {"{id: a, kind: forbid, message: m, points: 5, find: x, soften: {find: y}}", "6:67: soften needs find and by"},
           {"{id: a, kind: forbid, message: m, points: 5, find: x, soften: {find: y, by: 50}}", "6:81: by must be a percentage from 0% to 100%"},
           {"{id: a, kind: forbid, message: m, points: 5, find: x, examples: {fire: y}}", "6:70: unknown key \"fire\" in examples"},
           {"{id: a, kind: forbid, message: m, points: 5, find: x, say_instead: ''}", "6:72: say_instead is empty"},
           // In what is to be found
           {"{id: a, kind: forbid, message: m, points: 5, find: we (can}", "6:59: this \"(\" is never closed"},
           {"{id: a, kind: forbid, message: m, points: 5, find: \"we (can\"}", "6:60: this \"(\" is never closed"},
           {"{id: a, kind: forbid, message: m, points: 5, find: [fine, \"we {us}\"]}", "6:67: unknown word list {us}"},
           {"{id: a, kind: forbid, message: m, points: 5, find: '/a(b/'}", "6:58: ')' is missing"},
           {"{id: a, kind: forbid, message: m, points: 5, find: '/ab[z-a]/'}", "6:61: bad range 'z-a' in a character class"},
           {"{id: a, kind: forbid, message: m, points: 5, find: '/x*/'}", "6:58: the regex matches the empty text"},
           {"{id: a, kind: forbid, message: m, points: 5, find: '//'}", "6:58: the regex matches the empty text"},
           {"{id: a, kind: forbid, message: m, points: 5, find: []}", "6:56: an empty list finds nothing"},
           {"{id: a, kind: forbid, message: m, points: 5, find: [[x]]}", "6:57: a list in a list"},
           {"{id: a, kind: forbid, message: m, points: 5, find: {anny: x}}", "6:57: unknown operator \"anny\""},
           {"{id: a, kind: forbid, message: m, points: 5, find: {not_in: x}}", "6:56: nothing here says what to find"},
           {"{id: a, kind: forbid, message: m, points: 5, find: {any: x, not_in: 'y)'}}", "6:75: \")\" closes nothing"},
           {"{id: a, kind: forbid, message: m, points: 5, find: {any: x, not_after: {find: y, within: 50}}}", "6:94: within (words) must be a whole number from 0 to 20"},
           {"no map", "6:5: a rule must be a map of keys and values"},
       }) {
    CAPTURE(row.rule);
    std::string found = listed(read_book({pack_of("p", "  - " + row.rule + "\n")}).errors);
    // Messages of other rooms may say more; the place and the beginning count here.
    CHECK(found.substr(0, row.errors.size()) == row.errors);
    CHECK(found.find('\n') == std::string::npos);
  }
}

TEST_CASE("nobody's fault is what customers or unknown speakers say") {
  for (std::string_view role : {"customer", "[customer]", "[agent, customer]", "unknown", "[unknown]"}) {
    CAPTURE(role);
    const Book book = read_book({pack_of("p", "  - {id: a, kind: forbid, message: m, points: 5, find: x, role: " + std::string(role) + "}\n")});
    CHECK_FALSE(book.rules);
  }
}

TEST_CASE("mistakes of a pack as a whole have their places too") {
  struct Row {
    std::string pack, errors;
  };
  const std::string rules = "rules:\n" + std::string(one_rule);
  for (const Row& row : std::initializer_list<Row>{
           {"[a]\n", "1:1: a pack must be a map"},
           {"text\n", "1:1: a pack must be a map"},
           {"version: 1.0.0\ntitle: t\nwhy: w\n" + rules, "1:1: pack is missing"},
           {"pack: p\ntitle: t\nwhy: w\n" + rules, "1:1: version is missing"},
           {"pack: My Pack\nversion: 1.0.0\ntitle: t\nwhy: w\n" + rules, "1:7: \"My Pack\" is no name for a pack"},
           {"pack: p\nversion: 1.0.0\ntitle: t\nwhy: w\n", "1:1: a pack needs a list of rules"},
           {"pack: p\nversion: 1.0.0\ntitle: t\nwhy: w\nrules: []\n", "5:8: a pack needs a list of rules"},
           {"pack: p\nversion: 1.0.0\ntitle: t\nwhy: w\nrules: {a: b}\n", "5:8: a pack needs a list of rules"},
           {"pack: p\nversion: 1.0.0\ntitle: t\nwhy: w\nrulez: 1\n" + rules, "5:1: unknown key \"rulez\" in a pack"},
           {"pack: p\nversion: 1.0.0\ntitle: t\nwhy: w\nwords: [a]\n" + rules, "5:8: words must be a map"},
           {"pack: p\nversion: 1.0.0\ntitle: t\nwhy: w\nwords: {a: []}\n" + rules, "5:12: word list \"a\" is an empty list"},
           {"pack: p\nversion: 1.0.0\ntitle: t\nwhy: w\nwords: {a: [x, 'y (']}\n" + rules, "5:20: words are missing here"},
       }) {
    CAPTURE(row.pack);
    CHECK(listed(read_book({row.pack}).errors).starts_with(row.errors));
  }
}

TEST_CASE("two rules of a pack may not have one id") {
  const std::string twice = std::string(one_rule) + std::string(one_rule);
  CHECK(listed(read_book({pack_of("p", twice)}).errors) == "7:10: the id \"no\" is taken");
}

TEST_CASE("all mistakes of all packs come at once, from top to bottom") {
  const Book book = read_book({pack_of("p", "  - {id: a, kind: forbid, points: x, find: 'y ('}\n  - {id: b, kind: forbid, message: m, points: 1, find: '{z}'}\n", "  l: ['(']\n"),
                               pack_of("q", "  - {id: a, kind: no}\n"), pack_of("r", std::string(one_rule))});
  CHECK_FALSE(book.rules);
  std::string places;
  for (const Error& error : book.errors) places += error.place.path + ':' + std::to_string(error.place.line) + ' ';
  CHECK(places == "p0.yaml:6 p0.yaml:8 p0.yaml:8 p0.yaml:8 p0.yaml:9 p1.yaml:6 p1.yaml:6 p1.yaml:6 ");
}

TEST_CASE("word lists may use each other, and the lexicon below them") {
  const std::string lexicon = "lexicon: l\nwords:\n  we: [I, we]\n  unable: [cannot]\n";
  const auto errors = [&](std::string_view words, std::string_view find) {
    return listed(read_book({pack_of("p", "  - {id: a, kind: forbid, message: m, points: 5, find: \"" + std::string(find) + "\"}\n", words)}, lexicon).errors);
  };
  CHECK(errors("", "{we} {unable}") == "");
  CHECK(errors("  unable: [won't]\n", "{we} {unable}") == "");
  CHECK(errors("  a: ['{b}']\n  b: ['{we}']\n", "{a}") == "");
  CHECK(errors("  a: ['x']\n", "{b}") == "8:57: unknown word list {b}");
  CHECK(errors("  a: ['x {b}']\n", "y") == "6:10: unknown word list {b}");
}

TEST_CASE("a broken word list is reported once, wherever it is used") {
  const auto errors = [&](std::string_view words, std::string_view find) {
    return listed(read_book({pack_of("p", "  - {id: a, kind: forbid, message: m, points: 5, find: \"" + std::string(find) + "\"}\n", words)}).errors);
  };
  CHECK(errors("  a: ['(']\n", "{a}") == "6:9: words are missing here");
  CHECK(errors("  a: ['{b}']\n  b: ['(']\n", "{a}") == "7:9: words are missing here");
  CHECK(errors("  a: ['{b}']\n  b: []\n", "{a} {b}") == "7:6: word list \"b\" is an empty list");
  CHECK(errors("  a: ['x ...']\n", "{a} y") == "6:10: a gap needs words on both sides");
  CHECK(errors("  a: ['[x]']\n", "{a} y") == "6:8: every part of this phrase may be missing");
  CHECK(errors("  a: ['{a}']\n", "{a}") == "6:3: word list {a} contains itself: a → a");
  CHECK(errors("  a: ['{b}']\n  b: ['{c}']\n  c: ['x {b}']\n", "{a} {b} {c}") == "7:3: word list {b} contains itself: a → b → c → b");
  std::string chain;
  for (int i = 0; i < 5000; ++i) chain += "  l" + std::to_string(i) + ": ['{l" + std::to_string(i + 1) + "}']\n";
  CHECK(errors(chain + "  l5000: [x]\n", "{l0}").find("nested too deeply") != std::string::npos);
}

// Packs as they are when they are compiled in: read once for their tables, and then again with these.
struct CompiledBook {
  explicit CompiledBook(const std::vector<std::string>& sources) : readings(sources.size()) {
    std::vector<PackFile> raw;
    for (std::size_t i = 0; i < sources.size(); ++i) {
      documents.push_back(std::move(*yaml::parse("builtin.yaml", sources[i])));
      raw.push_back({documents[i]->tree, false, {}, &readings[i]});
    }
    auto first = read_rule_book(raw, {});
    REQUIRE(first);
    build(**first, nullptr);
    patterns = (*first)->patterns.compiled();
    TableWriter writer;
    (*first)->added.wakes.store(writer);
    wakes = writer.take();
    for (auto& some : readings) {
      std::sort(some.begin(), some.end());
      std::vector<CompiledPhrase>& row = phrases.emplace_back();
      for (const auto& [node, id] : some) row.push_back({node, id});
    }
    for (std::size_t i = 0; i < sources.size(); ++i) files.push_back({documents[i]->tree, true, phrases[i]});
  }

  std::vector<std::unique_ptr<yaml::Document>> documents;
  std::vector<std::vector<std::pair<uint32_t, PatternId>>> readings;
  std::vector<std::vector<CompiledPhrase>> phrases;
  std::string patterns, wakes;
  std::vector<PackFile> files;
};

std::vector<std::string> woken(const RuleBook& book, std::span<const PatternId> candidates) {
  std::vector<uint32_t> awake;
  book.wake(candidates, awake);
  std::vector<std::string> names;
  for (uint32_t rule : awake) names.push_back(book.rules[rule]->name);
  return names;
}

TEST_CASE("compiled-in rules are woken by the patterns they were read with, also beside packs that replace some") {
  using Names = std::vector<std::string>;
  const CompiledBook compiled({pack_of("a", "  - {id: x, kind: forbid, message: m, points: 5, find: [\"one two\", \"three four\"]}\n"
                                            "  - {id: always, kind: require, message: m, points: 5, find: \"thank you\"}\n"),
                               pack_of("b", "  - {id: y, kind: forbid, message: m, points: 5, find: \"three four\", soften: {find: five, by: 50%}}\n")});
  const auto book = read_rule_book(compiled.files, {}, {compiled.patterns, compiled.wakes});
  REQUIRE(book);
  build(**book, nullptr);
  REQUIRE((*book)->patterns.compiled_size() == 4);
  std::vector<PatternId> all;
  for (PatternId id = 0; id < 4; ++id) all.push_back(id);
  CHECK(woken(**book, {}) == Names{"a/always"});
  CHECK(woken(**book, all) == Names{"a/x", "a/always", "b/y"});
  CHECK((*book)->rules[2]->logic->soften->percent == 50);

  const auto mine = yaml::parse("mine.yaml", pack_of("a", "  - {id: z, kind: forbid, message: m, points: 5, find: six}\n"));
  std::vector<PackFile> files = compiled.files;
  files.push_back({(*mine)->tree, false});
  const auto mixed = read_rule_book(files, {}, {compiled.patterns, compiled.wakes});
  REQUIRE(mixed);
  build(**mixed, nullptr);
  CHECK(woken(**mixed, {}).empty());
  CHECK(woken(**mixed, all) == Names{"b/y"});
  all.push_back(4);
  CHECK(woken(**mixed, all) == Names{"b/y", "a/z"});
}

TEST_CASE("a user's pack replaces the compiled-in one of its name, two of the user's clash") {
  const std::string mine = pack_of("p", "  - {id: mine, kind: forbid, message: m, points: 5, find: \"we can\"}\n");
  const std::string theirs = pack_of("p", "  - {id: theirs, kind: forbid, message: m, points: 5, find: \"we can\"}\n");
  const auto one = yaml::parse("builtin.yaml", theirs), two = yaml::parse("mine.yaml", mine), other = yaml::parse("other.yaml", mine);
  const std::vector<PackFile> replaced = {{(*one)->tree, true}, {(*two)->tree, false}};
  const auto book = read_rule_book(replaced, {});
  REQUIRE(book);
  REQUIRE((*book)->rules.size() == 1);
  CHECK((*book)->rules[0]->name == "p/mine");

  const std::vector<PackFile> clash = {{(*two)->tree, false}, {(*other)->tree, false}};
  const auto clashing = read_rule_book(clash, {});
  REQUIRE_FALSE(clashing);
  REQUIRE(clashing.errors().size() == 1);
  CHECK(clashing.errors()[0].place == Place{"other.yaml", 1, 7});
  CHECK(clashing.errors()[0].what == "the pack \"p\" is given twice");
  CHECK(clashing.errors()[0].hint.find("mine.yaml") != std::string::npos);
}

TEST_CASE("a book's hash tells its contents") {
  const auto hash = [](std::string_view rules) { return (*read_book({pack_of("p", rules)})).hash; };
  CHECK(hash(one_rule) == hash("  # no\n" + std::string(one_rule)));
  CHECK(hash(one_rule) != hash("  - {id: no, kind: forbid, message: m, points: 6, find: \"we can't\"}\n"));
}

TEST_CASE("a rule wakes when one of its patterns may match, once however many do") {
  Book book = read_book({pack_of("p", "  - {id: a, kind: forbid, message: m, points: 5, find: [x y, z, {any: w, not_in: v}]}\n"
                                      "  - {id: b, kind: forbid, message: m, points: 5, find: [z]}\n")});
  REQUIRE(book.rules);
  build(*book.rules, nullptr);
  const Wakes& wakes = (*book).added.wakes;
  CHECK(wakes.always().empty());
  std::vector<std::size_t> woken;
  for (PatternId id = 0; id < (*book).patterns.size(); ++id) woken.push_back(wakes.by(id).size());
  std::sort(woken.begin(), woken.end());
  CHECK(woken == std::vector<std::size_t>{0, 1, 1, 2});  // v wakes nobody, z both

  std::vector<PatternId> all;
  for (PatternId id = 0; id < (*book).patterns.size(); ++id) all.push_back(id);
  std::vector<uint32_t> awake = {7};
  (*book).wake(all, awake);
  CHECK(awake == std::vector<uint32_t>{0, 1});
  (*book).wake({}, awake);
  CHECK(awake.empty());
}

}  // namespace
}  // namespace decant
