#include "pattern/phrase.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "pattern/spelling.h"
#include "text/plain_spelling.h"
#include "text/unicode.h"

namespace decant {
namespace {

constexpr int default_gap = 4;
constexpr int widest_gap = 20;
constexpr int deepest = 16;
constexpr std::size_t most_joined = 64;
constexpr std::size_t longest_regex = 32 * 1024;

// One word of a gap: it does not end its sentence, not even before a closing quote, and is no paragraph break.
constexpr std::string_view gap_word_regex = ",? [^ ]*[^ .!?\\x04\")][\")]*";

bool is_special(char c) {
  return std::string_view("()[]{}|").find(c) != std::string_view::npos;
}
bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// ---- reading ---------------------------------------------------------------------------------

class PhraseReader {
 public:
  explicit PhraseReader(std::string_view text) : text_(text) {}

  PhraseNode read() {
    PhraseNode root = read_sequence(0);
    if (at_ < text_.size() && text_[at_] == '|')
      fail(at_, "alternatives must stand in ( ) or [ ]", "write (one|other); write \\ before it to mean the character itself");
    if (at_ < text_.size())
      fail(at_, fmt::format("\"{}\" closes nothing", text_[at_]), "write \\ before it to mean the character itself");
    return root;
  }

  struct Fault {
    PhraseFault fault;
  };

 private:
  [[noreturn]] void fail(std::size_t at, std::string what, std::string hint = {}) const {
    throw Fault{{std::move(what), std::move(hint), static_cast<uint32_t>(at)}};
  }

  static bool stands_alone(const PhraseNode& node) {
    return node.kind == PhraseNode::Kind::gap || node.kind == PhraseNode::Kind::any_word;
  }

  // Bytes of the white space of any kind at `at_`; 0 if there is none.
  uint32_t space_size() const {
    const Character character = character_at(text_, at_);
    return is_space(character.code) ? character.size : 0;
  }

  PhraseNode read_sequence(int depth) {
    if (depth > deepest) fail(at_, fmt::format("nested deeper than {} levels", deepest));
    PhraseNode sequence;
    sequence.at = static_cast<uint32_t>(at_);
    bool is_glued = false;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (const uint32_t size = space_size()) {
        at_ += size;
        is_glued = false;
        continue;
      }
      if (c == '|' || c == ')' || c == ']') break;
      if (c == '}') fail(at_, "\"}\" closes nothing", "write \\ before it to mean the character itself");
      const std::size_t before = sequence.children.size();
      if (c == '(' || c == '[')
        sequence.children.push_back(read_group(depth));
      else if (c == '{')
        sequence.children.push_back(read_list());
      else
        read_words(sequence.children);
      if (sequence.children.size() == before) continue;
      sequence.children[before].is_glued = is_glued && before > 0;
      if (sequence.children[before].is_glued && (stands_alone(sequence.children[before]) || stands_alone(sequence.children[before - 1])))
        fail(sequence.children[before].at, "\"...\" and \"_\" must stand alone", "put a space on both sides of them");
      is_glued = true;
      join_glued(sequence.children, before);
    }
    if (sequence.children.empty()) fail(at_, "words are missing here");
    return sequence;
  }

  PhraseNode read_group(int depth) {
    const char open = text_[at_];
    const char close = open == '(' ? ')' : ']';
    PhraseNode group;
    group.kind = open == '(' ? PhraseNode::Kind::choice : PhraseNode::Kind::optional;
    group.at = static_cast<uint32_t>(at_++);
    for (;;) {
      // Around "|" spaces on both sides are there for looks.
      const bool is_apart = space_size() > 0 && !text_.substr(0, at_ - 1).ends_with(' ');
      group.children.push_back(read_sequence(depth + 1));
      group.children.back().is_apart = is_apart;
      if (at_ >= text_.size())
        fail(group.at, fmt::format("this \"{}\" is never closed", open), fmt::format("add \"{}\"", close));
      const char c = text_[at_++];
      if (c == close) return group;
      if (c != '|') fail(at_ - 1, fmt::format("\"{}\" where \"{}\" should close the group", c, close));
    }
  }

  // Words with their glued endings are read as whole words, so that these have all their spellings: "cancel(led|ling)" is
  // "(cancelled|cancelling)", "you('ll| will)" is "(you'll|you will)". `last` is the item that was read last.
  void join_glued(std::vector<PhraseNode>& items, std::size_t last) const {
    using Kind = PhraseNode::Kind;
    if (last == 0 || last + 1 != items.size() || !items[last].is_glued) return;
    const PhraseNode& endings = items[last];
    if (endings.kind != Kind::choice && endings.kind != Kind::optional) return;
    const bool goes_on = at_ < text_.size() && !space_size() && std::string_view("|)]").find(text_[at_]) == std::string_view::npos;
    PhraseNode joined = make(Kind::choice, "", items[last - 1].at);
    if (!goes_on && !items[last - 1].is_glued && join_words(items[last - 1], endings, joined)) {
      items.resize(last);
      items.back() = std::move(joined);
      return;
    }
    for (const PhraseNode& ending : endings.children)
      if (ending.is_apart || ending.children[0].text.starts_with('\''))
        fail(ending.at, ending.is_apart ? "a space here has no effect" : "an apostrophe cannot be added to this",
             "write out the alternatives as whole words; short forms are found by themselves: \"will\" is also \"'ll\"");
  }

  // Every word of `words`, a word or a choice of single words, with every ending; false if it is anything else.
  static bool join_words(const PhraseNode& words, const PhraseNode& endings, PhraseNode& joined) {
    using Kind = PhraseNode::Kind;
    std::vector<const PhraseNode*> starts;
    if (words.kind == Kind::word) starts.push_back(&words);
    if (words.kind == Kind::choice)
      for (const PhraseNode& one : words.children) starts.push_back(one.children.size() == 1 ? &one.children[0] : &one);
    if (starts.empty() || starts.size() * endings.children.size() > most_joined) return false;
    for (const PhraseNode* start : starts) {
      if (start->kind != Kind::word || !is_word_byte(start->text.back())) return false;
      if (endings.kind == Kind::optional) add_joined(*start, nullptr, joined);
      for (const PhraseNode& ending : endings.children) {
        const Kind kind = ending.children[0].kind;
        if (!ending.is_apart && kind != Kind::word && kind != Kind::stem) return false;
        add_joined(*start, &ending, joined);
      }
    }
    return true;
  }

  static void add_joined(const PhraseNode& start, const PhraseNode* ending, PhraseNode& joined) {
    PhraseNode& out = joined.children.emplace_back();
    out.at = ending ? ending->at : start.at;
    if (!ending || ending->is_apart) out.children.push_back(start);
    if (!ending) return;
    out.children.insert(out.children.end(), ending->children.begin(), ending->children.end());
    if (!ending->is_apart) out.children[0].text = start.text + out.children[0].text;
  }

  PhraseNode read_list() {
    PhraseNode list;
    list.kind = PhraseNode::Kind::list;
    list.at = static_cast<uint32_t>(at_);
    const std::size_t close = text_.find('}', at_);
    if (close == std::string_view::npos) fail(at_, "this \"{\" is never closed", "add \"}\"");
    list.text = std::string(text_.substr(at_ + 1, close - at_ - 1));
    if (list.text.empty()) fail(at_, "a word list needs a name between { and }");
    at_ = close + 1;
    return list;
  }

  // A run without spaces or brackets: a word, "word*", "_", "...", or words joined by hyphens.
  void read_words(std::vector<PhraseNode>& out) {
    const std::size_t begin = at_;
    std::string run;
    bool has_escape = false;
    while (at_ < text_.size() && !is_special(text_[at_]) && !space_size()) {
      if (text_[at_] == '\\') {
        if (++at_ >= text_.size()) fail(at_ - 1, "nothing follows the \\");
        has_escape = true;
      }
      run += text_[at_++];
    }
    run = plain_spelling(run);
    if (!has_escape) {
      if (run == "_") return out.push_back(make(PhraseNode::Kind::any_word, "", begin));
      if (run == "...") return out.push_back(read_gap(begin));
      if (run.find("...") != std::string::npos)
        fail(begin, "\"...\" and \"_\" must stand alone", "put a space on both sides of them");
    }
    while (!run.empty() && run.back() == ',') run.pop_back();
    if (run.empty()) return;  // a comma of its own: the gap between words allows one anyway
    bool is_stem = false;
    if (!has_escape && run.back() == '*') {
      is_stem = true;
      run.pop_back();
      if (run.size() < 2) fail(begin, "\"*\" needs at least two letters before it", "for example refus*");
    }
    if (!has_escape && run.find('*') != std::string::npos)
      fail(begin, "\"*\" may stand at the end of a word only", "write \\* to mean the character itself");
    // "follow-up" is also "follow up" and "followup".
    std::size_t from = 0;
    for (std::size_t hyphen; (hyphen = run.find('-', from + 1)) != std::string::npos && hyphen + 1 < run.size();) {
      out.push_back(make(PhraseNode::Kind::word, run.substr(from, hyphen - from), begin));
      PhraseNode gap = make(PhraseNode::Kind::word, "-", begin);
      gap.is_glued = true;
      out.push_back(gap);
      if (from) out[out.size() - 2].is_glued = true;
      from = hyphen + 1;
    }
    out.push_back(make(is_stem ? PhraseNode::Kind::stem : PhraseNode::Kind::word, run.substr(from), begin));
    if (from) out.back().is_glued = true;
  }

  PhraseNode read_gap(std::size_t begin) {
    PhraseNode gap = make(PhraseNode::Kind::gap, "", begin);
    gap.most = default_gap;
    if (at_ < text_.size() && text_[at_] == '{') {
      const std::size_t close = text_.find('}', at_);
      const std::string_view number =
          close == std::string_view::npos ? "" : text_.substr(at_ + 1, close - at_ - 1);
      const auto [end, fault] = std::from_chars(number.data(), number.data() + number.size(), gap.most);
      if (number.empty() || fault != std::errc{} || end != number.data() + number.size() || gap.most < 1 ||
          gap.most > widest_gap)
        fail(at_, fmt::format("a gap takes a number of words from 1 to {}", widest_gap), "for example ...{6}");
      at_ = close + 1;
    }
    return gap;
  }

  static PhraseNode make(PhraseNode::Kind kind, std::string text, std::size_t at) {
    PhraseNode node;
    node.kind = kind;
    node.text = std::move(text);
    node.at = static_cast<uint32_t>(at);
    return node;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

// ---- rendering -------------------------------------------------------------------------------

struct Rendered {
  Spellings regex;
  bool may_be_empty = false;
  bool begins_with_word = true, ends_with_word = true;
};

class Renderer {
 public:
  explicit Renderer(const ListLookup& lists) : lists_(lists) {}

  Rendered render(const PhraseNode& node, int depth) {
    if (depth > 2 * deepest)
      throw PhraseReader::Fault{{"word lists are nested too deeply", "", node.at}};
    using Kind = PhraseNode::Kind;
    switch (node.kind) {
      case Kind::word: return render_word(node);
      case Kind::stem: return {spellings_of(node.text, true), false, is_word_byte(node.text[0]), true};
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
        } catch (PhraseReader::Fault& fault) {
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
    // Punctuation around a word stands for itself.
    std::string_view word = node.text;
    std::size_t begin = 0, end = word.size();
    while (begin < end && !is_word_byte(word[begin])) ++begin;
    while (end > begin && !is_word_byte(word[end - 1])) --end;
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
    throw PhraseReader::Fault{{"a gap needs words on both sides", "remove the \"...\", or add words that may not be missing", gap.at}};
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
      throw PhraseReader::Fault{{fmt::format("the phrase grows over {} KiB of regex", longest_regex >> 10),
                                 "use fewer or smaller word lists in one phrase", at}};
  }

  const ListLookup& lists_;
};

}  // namespace

std::variant<PhraseNode, PhraseFault> parse_phrase(std::string_view text) {
  try {
    return PhraseReader(text).read();
  } catch (const PhraseReader::Fault& fault) {
    return fault.fault;
  }
}

void lists_used(const PhraseNode& phrase, std::vector<const PhraseNode*>& lists) {
  if (phrase.kind == PhraseNode::Kind::list) lists.push_back(&phrase);
  for (const PhraseNode& child : phrase.children) lists_used(child, lists);
}

std::variant<PatternSpec, PhraseFault> render_phrase(const PhraseNode& phrase, const ListLookup& lists) {
  try {
    Rendered rendered = Renderer(lists).render(phrase, 0);
    if (rendered.may_be_empty)
      return PhraseFault{"every part of this phrase may be missing", "take the [ ] off one of them", phrase.at};
    return PatternSpec{std::move(rendered.regex.first), false, rendered.begins_with_word, rendered.ends_with_word};
  } catch (const PhraseReader::Fault& fault) {
    return fault.fault;
  }
}

}  // namespace decant
