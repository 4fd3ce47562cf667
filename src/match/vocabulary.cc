#include "match/vocabulary.h"

#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "text/fold.h"

namespace decant {
namespace {

constexpr std::size_t deepest_lists = 12;

constexpr std::array<yaml::Key, 1> values = {{{"", "phrases, used together as {name}", yaml::texts()}}};

}  // namespace

void Vocabulary::read(const yaml::Node& words, yaml::Reader& reader) {
  if (!words.exists()) return;
  if (!words.is_map()) {
    reader.fail(words, "words must be a map of list names and lists", "for example we: [I, we, our team]");
    return;
  }
  for (const auto& [key, value] : words.entries()) {
    List list;
    list.key = key;
    const std::size_t errors_before = reader.error_count();
    for (const yaml::Node& entry : reader.texts(value, fmt::format("word list \"{}\"", key.text()))) {
      if (entry.text().size() > 1 && entry.text().starts_with('/') && entry.text().ends_with('/')) {
        reader.fail(entry, "a word list cannot hold a regular expression", "put it into a rule's find");
        continue;
      }
      auto phrase = parse_phrase(entry.text());
      if (const auto* fault = std::get_if<PhraseFault>(&phrase)) {
        reader.fail(entry, fault->what, fault->hint, fault->at);
        continue;
      }
      list.phrases.push_back(std::move(std::get<PhraseNode>(phrase)));
      list.nodes.push_back(entry);
    }
    list.is_broken = reader.error_count() > errors_before;
    lists_.emplace(std::string(key.text()), std::move(list));
  }
  std::vector<std::string_view> path;
  for (auto& [name, list] : lists_) check(name, list, path, reader);
}

yaml::Shape Vocabulary::shape() { return yaml::map_of(values); }

// What folding masks, by name: {link}, {mention} and {tag}.
const Vocabulary::List* Vocabulary::masked(std::string_view name) {
  const auto list = [](char mask) {
    PhraseNode node;
    node.kind = PhraseNode::Kind::word;
    node.text = std::string(1, mask);
    List out;
    out.phrases.push_back(std::move(node));
    return out;
  };
  static const List link = list(masked_link), mention = list(masked_mention), tag = list(masked_tag);
  return name == "link" ? &link : name == "mention" ? &mention : name == "tag" ? &tag : nullptr;
}

const Vocabulary::List* Vocabulary::list(std::string_view name) const {
  if (const auto own = lists_.find(name); own != lists_.end()) return &own->second;
  return below_ ? below_->list(name) : masked(name);
}

const std::vector<PhraseNode>* Vocabulary::find(std::string_view name) const {
  const List* known = list(name);
  return known ? &known->phrases : nullptr;
}

std::vector<std::string_view> Vocabulary::names() const {
  std::vector<std::string_view> out;
  for (const auto& [name, list] : lists_) out.push_back(name);
  if (below_)
    for (std::string_view name : below_->names()) out.push_back(name);
  else
    out.insert(out.end(), {"link", "mention", "tag"});
  return out;
}

bool Vocabulary::check_lists(const PhraseNode& phrase, const yaml::Node& node, yaml::Reader& reader) const {
  std::vector<const PhraseNode*> used;
  lists_used(phrase, used);
  bool is_complete = true;
  for (const PhraseNode* use : used) {
    const List* known = list(use->text);
    is_complete &= known && !known->is_broken;
    if (!known)
      reader.fail(node, fmt::format("unknown word list {{{}}}", use->text), yaml::suggestion(use->text, names()), use->at);
  }
  return is_complete;
}

// Depth first, so that a list is checked after those it uses. A list in a cycle is broken, and so is what uses it.
void Vocabulary::check(std::string_view name, List& list, std::vector<std::string_view>& path, yaml::Reader& reader) {
  if (list.state == List::State::done) return;
  path.push_back(name);
  if (list.state == List::State::on_path) {
    reader.fail(list.key, fmt::format("word list {{{}}} contains itself: {}", name, fmt::join(path, " → ")),
                "take one of them out");
    list.is_broken = true;
  } else if (path.size() > deepest_lists) {
    reader.fail(list.key, "word lists are nested too deeply", fmt::format("{} levels are the most", deepest_lists));
    list.is_broken = true;
  } else {
    list.state = List::State::on_path;
    std::vector<const PhraseNode*> used;
    for (const PhraseNode& phrase : list.phrases) lists_used(phrase, used);
    for (const PhraseNode* use : used)
      if (const auto own = lists_.find(use->text); own != lists_.end()) check(own->first, own->second, path, reader);
    for (std::size_t i = 0; i < list.phrases.size(); ++i) {
      if (!check_lists(list.phrases[i], list.nodes[i], reader)) {
        list.is_broken = true;
        continue;
      }
      const auto rendered = render_phrase(list.phrases[i], [&](std::string_view use) { return find(use); });
      if (const auto* fault = std::get_if<PhraseFault>(&rendered)) {
        reader.fail(list.nodes[i], fault->what, fault->hint, fault->at);
        list.is_broken = true;
      }
    }
    list.state = List::State::done;
  }
  path.pop_back();
}

}  // namespace decant
