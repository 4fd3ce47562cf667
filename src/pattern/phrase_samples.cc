// Texts on which a phrase fires, and near misses. They are made from the phrase by varying one place at a time, as all
// combinations would be millions, and then tried: what the pattern says decides where each is shown.
#include <algorithm>

#include "pattern/reading.h"
#include "pattern/regex.h"
#include "pattern/word_forms.h"
#include "text/fold.h"

namespace decant {
namespace {

using Kind = PhraseNode::Kind;

constexpr std::size_t most_variants = 400;  // of one place
constexpr char attach = '\x01';             // before a text that continues the word before it

// Words that fill a gap, as many as are asked for.
std::string filler(int words) {
  constexpr std::string_view fillers[] = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
  std::string out;
  for (int i = 0; i < words; ++i) {
    if (i) out += ' ';
    out += fillers[static_cast<std::size_t>(i) % std::size(fillers)];
  }
  return out;
}

void append_item(std::string_view item, bool is_glued, std::string& text) {
  if (item.empty()) return;
  const bool is_attached = item.front() == attach;
  if (is_attached && !text.empty()) item.remove_prefix(1);
  if (!text.empty() && !is_glued && !is_attached) text += ' ';
  text += item;
}

class Variants {
 public:
  explicit Variants(const ListLookup& lists) : lists_(lists) {}

  // The plainest text first. Each of the others differs from it in one place.
  std::vector<std::string> of(const PhraseNode& node, bool is_first) const {
    switch (node.kind) {
      case Kind::word: return of_word(node, is_first);
      case Kind::stem: return {node.text + "ing", node.text + "ed"};
      case Kind::any_word: return {"something"};
      case Kind::gap: return {"", filler(1), filler(node.most)};
      case Kind::choice: return of_any(node.children, is_first);
      case Kind::optional: {
        std::vector<std::string> out = of_any(node.children, is_first);
        out.insert(out.begin() + 1, "");
        return out;
      }
      case Kind::list: return of_any(*lists_(node.text), is_first);
      case Kind::sequence: return of_sequence(node, is_first);
    }
    return {};
  }

  // The plainest text with every gap as `gap`; for near misses.
  std::string with_gaps(const PhraseNode& node, std::string_view gap, bool is_first = true) const {
    if (node.kind != Kind::sequence) return of(node, is_first).front();
    std::string text;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const PhraseNode& item = node.children[i];
      append_item(item.kind == Kind::gap ? std::string(gap) : with_gaps(item, gap, is_first && i == 0), item.is_glued, text);
    }
    return text;
  }

 private:
  static std::vector<std::string> of_word(const PhraseNode& node, bool is_first) {
    const WordForms forms = word_forms(node.text);
    std::vector<std::string> out = forms.alone;
    if (!is_first)
      for (const std::string& end : forms.attached) out.push_back(attach + end);
    return out;
  }

  // Every alternative before the second text of any.
  std::vector<std::string> of_any(const std::vector<PhraseNode>& nodes, bool is_first) const {
    std::vector<std::string> out, more;
    for (const PhraseNode& node : nodes) {
      std::vector<std::string> texts = of(node, is_first);
      out.push_back(texts.front());
      more.insert(more.end(), texts.begin() + 1, texts.end());
    }
    out.insert(out.end(), more.begin(), more.end());
    if (out.size() > most_variants) out.resize(most_variants);
    return out;
  }

  std::vector<std::string> of_sequence(const PhraseNode& node, bool is_first) const {
    std::vector<std::vector<std::string>> items;
    for (const PhraseNode& child : node.children) items.push_back(of(child, is_first && items.empty()));
    const auto text_with = [&](std::size_t varied, std::size_t which) {
      std::string text;
      for (std::size_t i = 0; i < items.size(); ++i)
        append_item(items[i][i == varied ? which : 0], node.children[i].is_glued, text);
      return text;
    };
    std::vector<std::string> out{text_with(0, 0)};
    for (std::size_t i = 0; i < items.size(); ++i)
      for (std::size_t k = 1; k < items[i].size() && out.size() < most_variants; ++k) out.push_back(text_with(i, k));
    return out;
  }

  const ListLookup& lists_;
};

int widest_gap(const PhraseNode& phrase) {
  int widest = phrase.kind == Kind::gap ? phrase.most : 0;
  for (const PhraseNode& child : phrase.children) widest = std::max(widest, widest_gap(child));
  return widest;
}

void words_with_apostrophe(const PhraseNode& phrase, std::vector<std::string>& words) {
  if (phrase.kind == Kind::word && phrase.text.find('\'') != std::string::npos) words.push_back(phrase.text);
  for (const PhraseNode& child : phrase.children) words_with_apostrophe(child, words);
}

// Texts that look as if they might fire.
std::vector<std::string> near_misses(const PhraseNode& phrase, const Variants& variants) {
  const std::string plain = variants.of(phrase, true).front();
  std::vector<std::string> out;
  if (const int gap = widest_gap(phrase)) {
    out.push_back(variants.with_gaps(phrase, filler(gap + 1)));
    out.push_back(variants.with_gaps(phrase, "one. Two"));
  }
  std::vector<std::string> words;
  words_with_apostrophe(phrase, words);
  for (const std::string& word : words) {
    std::string other = plain, without = word;
    std::erase(without, '\'');
    if (const std::size_t at = other.find(word); at != std::string::npos) out.push_back(other.replace(at, word.size(), without));
  }
  const std::size_t space = plain.find(' '), last = plain.rfind(' ');
  if (space != std::string::npos) {
    out.push_back(plain.substr(0, space) + " something" + plain.substr(space));
    out.push_back(plain.substr(0, last));
  }
  out.push_back(plain + "s");
  return out;
}

class Trial {
 public:
  explicit Trial(const PatternSpec& pattern) : regex_(pattern) {}

  bool fires(std::string_view text) const {
    FoldedText folded;
    fold(text, 0, folded);
    std::vector<Span> matches;
    const Span turn = folded.turns[0];
    regex_.find_all(std::string_view(folded.lower).substr(turn.begin, turn.size()), folded.has_foreign_letters[0], turn.begin, matches);
    return !matches.empty();
  }

 private:
  Regex regex_;
};

void add_once(const std::string& text, std::vector<std::string>& texts) {
  if (!text.empty() && std::ranges::find(texts, text) == texts.end()) texts.push_back(text);
}

}  // namespace

PhraseSamples phrase_samples(const PhraseNode& phrase, const ListLookup& lists, const PatternSpec& pattern, std::size_t most) {
  const Variants variants(lists);
  const Trial trial(pattern);
  PhraseSamples out;
  for (const std::string& text : variants.of(phrase, true))
    if (trial.fires(text)) add_once(text, out.fires);
  for (const std::string& text : near_misses(phrase, variants))
    if (!trial.fires(text)) add_once(text, out.quiet);
  if (out.fires.size() > most) {
    out.more = out.fires.size() - most;
    out.fires.resize(most);
  }
  if (out.quiet.size() > most) out.quiet.resize(most);
  return out;
}

}  // namespace decant
