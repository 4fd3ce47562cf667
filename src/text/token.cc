// The lists here are of what people type in chats and what recognisers write down, not of a language's grammar.
#include "text/token.h"

#include <algorithm>
#include <array>

namespace decant {
namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view e) { return word.size() > e.size() && word.ends_with(e); });
}

bool has_domain_ending(std::string_view host) {
  return ends_with_any(host, {".com", ".org", ".net", ".edu", ".gov", ".io", ".co.uk", ".ly", ".co"});
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

}  // namespace

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
      (word.find('@') != std::string::npos && word.find('@') > 0 && dot != std::string_view::npos && dot > word.find('@')) ||
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

bool is_ellipsis(std::string_view token) {
  return token.size() >= 2 && token.find_first_not_of('.') == std::string_view::npos;
}

bool is_counter(std::string_view token) {  // "1/2", "(2/2)"
  const std::string word = bare(token);
  return word.size() == 3 && is_digit(word[0]) && word[1] == '/' && is_digit(word[2]);
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

}  // namespace decant
