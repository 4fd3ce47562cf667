// A phrase's tree as a regex over folded lower case. What makes it more than a walk are the ends of words: a contraction leans on
// the word before it, and what may be missing takes the gap beside it along.
#include <algorithm>

#include <fmt/format.h>

#include "pattern/phrase.h"
#include "pattern/spelling.h"

namespace decant {
namespace {

constexpr int deepest = 32;  // lists in lists, and the groups in them
constexpr std::size_t longest_regex = 32 * 1024;

// One word of a gap: it does not end its sentence, not even before a closing quote, and is no paragraph break.
constexpr std::string_view gap_word_regex = ",? [^ ]*[^ .!?\\x04\")][\")]*";

struct Fault {
  PhraseFault fault;
};

struct Rendered {
  Spellings regex;
  bool may_be_empty = false;
  bool begins_with_word = true, ends_with_word = true;
};

class Renderer {
 public:
  explicit Renderer(const ListLookup& lists) : lists_(lists) {}

  Rendered render(const PhraseNode& node, int depth) {
    if (depth > deepest)
      throw Fault{{"word lists are nested too deeply", "", node.at}};
    using Kind = PhraseNode::Kind;
    switch (node.kind) {
      case Kind::word: return render_word(node);
      case Kind::stem: return {spellings_of(node.text, true), false, is_letter_of_word(node.text[0]), true};
      case Kind::any_word: {
        const std::string word(gap_word_regex);
        return {{word.substr(3), word, true}, false, true, true};
      }
      case Kind::gap: {
        const std::string words = fmt::format("(?:{}){{0,{}}}?", gap_word_regex, node.most);
        return {{"", words, true}, true, false, false};
      }
      case Kind::choice: return alternatives(node.children, depth);
      case Kind::optional: {
        Rendered inner = alternatives(node.children, depth);
        inner.may_be_empty = true;
        return inner;
      }
      case Kind::list:
        try {
          return alternatives(*lists_(node.text), depth);
        } catch (Fault& fault) {
          fault.fault.at = node.at;  // offsets inside the list mean nothing here
          throw;
        }
      case Kind::sequence: return sequence(node, depth);
    }
    return {};
  }

 private:
  static Rendered render_word(const PhraseNode& node) {
    if (node.text == "-" && node.is_glued) return {{"[ -]?", "[ -]?", true}, false, false, false};
    if (is_short_verb(node.text)) return {spellings_of(node.text, false), false, true, true};
    // Punctuation around a word stands for itself.
    std::string_view word = node.text;
    std::size_t begin = 0, end = word.size();
    while (begin < end && !is_letter_of_word(word[begin])) ++begin;
    while (end > begin && !is_letter_of_word(word[end - 1])) --end;
    if (begin == end)
      return {{regex_escaped(word), std::string(word_gap_regex) + regex_escaped(word), false}, false, false, false};
    Spellings s = spellings_of(word.substr(begin, end - begin), false);
    if (begin > 0 || end < word.size()) {
      s.first = regex_escaped(word.substr(0, begin)) + s.first + regex_escaped(word.substr(end));
      s.after = std::string(word_gap_regex) + s.first;
      s.is_attachable = false;
    }
    return {std::move(s), false, begin == 0, end == word.size()};
  }

  Rendered alternatives(const std::vector<PhraseNode>& nodes, int depth) {
    if (nodes.size() == 1) return render(nodes[0], depth + 1);
    Rendered out;
    bool is_attachable = false;
    std::vector<Rendered> all;
    std::size_t size = 0;
    for (const PhraseNode& node : nodes) {
      const Rendered& one = all.emplace_back(render(node, depth + 1));
      is_attachable |= one.regex.is_attachable;
      out.begins_with_word &= one.begins_with_word;
      out.ends_with_word &= one.ends_with_word;
      out.may_be_empty |= one.may_be_empty;
      check_size(size += one.regex.after.size(), node.at);
    }
    std::string first, after;
    for (const Rendered& one : all) {
      if (&one != &all.front()) first += '|', after += '|';
      // Beside "c++" a word must see to its own boundaries.
      const std::string_view begin = one.begins_with_word && !out.begins_with_word ? "\\b" : "";
      const std::string_view end = one.ends_with_word && !out.ends_with_word ? "\\b" : "";
      first.append(begin).append(one.regex.first).append(end);
      after.append(one.regex.after).append(end);
    }
    out.regex.first = "(?:" + first + ')';
    out.regex.after = is_attachable ? "(?:" + after + ')' : std::string(word_gap_regex) + out.regex.first;
    out.regex.is_attachable = is_attachable;
    return out;
  }

  Rendered sequence(const PhraseNode& node, int depth) {
    // Words that make a contraction with their neighbour are read as that contraction; of "we will not" the last two.
    std::vector<PhraseNode> items;
    const auto is_plain = [](const PhraseNode& item) { return item.kind == PhraseNode::Kind::word && !item.is_glued; };
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const PhraseNode& child = node.children[i];
      const bool is_negated = i + 1 < node.children.size() && is_plain(node.children[i + 1]) &&
                              node.children[i + 1].text == "not" && !contraction_of(child.text, "not").empty();
      if (is_plain(child) && !is_negated && !items.empty() && items.back().kind == PhraseNode::Kind::word) {
        if (std::string joined = contraction_of(items.back().text, child.text); !joined.empty()) {
          items.back().text = joined;
          continue;
        }
      }
      items.push_back(child);
    }
    // From the last item to the first, so that a leading optional part knows what follows it.
    Rendered rest;
    bool is_first = true;
    const PhraseNode* open_gap = nullptr;  // one that has no words on its left so far
    for (std::size_t i = items.size(); i-- > 0;) {
      Rendered item = render(items[i], depth + 1);
      const bool is_gap = items[i].kind == PhraseNode::Kind::gap;
      if (is_gap && (is_first || rest.may_be_empty)) fail_gap(items[i]);
      const bool is_optional = item.may_be_empty && !is_gap;
      if (is_gap) open_gap = &items[i];
      else if (!is_optional) open_gap = nullptr;
      if (items[i].is_glued) item.regex.after = item.regex.first;
      if (is_first) {
        rest = optional_alone(item, is_optional);
        is_first = false;
      } else {
        rest = join(item, items[i].is_glued, is_optional, is_gap, rest, i + 1 < items.size() && items[i + 1].is_glued);
      }
      check_size(rest.regex.after.size(), items[i].at);
    }
    if (open_gap) fail_gap(*open_gap);
    return rest;
  }

  [[noreturn]] static void fail_gap(const PhraseNode& gap) {
    throw Fault{{"a gap needs words on both sides", "remove the \"...\", or add words that may not be missing", gap.at}};
  }

  static Rendered optional_alone(Rendered item, bool is_optional) {
    if (!is_optional) return item;
    item.regex.first = "(?:" + item.regex.first + ")?";
    item.regex.after = "(?:" + item.regex.after + ")?";
    item.regex.is_attachable = true;
    return item;
  }

  // `item` followed by `rest`.
  static Rendered join(const Rendered& item, bool is_glued, bool is_optional, bool is_gap, const Rendered& rest,
                       bool is_rest_glued) {
    Rendered out;
    out.ends_with_word = rest.ends_with_word && (!rest.may_be_empty || item.ends_with_word);
    out.begins_with_word = item.begins_with_word && (!is_optional || rest.begins_with_word);
    out.may_be_empty = (is_optional || is_gap) && rest.may_be_empty;
    const std::string& next = rest.regex.after;
    if (!is_optional) {
      out.regex = {item.regex.first + next, item.regex.after + next, item.regex.is_attachable};
      return out;
    }
    if (rest.regex.is_attachable || rest.may_be_empty || is_rest_glued)
      out.regex.first = "(?:" + item.regex.first + next + '|' + rest.regex.first + ')';
    else
      out.regex.first = "(?:" + item.regex.first + std::string(word_gap_regex) + ")?" + rest.regex.first;
    // In "is [un]fair" a gap stands before "fair" too.
    const bool is_gap_kept = is_rest_glued && !is_glued;
    out.regex.after = is_gap_kept ? std::string(word_gap_regex) + out.regex.first : "(?:" + item.regex.after + ")?" + next;
    out.regex.is_attachable = !is_gap_kept;
    return out;
  }

  static void check_size(std::size_t size, uint32_t at) {
    if (size > longest_regex)
      throw Fault{{fmt::format("the phrase grows over {} KiB of regex", longest_regex >> 10),
                                 "use fewer or smaller word lists in one phrase", at}};
  }

  const ListLookup& lists_;
};

}  // namespace

std::variant<PatternSpec, PhraseFault> render_phrase(const PhraseNode& phrase, const ListLookup& lists) {
  try {
    Rendered rendered = Renderer(lists).render(phrase, 0);
    if (rendered.may_be_empty)
      return PhraseFault{"every part of this phrase may be missing", "take the [ ] off one of them", phrase.at};
    return PatternSpec{std::move(rendered.regex.first), false, rendered.begins_with_word, rendered.ends_with_word};
  } catch (const Fault& fault) {
    return fault.fault;
  }
}

}  // namespace decant
