// Folding works a token (a run without white space) at a time: a token is first spelt in its plain form, then dropped,
// masked or copied. Plain ASCII, the common case, is copied with one map piece for a whole run of tokens.
#include "text/fold.h"

#include <algorithm>
#include <array>
#include <optional>

#include "text/unicode.h"

namespace decant {
namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word_byte(char c) {
  return is_ascii_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

// A token of the given text: where it stands, and whether a list item or paragraph starts with it.
struct Token {
  uint32_t begin = 0, end = 0;
  bool is_ascii = true;
  uint8_t line_breaks = 0;  // before it, at most 2
};

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

// A token in its plain spelling, with a map back to the token's bytes (from 0).
struct Spelling {
  std::string text;
  SpanMap map;
  bool has_foreign_letters = false;
};

std::optional<std::string_view> plain_punctuation(char32_t c) {
  switch (c) {
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x02BC: case 0x2032: case 0xB4:
      return "'";
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0xAB: case 0xBB: case 0x2033:
      return "\"";
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212:
      return "-";
    case 0x2026:
      return "...";
    default:
      return std::nullopt;
  }
}

Spelling spell(std::string_view token) {
  Spelling out;
  for (uint32_t at = 0; at < token.size();) {
    const auto derived = static_cast<uint32_t>(out.text.size());
    const Character c = character_at(token, at);
    if (c.code < 0x80) {
      out.text += static_cast<char>(c.code);
      out.map.add(derived, 1, at, 1);
      at += 1;
      continue;
    }
    uint32_t size = c.size;
    if (is_invisible(c.code)) {
      at += size;
      continue;
    }
    if (auto plain = plain_punctuation(c.code)) {
      out.text += *plain;
    } else {
      while (at + size < token.size()) {
        const Character next = character_at(token, at + size);
        if (!is_combining_mark(next.code)) break;
        size += next.size;
      }
      std::string form = compatibility_form(token.substr(at, size));
      // A compatibility form may hold spaces (U+00A8) or, after it, control bytes: neither belongs in a token.
      std::erase_if(form, [](char b) { return static_cast<unsigned char>(b) <= ' '; });
      for (uint32_t i = 0; i < form.size(); i += character_at(form, i).size) {
        const char32_t code = character_at(form, i).code;
        if (code >= 0x80 && is_letter_or_digit(code)) out.has_foreign_letters = true;
      }
      out.text += form;
    }
    const auto grown = static_cast<uint32_t>(out.text.size()) - derived;
    if (grown) out.map.add(derived, grown, at, size);
    at += size;
  }
  return out;
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view e) { return word.size() > e.size() && word.ends_with(e); });
}

bool has_domain_ending(std::string_view host) {
  return ends_with_any(host, {".com", ".org", ".net", ".edu", ".gov", ".io", ".co.uk", ".ly", ".co"});
}

// The part of a token that is a web or mail address, punctuation around it left out.
std::optional<Span> find_link(std::string_view token) {
  if (token.find('.') == std::string_view::npos && token.find("://") == std::string_view::npos)
    return std::nullopt;
  std::size_t begin = token.find_first_not_of("(<[\"'*_");
  if (begin == std::string_view::npos) return std::nullopt;
  if (const std::size_t target = token.find("]("); target != std::string_view::npos)
    begin = target + 2;
  std::size_t end = token.size();
  while (end > begin && std::string_view(".,;:!?)>]\"'*_").find(token[end - 1]) != std::string_view::npos)
    --end;
  const std::string word = lowered(token.substr(begin, end - begin));
  const std::size_t slash = word.find('/');
  const std::string_view host = std::string_view(word).substr(0, slash);
  const std::size_t dot = host.rfind('.');
  const bool is_address =
      word.find("://") != std::string::npos || word.starts_with("www.") ||
      (word.find('@') != std::string::npos && word.find('@') > 0 && dot != std::string_view::npos) ||
      has_domain_ending(host) ||
      (slash != std::string::npos && dot != std::string_view::npos && dot + 2 < slash &&
       is_ascii_letter(word[dot + 1]) && is_ascii_letter(word[slash - 1]) && dot > 0);
  if (!is_address) return std::nullopt;
  return Span{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

// "@somebody" or "#topic" at the front of a token; a number after '#' is an order, not a topic.
std::optional<Span> find_handle(std::string_view token, char sign) {
  const std::size_t begin = token.find_first_not_of("(\"'.");
  if (begin == std::string_view::npos || token[begin] != sign) return std::nullopt;
  std::size_t end = begin + 1;
  bool has_letter = sign == '@';
  while (end < token.size() && (is_word_byte(token[end]) || token[end] == '_')) {
    has_letter |= !is_digit(token[end]);
    ++end;
  }
  if (end == begin + 1 || !has_letter) return std::nullopt;
  return Span{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

// The letters of a word with no punctuation around them, in lower case.
std::string bare(std::string_view token) {
  std::size_t begin = 0, end = token.size();
  while (begin < end && !is_word_byte(token[begin])) ++begin;
  while (end > begin && !is_word_byte(token[end - 1])) --end;
  return lowered(token.substr(begin, end - begin));
}

bool is_filler(std::string_view token) {
  const std::string word = bare(token);
  if (word.empty() || word.size() > 5 || token.find('\'') != std::string_view::npos) return false;
  static constexpr std::array<std::string_view, 11> fillers = {"um", "umm", "ummm", "uh", "uhh", "uhm",
                                                               "er", "erm", "hm", "hmm", "hmmm"};
  if (std::find(fillers.begin(), fillers.end(), word) == fillers.end()) return false;
  if (token.front() == '-' || token.find('-') + 1 < token.size()) {
    if (token.find('-') != std::string_view::npos && token.back() != '-') return false;  // "uh-huh"
  }
  return !(word == "er" && token.starts_with("ER"));  // the emergency room
}

// Words that people do say twice in a row and mean it.
bool may_stand_twice(std::string_view word) {
  static constexpr std::array<std::string_view, 22> doubles = {
      "that", "had", "no", "yes", "very", "really", "so", "bye", "ha", "many", "long", "never",
      "please", "now", "there", "well", "again", "too", "far", "much", "half", "night"};
  return std::find(doubles.begin(), doubles.end(), word) != doubles.end();
}

bool is_counter(std::string_view token) {  // "1/2", "(2/2)"
  const std::string word = bare(token);
  return word.size() == 3 && is_digit(word[0]) && word[1] == '/' && is_digit(word[2]);
}

bool is_initials(std::string_view word, std::size_t most) {
  return !word.empty() && word.size() <= most &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_name(std::string_view word) {
  return word.size() >= 2 && word.size() <= 14 && word[0] >= 'A' && word[0] <= 'Z' &&
         std::all_of(word.begin(), word.end(),
                     [](char c) { return is_ascii_letter(c) || c == '.'; });
}

// "^SG", "*TAC", "/JM", "-Becky": how agents sign on social channels. `before` is the token in front.
bool is_signature(std::string_view token, std::string_view before) {
  if (token.size() < 2) return false;
  const std::string_view word = token.substr(1);
  switch (token[0]) {
    case '^': return is_name(word) || is_initials(word, 4) || (word.size() <= 3 && bare(word) == lowered(word));
    case '*': return is_initials(word, 4);
    case '/': return is_initials(word, 3);
    case '-':
    case '~': {
      const bool ends_before = before.empty() || !(is_word_byte(before.back()) || before.back() == ',');
      return (is_name(word) && ends_before) || is_initials(word, 3);
    }
    default: return false;
  }
}

// Where list items start: "-", "*", "•", "1.", "2)" as the first token of a line.
bool is_bullet(std::string_view token) {
  if (token == "-" || token == "*" || token == "+" || token == "\xE2\x80\xA2") return true;
  if (token.size() < 2 || token.size() > 3) return false;
  if (token.back() != '.' && token.back() != ')') return false;
  return std::all_of(token.begin(), token.end() - 1, is_digit);
}

bool is_heading(std::string_view token) {
  return token.size() <= 6 && token.find_first_not_of('#') == std::string_view::npos;
}

// Lower case without a change of length.
void append_lower(std::string_view text, std::string& out) {
  for (std::size_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    if (character.code < 0x80 || character.size == 1)
      out += lower(text[i]);
    else
      append_utf8(lower_of_equal_size(character.code), out);
    i += character.size;
  }
}

class Folder {
 public:
  Folder(std::string_view text, uint32_t offset, FoldedText& out)
      : text_(text), offset_(offset), out_(out), turn_begin_(static_cast<uint32_t>(out.cased.size())) {}

  // Returns whether the turn has letters beyond ASCII.
  bool run() {
    const std::vector<Token> tokens = split(text_);
    const std::size_t signature = find_signature(tokens);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (i == signature) continue;
      const Token& token = tokens[i];
      const std::string_view raw = text_.substr(token.begin, token.end - token.begin);
      if (token.line_breaks && (is_bullet(raw) || is_heading(raw))) {
        end_paragraph(token);
        continue;
      }
      if (token.line_breaks == 2) end_paragraph(token);
      if (token.is_ascii) {
        plain_ = nullptr;
        add_token(raw, token, i + 1 < tokens.size() ? &tokens[i + 1] : nullptr);
      } else {
        const Spelling spelling = spell(raw);
        plain_ = &spelling.map;
        has_foreign_letters_ |= spelling.has_foreign_letters;
        add_token(spelling.text, token, i + 1 < tokens.size() ? &tokens[i + 1] : nullptr);
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

  void put(std::string_view bytes, uint32_t original, uint32_t original_size) {
    out_.map.add(static_cast<uint32_t>(out_.cased.size()), static_cast<uint32_t>(bytes.size()),
                 offset_ + original, original_size);
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
      put(token.substr(begin, stop - begin), at.begin + original.begin, original.size());
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
    if (is_filler(token) || is_broken_off(token, next)) return;
    const std::string word = bare(token);
    if (!word.empty() && word == last_word_ && !is_digit(word[0]) && !may_stand_twice(word)) {
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

  // "ca- can't": the start of a word that is then said whole.
  bool is_broken_off(std::string_view token, const Token* next) const {
    if (token.size() < 2 || token.size() > 5 || token.back() != '-' || !next) return false;
    const std::string start = bare(token);
    const std::string word = bare(text_.substr(next->begin, next->end - next->begin));
    return start.size() + 1 == token.size() && word.size() > start.size() && word.starts_with(start);
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


std::string plain_spelling(std::string_view text) {
  const std::string spelt = spell(text).text;
  std::string out;
  append_lower(spelt, out);
  return out;
}

}  // namespace decant
