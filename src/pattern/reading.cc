#include "pattern/reading.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "pattern/spelling.h"
#include "pattern/word_forms.h"

namespace decant {
namespace {

using Kind = PhraseNode::Kind;

bool is_hyphen(const PhraseNode& node) { return node.kind == Kind::word && node.is_glued && node.text == "-"; }

std::string written_alternatives(const std::vector<PhraseNode>& nodes) {
  std::vector<std::string> written;
  for (const PhraseNode& node : nodes) written.push_back(written_phrase(node));
  return fmt::format("{}", fmt::join(written, " | "));  // with spaces, so that a long choice can be wrapped
}

// What the brackets and dots of the notation would be taken for.
std::string escaped(std::string_view word) {
  std::string out;
  for (char c : word) {
    if (std::string_view("()[]{}|\\*").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

class Glossary {
 public:
  Glossary(const ListLookup& lists, std::vector<Gloss>& glosses) : lists_(lists), glosses_(glosses) {}

  // A phrase, then what its lists hold, so that {we} comes before the words in it.
  void add_phrase(const PhraseNode& phrase) {
    add(phrase, true);
    while (!waiting_.empty()) {
      const std::vector<std::string> names = std::move(waiting_);
      waiting_.clear();
      for (const std::string& name : names)
        for (const PhraseNode& entry : *lists_(name)) add(entry, false);
    }
  }

 private:
  bool put(std::string written, std::string meaning) {
    if (std::ranges::find(glosses_, written, &Gloss::written) != glosses_.end()) return false;
    glosses_.push_back({std::move(written), std::move(meaning)});
    return true;
  }

  void add(const PhraseNode& node, bool is_first) {
    switch (node.kind) {
      case Kind::word: return add_word(node.text, node.text, is_first);
      case Kind::stem: return add_stem(node);
      case Kind::any_word: put("_", "exactly one word"); return;
      case Kind::gap: put(written_phrase(node), fmt::format("up to {} words, inside one sentence", node.most)); return;
      case Kind::choice:
        put("(… | …)", "one of these");
        for (const PhraseNode& child : node.children) add(child, is_first);
        return;
      case Kind::optional:
        put("[…]", "may be missing");
        for (const PhraseNode& child : node.children) add(child, is_first);
        return;
      case Kind::list: return add_list(node);
      case Kind::sequence: return add_sequence(node, is_first);
    }
  }

  void add_sequence(const PhraseNode& node, bool is_first) {
    const auto& items = node.children;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const bool is_leading = is_first && i == 0;
      if (i + 2 < items.size() && is_hyphen(items[i + 1])) {
        const std::string &a = items[i].text, &b = items[i + 2].text;
        put(a + '-' + b, fmt::format("{0}-{1}, {0} {1}, {0}{1}", a, b));
        i += 2;
        continue;
      }
      // Two words that make a contraction are read as that.
      const bool is_pair = i + 1 < items.size() && items[i].kind == Kind::word && items[i + 1].kind == Kind::word && !items[i + 1].is_glued;
      if (const std::string joined = is_pair ? contraction_of(items[i].text, items[i + 1].text) : ""; !joined.empty()) {
        add_word(items[i].text + ' ' + items[i + 1].text, joined, is_leading);
        ++i;
        continue;
      }
      add(items[i], is_leading);
    }
  }

  void add_word(const std::string& written, const std::string& word, bool is_first) {
    const WordForms forms = word_forms(word);
    std::string meaning = fmt::format("{}", fmt::join(forms.alone, ", "));
    if (!is_first && !forms.attached.empty())
      meaning += fmt::format("; or {} at the end of the word before", fmt::join(forms.attached, ", "));
    std::string without = word;
    std::erase(without, '\'');
    if (without != word && std::ranges::find(forms.alone, without) == forms.alone.end())
      meaning += fmt::format("; not “{}”, which is another word", without);
    if (meaning != written) put(written, std::move(meaning));
  }

  void add_stem(const PhraseNode& node) {
    put(written_phrase(node), fmt::format("any word that begins with {}", fmt::join(regional_forms(node.text), " or ")));
  }

  void add_list(const PhraseNode& node) {
    std::vector<std::string> entries;
    for (const PhraseNode& entry : *lists_(node.text)) entries.push_back(written_phrase(entry));
    // What folding masks has no words of its own.
    if (entries.size() == 1 && entries[0].size() == 1 && static_cast<unsigned char>(entries[0][0]) < ' ') {
      put(written_phrase(node), fmt::format("such as {}", word_forms(entries[0]).alone[0]));
      return;
    }
    if (put(written_phrase(node), fmt::format("{}", fmt::join(entries, ", ")))) waiting_.push_back(node.text);
  }

  const ListLookup& lists_;
  std::vector<Gloss>& glosses_;
  std::vector<std::string> waiting_;  // lists whose entries are yet to be looked at
};

}  // namespace

std::string written_phrase(const PhraseNode& phrase) {
  switch (phrase.kind) {
    case Kind::word: return escaped(phrase.text);
    case Kind::stem: return escaped(phrase.text) + '*';
    case Kind::any_word: return "_";
    case Kind::gap: return phrase.most == 4 ? "..." : fmt::format("...{{{}}}", phrase.most);
    case Kind::choice: return '(' + written_alternatives(phrase.children) + ')';
    case Kind::optional: return '[' + written_alternatives(phrase.children) + ']';
    case Kind::list: return '{' + phrase.text + '}';
    case Kind::sequence: break;
  }
  std::string out;
  for (const PhraseNode& item : phrase.children) {
    if (!out.empty() && !item.is_glued) out += ' ';
    out += written_phrase(item);
  }
  return out;
}

bool is_written_regex(std::string_view text) {
  return text.size() >= 2 && text.starts_with('/') && text.ends_with('/');
}

void add_glosses(std::string_view text, const ListLookup& lists, std::vector<Gloss>& glosses) {
  if (is_written_regex(text)) {
    if (std::ranges::find(glosses, "/…/", &Gloss::written) == glosses.end())
      glosses.push_back({"/…/", "a regex in RE2's syntax, in any case, with no word boundaries but its own"});
    return;
  }
  const auto phrase = parse_phrase(text);
  if (const auto* tree = std::get_if<PhraseNode>(&phrase)) Glossary(lists, glosses).add_phrase(*tree);
}

}  // namespace decant
