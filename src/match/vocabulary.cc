#include "match/vocabulary.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace decant {

void Vocabulary::read(const yaml::Node& words, yaml::Reader& reader) {
  if (!words.exists()) return;
  if (!words.is_map()) {
    reader.fail(words, "words must be a map of list names and lists", "for example we: [I, we, our team]");
    return;
  }
  for (const auto& [key, value] : words.entries()) {
    List list;
    list.key = key;
    for (const yaml::Node& entry : reader.texts(value, fmt::format("word list \"{}\"", key.text()))) {
      auto phrase = parse_phrase(entry.text());
      if (const auto* fault = std::get_if<PhraseFault>(&phrase)) {
        reader.fail(entry, fault->what, fault->hint, fault->at);
        continue;
      }
      list.phrases.push_back(std::move(std::get<PhraseNode>(phrase)));
      list.nodes.push_back(entry);
    }
    lists_.emplace(std::string(key.text()), std::move(list));
  }
  for (auto& [name, list] : lists_)
    for (std::size_t i = 0; i < list.phrases.size(); ++i) check_lists(list.phrases[i], list.nodes[i], reader);
  report_cycles(reader);
  // A list left empty by errors would be a hole to fall into when it is used.
  std::erase_if(lists_, [](const auto& entry) { return entry.second.phrases.empty(); });
}

const std::vector<PhraseNode>* Vocabulary::find(std::string_view name) const {
  if (const auto own = lists_.find(name); own != lists_.end()) return &own->second.phrases;
  return below_ ? below_->find(name) : nullptr;
}

std::vector<std::string_view> Vocabulary::names() const {
  std::vector<std::string_view> out;
  for (const auto& [name, list] : lists_) out.push_back(name);
  if (below_)
    for (std::string_view name : below_->names()) out.push_back(name);
  return out;
}

bool Vocabulary::check_lists(const PhraseNode& phrase, const yaml::Node& node, yaml::Reader& reader) const {
  std::vector<const PhraseNode*> used;
  lists_used(phrase, used);
  bool is_complete = true;
  for (const PhraseNode* list : used) {
    if (find(list->text)) continue;
    is_complete = false;
    reader.fail(node, fmt::format("unknown word list {{{}}}", list->text), yaml::suggestion(list->text, names()),
                list->at);
  }
  return is_complete;
}

void Vocabulary::report_cycles(yaml::Reader& reader) {
  std::map<std::string, int> state;
  std::vector<std::string> names;
  for (const auto& [name, list] : lists_) names.push_back(name);
  for (const std::string& name : names) {
    std::vector<std::string> path;
    visit(name, path, state, reader);
  }
}

// Depth first; state 1: on the path, 2: done. A list that closes a cycle is emptied so that nobody runs round it.
bool Vocabulary::visit(const std::string& name, std::vector<std::string>& path, std::map<std::string, int>& state,
                       yaml::Reader& reader) {
  if (state[name] == 2) return true;
  path.push_back(name);
  if (state[name] == 1) {
    reader.fail(lists_.at(name).key, fmt::format("word list {{{}}} contains itself: {}", name, fmt::join(path, " → ")),
                "take one of them out");
    path.pop_back();
    return false;
  }
  state[name] = 1;
  std::vector<const PhraseNode*> used;
  for (const PhraseNode& phrase : lists_.at(name).phrases) lists_used(phrase, used);
  bool is_sound = true;
  for (const PhraseNode* list : used)
    if (lists_.count(list->text)) is_sound &= visit(list->text, path, state, reader);
  if (!is_sound) lists_.at(name).phrases.clear();
  state[name] = 2;
  path.pop_back();
  return true;
}

}  // namespace decant
