// The word lists a pack may use by name: its own, and the lexicon's below them. A list of the pack hides one of the same
// name in the lexicon.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/phrase.h"
#include "yaml/reader.h"

namespace decant {

class Vocabulary {
 public:
  // `below` outlives this; may be null.
  explicit Vocabulary(const Vocabulary* below = nullptr) : below_(below) {}

  // Reads a `words:` map. Lists may use lists that come later; unknown names and cycles are reported at their places.
  void read(const yaml::Node& words, yaml::Reader& reader);

  static yaml::Shape shape();  // what read() takes

  const std::vector<PhraseNode>* find(std::string_view name) const;
  std::vector<std::string_view> names() const;

  // Reports the lists in `phrase` that do not exist. False if there was one, or one that was broken when it was read:
  // then the phrase must not be rendered.
  bool check_lists(const PhraseNode& phrase, const yaml::Node& node, yaml::Reader& reader) const;

 private:
  struct List {
    std::vector<PhraseNode> phrases;
    std::vector<yaml::Node> nodes;  // of each phrase
    yaml::Node key;
    bool is_broken = false;  // and reported: what uses it is not reported again
    enum class State : uint8_t { unseen, on_path, done } state = State::unseen;
  };
  const List* list(std::string_view name) const;
  static const List* masked(std::string_view name);
  void check(std::string_view name, List& list, std::vector<std::string_view>& path, yaml::Reader& reader);

  const Vocabulary* below_;
  std::map<std::string, List, std::less<>> lists_;
};

}  // namespace decant
