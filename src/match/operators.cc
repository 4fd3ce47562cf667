#include "match/operators.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "match/operators/rows.h"

namespace decant {
namespace {

std::vector<std::string_view> operator_names() {
  std::vector<std::string_view> names;
  for (const Operator& op : operators()) names.push_back(op.name);
  return names;
}

}  // namespace

std::span<const Operator> operators() {
  // Filters are applied in this order; role comes last, so that it decides for all of them whose words are looked at.
  static const std::array table = {
      any_operator(),    all_operator(),       near_operator(),       then_operator(),     sentence_operator(),
      weigh_operator(),  not_in_operator(),    not_after_operator(),  not_before_operator(), not_near_operator(),
      question_operator(), quoted_operator(),  window_operator(),     role_operator()};
  return table;
}

std::unique_ptr<Matcher> make_find(std::string_view text, const yaml::Node& node, FindContext& context) {
  const auto id = [&] {
    if (const CompiledPhrase* done = find_compiled(context.compiled, node.index())) return done->pattern;
    auto phrase = parse_phrase(text);
    auto rendered = render_phrase(std::get<PhraseNode>(phrase), [](std::string_view) { return nullptr; });
    const PatternId made = context.patterns.add(std::move(std::get<PatternSpec>(rendered)));
    if (context.readings) context.readings->push_back({node.index(), made});
    return made;
  };
  return any_of_phrases({{id(), text}});
}

std::optional<PatternId> read_pattern(const yaml::Node& node, FindContext& context) {
  if (!node.is_scalar()) {
    if (node.is_sequence())
      context.reader.fail(node, "a list in a list", "put its phrases into the outer list, or write {any: […]}");
    else
      context.reader.fail(node, "no words stand here", "write a phrase, or a list of phrases: [\"…\", \"…\"]");
    return std::nullopt;
  }
  if (const CompiledPhrase* done = find_compiled(context.compiled, node.index())) return done->pattern;
  const std::string_view text = node.text();
  PatternSpec spec;
  uint32_t regex_at = 0;
  if (text.size() >= 2 && text.starts_with('/') && text.ends_with('/')) {
    spec = {std::string(text.substr(1, text.size() - 2)), true, false, false};
    regex_at = 1;
  } else {
    auto phrase = parse_phrase(text);
    if (const auto* fault = std::get_if<PhraseFault>(&phrase)) {
      context.reader.fail(node, fault->what, fault->hint, fault->at);
      return std::nullopt;
    }
    const auto& tree = std::get<PhraseNode>(phrase);
    if (!context.words.check_lists(tree, node, context.reader)) return std::nullopt;
    auto rendered = render_phrase(tree, [&](std::string_view name) { return context.words.find(name); });
    if (const auto* fault = std::get_if<PhraseFault>(&rendered)) {
      context.reader.fail(node, fault->what, fault->hint, fault->at);
      return std::nullopt;
    }
    spec = std::move(std::get<PatternSpec>(rendered));
  }
  if (const auto fault = check_regex(spec)) {
    context.reader.fail(node, fault->what, fault->hint, regex_at + (spec.is_raw ? fault->at.value_or(0) : 0));
    return std::nullopt;
  }
  const PatternId id = context.patterns.add(std::move(spec));
  if (context.readings) context.readings->push_back({node.index(), id});
  return id;
}

std::unique_ptr<Matcher> read_find(const yaml::Node& node, FindContext& context) {
  if (!node.is_map()) return any_operator().read(node, nullptr, context);

  std::unique_ptr<Matcher> matcher;
  yaml::Node finder;
  bool is_sound = true;
  for (const auto& [key, value] : node.entries()) {
    const auto op = std::find_if(operators().begin(), operators().end(),
                                 [&, name = key.text()](const Operator& o) { return o.name == name; });
    if (op == operators().end()) {
      context.reader.fail(key, fmt::format("unknown operator \"{}\"", key.text()), yaml::suggestion(key.text(), operator_names()));
      is_sound = false;
    } else if (!op->is_filter && finder.exists()) {
      context.reader.fail(key, fmt::format("\"{}\" and \"{}\" both say what to find", finder.text(), key.text()),
                          "put one of them inside the other");
      is_sound = false;
    } else if (!op->is_filter) {
      finder = key;
      matcher = op->read(value, nullptr, context);
      is_sound &= matcher != nullptr;
    }
  }
  if (!finder.exists()) {
    if (is_sound) context.reader.fail(node, "nothing here says what to find", "add any: [\"…\"]");
    return nullptr;
  }
  for (const Operator& op : operators()) {
    const yaml::Node value = op.is_filter ? node[op.name] : yaml::Node();
    if (!value.exists()) continue;
    // Also read when the finder was wrong, so that all errors come at once.
    auto filter = op.read(value, std::move(matcher), context);
    is_sound &= filter != nullptr;
    matcher = std::move(filter);
  }
  return is_sound ? std::move(matcher) : nullptr;
}

}  // namespace decant
