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

bool is_special(char c) {
  return std::string_view("()[]{}|").find(c) != std::string_view::npos;
}

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
      if (start->kind != Kind::word || !is_letter_of_word(start->text.back())) return false;
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

}  // namespace decant
