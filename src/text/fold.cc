// Folding works a token (a run without white space) at a time: a token is first spelt in its plain form, then dropped,
// masked or copied. Plain ASCII, the common case, is copied with one map piece for a whole run of tokens.
#include "text/fold.h"

#include <algorithm>

#include "text/plain_spelling.h"
#include "text/token.h"
#include "text/unicode.h"

namespace decant {
namespace {

// A token of the given text: where it stands, and whether a list item or paragraph starts with it.
struct Token {
  uint32_t begin = 0, end = 0;
  bool is_ascii = true;
  uint8_t line_breaks = 0;  // before it, at most 2
};

// Bytes of the dots that trail off at `at`: two or more "." or "…"; 0 if there are none.
std::size_t trailing_dots(std::string_view text, std::size_t at) {
  constexpr std::string_view ellipsis = "\xE2\x80\xA6";
  std::size_t end = at, dots = 0;
  for (; end < text.size(); ++dots) {
    if (text[end] == '.')
      ++end;
    else if (text.substr(end, ellipsis.size()) == ellipsis)
      end += ellipsis.size(), ++dots;
    else
      break;
  }
  return dots >= 2 ? end - at : 0;
}

// "I...can't" is two tokens, as "I... can't" is.
std::vector<Token> split(std::string_view text) {
  std::vector<Token> tokens;
  uint8_t breaks = 2;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte <= ' ' && byte != '\n') {
      ++at;
    } else if (byte == '\n') {
      breaks = static_cast<uint8_t>(std::min(2, breaks + 1));
      ++at;
    } else {
      Token token{static_cast<uint32_t>(at), 0, true, breaks};
      while (at < text.size()) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c <= ' ') break;
        if (const std::size_t dots = c == '.' || c == 0xE2 ? trailing_dots(text, at) : 0) {
          token.is_ascii &= c == '.' && text.substr(at, dots).find('\xE2') == std::string_view::npos;
          at += dots;
          const bool is_in_link = text.substr(token.begin, at - token.begin).find("://") != std::string_view::npos;
          if (at < text.size() && is_word_byte(text[at]) && !is_in_link) break;
          continue;
        }
        if (c < 0x80) {
          ++at;
          continue;
        }
        const Character character = character_at(text, at);
        if (is_space(character.code)) break;
        token.is_ascii = false;
        at += character.size;
      }
      token.end = static_cast<uint32_t>(at);
      if (token.end > token.begin) {
        tokens.push_back(token);
        breaks = 0;
      }
      if (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80)
        at += character_at(text, at).size;
    }
  }
  return tokens;
}

class Folder {
 public:
  Folder(std::string_view text, uint32_t offset, FoldedText& out)
      : text_(text), offset_(offset), out_(out), turn_begin_(static_cast<uint32_t>(out.cased.size())) {}

  // Returns whether the turn has letters beyond ASCII.
  bool run() {
    const std::vector<Token> tokens = split(text_);
    const std::size_t signature = find_signature(tokens);
    bool is_in_heading = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (i == signature) continue;
      const Token& token = tokens[i];
      const std::string_view raw = text_.substr(token.begin, token.end - token.begin);
      const Token* next = i + 1 < tokens.size() ? &tokens[i + 1] : nullptr;
      const bool has_more_on_line = next && next->line_breaks == 0;
      if (token.line_breaks && has_more_on_line && (is_bullet(raw) || is_heading(raw))) {
        end_paragraph(token);
        is_in_heading = is_heading(raw);
        continue;
      }
      if (token.line_breaks == 2 || (token.line_breaks && is_in_heading)) end_paragraph(token);
      if (token.line_breaks) is_in_heading = false;
      if (token.is_ascii) {
        plain_ = nullptr;
        add_token(raw, token, next);
      } else {
        const Spelling spelling = spell(raw);
        plain_ = &spelling.map;
        has_foreign_letters_ |= spelling.has_foreign_letters;
        add_token(spelling.text, token, next);
      }
    }
    finish_lower();
    return has_foreign_letters_;
  }

 private:
  std::size_t find_signature(const std::vector<Token>& tokens) const {
    const auto raw = [&](std::size_t i) {
      return text_.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
    };
    for (std::size_t i = tokens.size(); i-- > 0;) {
      if (is_counter(raw(i)) || find_link(raw(i))) continue;
      return i > 0 && is_signature(raw(i), raw(i - 1)) ? i : tokens.size();
    }
    return tokens.size();
  }

  bool is_at_start() const { return out_.cased.size() == turn_begin_; }

  void end_paragraph(const Token& token) {
    if (is_at_start() || out_.cased.back() == paragraph_break) return;
    space_before(token);
    put(std::string_view(&paragraph_break, 1), token.begin, 0);
    last_end_ = token.begin;
    last_word_.clear();
  }

  // One space stands for whatever white space there was between the last token and this one.
  void space_before(const Token& token) {
    if (is_at_start()) return;
    const uint32_t from = std::min(last_end_, token.begin);
    put(" ", from, token.begin - from);
  }

  void put(std::string_view bytes, uint32_t original, uint32_t original_size, bool is_whole = false) {
    out_.map.add(static_cast<uint32_t>(out_.cased.size()), static_cast<uint32_t>(bytes.size()),
                 offset_ + original, original_size, is_whole);
    out_.cased += bytes;
  }

  // Bytes [begin, end) of the token's plain spelling, through the spelling's own map.
  void put_part(std::string_view token, uint32_t begin, uint32_t end, const Token& at) {
    if (!plain_) {
      if (begin < end) put(token.substr(begin, end - begin), at.begin + begin, end - begin);
      return;
    }
    while (begin < end) {
      const uint32_t size = std::min(character_at(token, begin).size, end - begin);
      const Span original = plain_->original({begin, begin + size});
      // Characters that came from one original ("…" gives three) go together, mapped as a whole.
      uint32_t stop = begin + size;
      while (stop < end && plain_->original({stop, stop + 1}) == original) ++stop;
      put(token.substr(begin, stop - begin), at.begin + original.begin, original.size(), stop > begin + size);
      begin = stop;
    }
  }

  void put_mask(char mask, std::string_view token, Span part, const Token& at) {
    put_part(token, 0, part.begin, at);
    const Span original =
        plain_ ? plain_->original(part) : part;
    put(std::string_view(&mask, 1), at.begin + original.begin, original.size());
    put_part(token, part.end, static_cast<uint32_t>(token.size()), at);
  }

  void add_token(std::string_view token, const Token& at, const Token* next) {
    if (token.empty()) return;
    if (is_filler(token) || is_broken_off(token, next) || is_ellipsis(token)) return;
    const std::string word = bare(token);
    if (!word.empty() && word == last_word_ && !(word[0] >= '0' && word[0] <= '9') && !may_stand_twice(word)) {
      last_end_ = at.end;
      return;
    }
    // A word that ends its sentence may well open the next one.
    last_word_ = std::string_view(".!?").find(token.back()) == std::string_view::npos ? word : "";
    space_before(at);
    if (auto link = find_link(token)) {
      put_mask(masked_link, token, *link, at);
    } else if (auto mention = find_handle(token, '@')) {
      put_mask(masked_mention, token, *mention, at);
    } else if (auto tag = find_handle(token, '#')) {
      put_mask(masked_tag, token, *tag, at);
    } else {
      put_word(token, at);
    }
    last_end_ = at.end;
  }

  // "ca- can't": the start of a word that is then said whole, perhaps after one more try.
  bool is_broken_off(std::string_view token, const Token* next) const {
    if (token.size() < 2 || token.size() > 5 || token.back() != '-' || !next) return false;
    const std::string start = bare(token);
    const std::string word = bare(text_.substr(next->begin, next->end - next->begin));
    return start.size() + 1 == token.size() && word.starts_with(start);
  }

  // Copies a word without its Markdown emphasis; dots that trail off become a comma.
  void put_word(std::string_view token, const Token& at) {
    uint32_t begin = 0;
    auto end = static_cast<uint32_t>(token.size());
    const auto is_mark = [](char c) { return c == '*' || c == '_' || c == '`' || c == '~'; };
    while (begin < end && is_mark(token[begin]) && end - begin > 1) ++begin;
    // At the end a mark may stand before punctuation: "**no**,".
    uint32_t tail = end;
    while (tail > begin && std::string_view(".,;:!?)\"'").find(token[tail - 1]) != std::string_view::npos) --tail;
    uint32_t core = tail;
    while (core > begin && is_mark(token[core - 1])) --core;
    if (core == begin) core = tail;
    put_inner(token, begin, core, at);
    put_inner(token, tail, end, at);
  }

  void put_inner(std::string_view token, uint32_t begin, uint32_t end, const Token& at) {
    uint32_t from = begin;
    for (uint32_t i = begin; i < end;) {
      uint32_t stop = i;
      char instead = 0;
      if (token[i] == '.' && i + 1 < end && token[i + 1] == '.') {
        while (stop < end && token[stop] == '.') ++stop;
        instead = ',';
      } else if (token[i] == '`' && i > begin && i + 1 < end && is_word_byte(token[i - 1]) &&
                 is_word_byte(token[i + 1])) {
        stop = i + 1;
        instead = '\'';
      } else if (token.substr(i, 2) == "**" || token.substr(i, 2) == "__") {
        stop = i + 2;
      } else {
        ++i;
        continue;
      }
      put_part(token, from, i, at);
      if (instead) {
        const Span part{i, stop};
        const Span original = plain_ ? plain_->original(part) : part;
        put(std::string_view(&instead, 1), at.begin + original.begin, original.size());
      }
      from = i = stop;
    }
    put_part(token, from, end, at);
  }

  // `lower` from `cased`: letters in lower case, an apostrophe inside a word as '_'.
  void finish_lower() {
    const std::string_view cased = std::string_view(out_.cased).substr(turn_begin_);
    append_lower(cased, out_.lower);
    for (std::size_t i = cased.find('\''); i != std::string_view::npos; i = cased.find('\'', i + 1))
      if (i > 0 && i + 1 < cased.size() && is_word_byte(cased[i - 1]) && is_word_byte(cased[i + 1]))
        out_.lower[turn_begin_ + i] = '_';
  }

  std::string_view text_;
  uint32_t offset_;
  FoldedText& out_;
  uint32_t turn_begin_;
  uint32_t last_end_ = 0;              // where in `text_` the last token put ended
  std::string last_word_;              // bare; empty after the end of a sentence
  const SpanMap* plain_ = nullptr;     // of the token at hand, unless it is ASCII
  bool has_foreign_letters_ = false;
};

}  // namespace

void FoldedText::clear() {
  cased.clear();
  lower.clear();
  turns.clear();
  has_foreign_letters.clear();
  map.clear();
}

void fold(std::string_view text, uint32_t offset, FoldedText& out) {
  if (!out.turns.empty()) {
    out.cased += '\n';
    out.lower += '\n';
  }
  const auto begin = static_cast<uint32_t>(out.cased.size());
  const bool has_foreign_letters = Folder(text, offset, out).run();
  out.turns.push_back({begin, static_cast<uint32_t>(out.cased.size())});
  out.has_foreign_letters.push_back(has_foreign_letters);
}


}  // namespace decant
