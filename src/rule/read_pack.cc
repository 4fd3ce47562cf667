#include "rule/read_pack.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "match/read_roles.h"
#include "rule/kinds.h"
#include "rule/pack_keys.h"

namespace decant {
namespace {

bool is_identifier(std::string_view text) {
  return !text.empty() && text[0] >= 'a' && text[0] <= 'z' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

// "1.2.3" or "1.2"
std::optional<std::array<int, 3>> version_from(std::string_view text) {
  std::array<int, 3> version{};
  std::size_t part = 0;
  for (std::string_view rest = text; part < version.size();) {
    const auto [end, fault] = std::from_chars(rest.data(), rest.data() + rest.size(), version[part++]);
    if (fault != std::errc{}) return std::nullopt;
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    if (rest.empty()) return part >= 2 ? std::optional(version) : std::nullopt;
    if (rest[0] != '.') return std::nullopt;
    rest.remove_prefix(1);
  }
  return std::nullopt;
}

// What of a rule may be read long after its pack was.
class RestReader {
 public:
  explicit RestReader(FindContext& context) : reader_(context.reader), context_(context) {}

  // `kind` is null if the rule has none that is known: the rest of it is checked all the same.
  RuleLogic logic(const yaml::Node& rule, const Kind* kind) {
    RuleLogic out;
    if (kind) out.check = kind->read(rule, context_);
    out.soften = read_soften(rule["soften"]);
    return out;
  }

  RuleExamples examples(const yaml::Node& node) {
    RuleExamples out;
    if (!node.exists() || !reader_.expect_map(node, "examples", example_keys())) return out;
    for (const yaml::Node& one : reader_.texts_or_maps(node["fires"], "fires", must_fire_keys()))
      if (auto example = read_example(one)) out.fires.push_back(*std::move(example));
    for (const yaml::Node& one : reader_.texts_or_maps(node["quiet"], "quiet", must_be_quiet_keys()))
      if (auto example = read_example(one)) out.quiet.push_back(*std::move(example));
    return out;
  }

 private:
  std::optional<Soften> read_soften(const yaml::Node& node) {
    if (!node.exists() || !reader_.expect_map(node, "soften", soften_keys())) return std::nullopt;
    if (!node["find"].exists() || !node["by"].exists()) {
      reader_.fail(node, "soften needs find and by", "for example soften: {find: \"what I can do\", by: 50%}");
      return std::nullopt;
    }
    Soften soften;
    soften.find = read_find(node["find"], context_);
    soften.percent = reader_.percent(node["by"], "by").value_or(0);
    if (const yaml::Node within = node["within"]; within.exists() && reader_.expect_map(within, "within", soften_within_keys()))
      soften.within_turns = reader_.integer(within["turns"], "turns", 0, 100).value_or(0);
    return soften;
  }

  std::optional<Example> read_example(const yaml::Node& node) {
    if (node.is_scalar()) return Example{std::string(node.text()), node.place()};
    const yaml::Node text = node["text"];
    if (!text.exists()) reader_.fail(node, "text is missing", "the words of the example");
    if (!reader_.text(text, "text")) return std::nullopt;
    Example example{std::string(text.text()), text.place(), reader_.integer(node["times"], "times", 1, 1000)};
    for (const yaml::Node& name : reader_.texts(node["but"], "but")) example.but.emplace_back(name.text());
    return example;
  }

  yaml::Reader& reader_;
  FindContext& context_;
};

// Gives to `then` a reader for a rule of a compiled-in pack, in which no mistake can be: it was checked when decant was built.
template <typename F>
auto read_compiled(CompiledPhrases compiled, PatternSet& patterns, F&& then) {
  Errors none;
  yaml::Reader reader(none);
  const Vocabulary no_words;
  FindContext context{reader, no_words, patterns, compiled};
  return then(RestReader(context));
}

class PackReader {
 public:
  PackReader(const PackFile& file, const Vocabulary& lexicon, PatternSet& patterns, yaml::Reader& reader)
      : root_(file.tree), reader_(reader), words_(&lexicon),
        context_{reader, words_, patterns, file.compiled, file.readings} {}

  RulePack read() {
    // A pack for a later decant may hold keys that this one cannot know: that is said first, and alone.
    if (is_for_a_later_decant()) return std::move(pack_);
    if (!reader_.expect_map(root_, "a pack", pack_keys())) return std::move(pack_);
    pack_.place = root_.place();
    pack_.name = identifier(root_["pack"], root_, "pack");
    pack_.version = required(root_["version"], root_, "version");
    pack_.title = required(root_["title"], root_, "title");
    pack_.why = required(root_["why"], root_, "why");
    pack_.language = reader_.text(root_["language"], "language").value_or("en");
    if (const yaml::Node source = root_["source"]; source.exists() && reader_.expect_map(source, "source", source_keys())) {
      pack_.source = {reader_.text(source["article"], "article").value_or(""),
                      reader_.text(source["author"], "author").value_or(""),
                      reader_.text(source["section"], "section").value_or("")};
    }
    // The phrases of a compiled-in pack were read when decant was built, and its lists with them.
    if (context_.compiled.empty()) words_.read(root_["words"], reader_);
    const yaml::Node rules = root_["rules"];
    if (!rules.is_sequence() || rules.items().empty()) {
      reader_.fail(rules.exists() ? rules : root_, "a pack needs a list of rules", "rules: followed by \"- id: …\" entries");
      return std::move(pack_);
    }
    for (const yaml::Node& rule : rules.items()) read_rule(rule);
    return std::move(pack_);
  }

 private:
  bool is_for_a_later_decant() {
    const yaml::Node node = root_["min_decant"];
    if (!node.exists()) return false;
    const auto wanted = version_from(node.text());
    if (!wanted) {
      reader_.fail(node, fmt::format("\"{}\" is no version", node.text()), "for example min_decant: 0.1.0");
      return false;
    }
    if (*wanted <= *version_from(DECANT_VERSION)) return false;
    reader_.fail(node, fmt::format("the pack asks for decant {}, this is " DECANT_VERSION, node.text()), "install a newer decant");
    return true;
  }

  std::string required(const yaml::Node& node, const yaml::Node& parent, std::string_view key) {
    if (!node.exists()) {
      reader_.fail(parent, fmt::format("{} is missing", key));
      return {};
    }
    return reader_.text(node, key).value_or("");
  }

  std::string identifier(const yaml::Node& node, const yaml::Node& parent, std::string_view key) {
    const std::string text = required(node, parent, key);
    if (!text.empty() && !is_identifier(text))
      reader_.fail(node, fmt::format("\"{}\" is no name for a {}", text, key == "id" ? "rule" : "pack"),
                   "small letters, digits and hyphens, starting with a letter");
    return text;
  }

  void read_rule(const yaml::Node& node) {
    if (!node.is_map()) {
      reader_.fail(node, "a rule must be a map of keys and values", "start it with \"- id: …\"");
      return;
    }
    const std::size_t errors_before = reader_.error_count();
    Rule rule;
    rule.pack = pack_.name;
    rule.place = node.place();
    const std::string id = identifier(node["id"], node, "id");
    rule.name = pack_.name + '/' + id;
    if (!id.empty()) {
      const auto [earlier, is_new] = lines_.emplace(id, rule.place.line);
      if (!is_new)
        reader_.fail(node["id"], fmt::format("the id \"{}\" is taken", id),
                     fmt::format("the rule on line {} has it", earlier->second));
    }
    const Kind* kind = read_kind(node);
    if (kind) {
      check_keys(node, *kind);
      rule.kind = std::string(kind->name);
      rule.type = kind->type;
    }
    read_rest(node, kind, rule);
    rule.message = required(node["message"], node, "message");
    rule.why = reader_.text(node["why"], "why").value_or("");
    if (const auto i = reader_.choice(node["severity"], "severity", severity_names)) rule.severity = static_cast<Severity>(*i);
    if (const auto i = reader_.choice(node["impact"], "impact", impact_names)) rule.impact = static_cast<Impact>(*i);
    if (const auto i = reader_.choice(node["owner"], "owner", owner_names)) rule.owner = static_cast<Owner>(*i);
    read_points(node, rule);
    read_rule_roles(node, kind, rule);
    for (const yaml::Node& channel : reader_.texts(node["channels"], "channels"))
      if (const auto i = reader_.choice(channel, "channel", channel_names))
        rule.channels.push_back(std::string(channel_names[*i]));
    if (node["when"].exists()) rule.when = read_condition(node["when"], reader_);
    rule.is_trial = reader_.choice(node["confidence"], "confidence", confidences).value_or(0) == 1;
    for (const yaml::Node& text : reader_.texts(node["say_instead"], "say_instead"))
      rule.say_instead.push_back(std::string(text.text()));
    if (reader_.error_count() == errors_before) pack_.rules.push_back(std::move(rule));
  }

  void read_rest(const yaml::Node& node, const Kind* kind, Rule& rule) {
    const yaml::Node examples = node["examples"];
    if (context_.compiled.empty()) {
      RestReader rest(context_);
      rule.logic = Later(rest.logic(node, kind));
      rule.examples = Later(rest.examples(examples));
      return;
    }
    const auto later = [compiled = context_.compiled, &patterns = context_.patterns](auto&& read) { return read_compiled(compiled, patterns, read); };
    rule.logic = Later<RuleLogic>([=] { return later([&](RestReader rest) { return rest.logic(node, kind); }); });
    rule.examples = Later<RuleExamples>([=] { return later([&](RestReader rest) { return rest.examples(examples); }); });
  }

  // "a forbid rule", "an answer rule"
  static std::string a_rule(const Kind& kind) {
    return fmt::format("{} {} rule", std::string_view("aeiou").find(kind.name[0]) == std::string_view::npos ? "a" : "an", kind.name);
  }

  void check_keys(const yaml::Node& node, const Kind& kind) {
    std::vector<std::string_view> known;
    for (const yaml::Key& key : common_rule_keys()) known.push_back(key.name);
    for (const yaml::Key& key : kind.keys) known.push_back(key.name);
    for (const auto& [key, value] : node.entries()) {
      if (std::ranges::find(known, key.text()) != known.end()) continue;
      std::vector<std::string_view> owners;
      for (const Kind& other : kinds())
        if (std::ranges::find(other.keys, key.text(), &yaml::Key::name) != other.keys.end()) owners.push_back(other.name);
      reader_.fail(key, fmt::format("unknown key \"{}\" in {}", key.text(), a_rule(kind)),
                   owners.empty() ? yaml::suggestion(key.text(), known)
                                  : fmt::format("it is a key of other kinds: {}", fmt::join(owners, ", ")));
    }
  }

  const Kind* read_kind(const yaml::Node& node) {
    std::vector<std::string_view> names;
    for (const Kind& kind : kinds()) names.push_back(kind.name);
    if (!node["kind"].exists()) {
      reader_.fail(node, "kind is missing", yaml::suggestion("", names));
      return nullptr;
    }
    const auto i = reader_.choice(node["kind"], "kind", names);
    return i ? &kinds()[*i] : nullptr;
  }

  void read_points(const yaml::Node& node, Rule& rule) {
    const auto points = reader_.points(node["points"], "points");
    if (!node["points"].exists() && rule.type != FindingType::note)
      reader_.fail(node, "points is missing", "how many the first hit takes or gives back, for example points: 5");
    rule.points = points.value_or(Points{});
    rule.cap = reader_.points(node["cap"], "cap");
    if (points && rule.cap && *rule.cap < *points)
      reader_.fail(node["cap"], fmt::format("cap {} is less than points {}", to_string(*rule.cap), to_string(*points)),
                   "the cap bounds repeats; make it at least the points of one hit");
  }

  void read_rule_roles(const yaml::Node& node, const Kind* kind, Rule& rule) {
    const yaml::Node role = node["role"], inner = node["find"]["role"];
    if (role.exists()) rule.roles = read_roles(role, reader_).value_or(RoleSet());
    if (!kind || !kind->is_of_the_brand) return;
    const auto speaks_of_customers = [](const yaml::Node& named) {
      const std::vector<yaml::Node> items = named.items();
      const auto is_customer = [](const yaml::Node& one) { return one.text() == name(Role::customer); };
      return is_customer(named) || std::any_of(items.begin(), items.end(), is_customer);
    };
    for (const yaml::Node& named : {role, inner})
      if (speaks_of_customers(named))
        reader_.fail(named, fmt::format("{} cannot speak of customers: what they say is evidence, nobody's fault", a_rule(*kind)),
                     "make it kind: note, or the trigger of kind: answer");
  }

  yaml::Node root_;
  yaml::Reader& reader_;
  Vocabulary words_;
  FindContext context_;
  RulePack pack_;
  std::map<std::string, uint32_t, std::less<>> lines_;  // of the rule ids
};

}  // namespace

RulePack read_pack(const PackFile& file, const Vocabulary& lexicon, PatternSet& patterns, yaml::Reader& reader) {
  return PackReader(file, lexicon, patterns, reader).read();
}

}  // namespace decant
