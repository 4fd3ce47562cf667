#include "transcript/formats/labels.h"

#include <algorithm>

#include "transcript/formats/fields.h"

namespace decant {
namespace {

constexpr std::size_t longest_label = 48;
constexpr std::size_t most_words = 5;
// A label seen this often is a speaker although the file also has role words for both sides.
constexpr uint32_t often = 3;

// Words of forms, lists and speech that stand before colons and are never anybody's name.
constexpr std::string_view field_words[] = {
    "account",  "address",   "also",      "amount",   "answer",     "balance",  "booking",
    "but",      "case",      "cc",        "code",     "cost",       "date",     "details",
    "e-mail",   "email",     "example",   "fee",      "friday",     "from",     "fyi",
    "hours",    "however",   "important", "info",     "invoice",    "issue",    "item",
    "link",     "mail",      "monday",    "name",     "note",       "notes",    "number",
    "option",   "order",     "p.s",       "page",     "part",       "password", "phone",
    "price",    "problem",   "product",   "ps",       "question",   "re",       "reason",
    "ref",      "reference", "refund",    "reminder", "resolution", "result",   "room",
    "saturday", "seat",      "section",   "status",   "step",       "steps",    "subject",
    "subtotal", "summary",   "sunday",    "tax",      "thursday",   "ticket",   "time",
    "tip",      "to",        "total",     "tracking", "tuesday",    "update",   "url",
    "username", "warning",   "website",   "wednesday"};

// Words for roles that also head lines of what people say: "Contact: …", "Support: 24 hours a day".
constexpr std::string_view everyday_roles[] = {"associate", "contact",  "developer", "employee",
                                               "event",     "external", "internal",  "member",
                                               "service",   "support",  "tool",      "user"};

// Speakers that a machine has numbered.
constexpr std::string_view numbered_words[] = {"ch",      "channel",  "participant", "person",
                                               "speaker", "sprecher", "spk",         "voice"};

// Small words inside names.
constexpr std::string_view particles[] = {"al", "bin", "da",  "de",  "del", "della", "den", "der",
                                          "di", "do",  "dos", "du",  "el",  "ibn",   "la",  "le",
                                          "of", "the", "van", "von", "y",   "zu",    "and"};

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return is_upper(c) || is_lower(c) || (c & 0x80);
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (is_upper(c)) c = static_cast<char>(c | 0x20);
  return out;
}

template <typename F>
void for_each_word(std::string_view text, F&& each) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t", at);
    if (begin == std::string_view::npos) return;
    at = std::min(text.find_first_of(" \t", begin), text.size());
    each(text.substr(begin, at - begin));
  }
}

template <typename List>
bool is_in(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != std::end(list);
}

std::string_view without_brackets(std::string_view label) {
  return trim(label.substr(0, label.find_first_of("([<")));
}

// A full stop belongs to a label only in initials, titles and user names: "Dr. Kim", "J. Doe",
// "dana.reyes".
bool is_label_dot(std::string_view text, std::size_t at) {
  if (at + 1 < text.size() && text[at + 1] != ' ') return true;
  std::size_t begin = at;
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  return at - begin >= 1 && at - begin <= 3 && is_upper(text[begin]);
}

bool could_be_label(std::string_view label) {
  if (label.empty() || label.size() > longest_label) return false;
  if (!is_letter(label[0]) && label[0] != '@') return false;
  std::size_t words = 0;
  for_each_word(label, [&](std::string_view) { ++words; });
  if (words > most_words) return false;
  for (std::size_t at = 0; at < label.size(); ++at) {
    if (std::string_view("?!,;\"/\\=|{}*\t").find(label[at]) != std::string_view::npos)
      return false;
    if (label[at] == '.' && !is_label_dot(label, at)) return false;
  }
  return true;
}

bool is_numbered(std::string_view label) {
  const std::string word = lower(label);
  const std::size_t end = word.find_first_of(" _-#0123456789");
  return end != std::string::npos && is_digit(word.back()) &&
         is_in(numbered_words, word.substr(0, end));
}

}  // namespace

std::optional<Labelled> split_label(std::string_view line) {
  std::string_view emphasis;
  for (std::string_view mark : {"**", "__", "*", "_"})
    if (emphasis.empty() && line.starts_with(mark)) emphasis = mark;
  std::string_view inner = line.substr(emphasis.size());
  const std::size_t colon = inner.substr(0, longest_label + 4).find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  std::string_view label = trim(inner.substr(0, colon));
  std::string_view rest = inner.substr(colon + 1);
  if (!emphasis.empty()) {
    // "**Agent:** text" and "**Agent**: text"
    if (label.ends_with(emphasis))
      label = trim(label.substr(0, label.size() - emphasis.size()));
    else if (rest.starts_with(emphasis))
      rest.remove_prefix(emphasis.size());
    else
      return std::nullopt;
  }
  if (!rest.empty() && rest[0] != ' ' && rest[0] != '\t' && !rest.starts_with("\xC2\xA0"))
    return std::nullopt;
  if (!could_be_label(label)) return std::nullopt;
  return Labelled{label, trim(rest)};
}

bool is_name_like(std::string_view label) {
  bool is_name = true, has_capital = false;
  for_each_word(without_brackets(label), [&](std::string_view word) {
    const bool is_capital = is_upper(word[0]) || (word[0] & 0x80) || word[0] == '@';
    has_capital |= is_capital;
    if (!is_capital && !is_digit(word[0]) && word[0] != '#' && word[0] != '-' &&
        !is_in(particles, word))
      is_name = false;
  });
  return is_name && has_capital;
}

bool is_field_like(std::string_view label) {
  bool is_field = false;
  for_each_word(lower(label), [&](std::string_view word) {
    while (!word.empty() && (is_digit(word.back()) || word.back() == '.' || word.back() == '#'))
      word.remove_suffix(1);
    if (is_in(field_words, word)) is_field = true;
  });
  return is_field;
}

std::optional<Role> role_of_speaker(std::string_view label) {
  if (const std::optional<Role> role = role_of_label(label)) return role;
  const std::size_t open = label.find_first_of("([<");
  if (open != std::string_view::npos) {
    const std::size_t close = label.find_first_of(")]>", open);
    if (close != std::string_view::npos)
      if (const std::optional<Role> role = role_of_label(label.substr(open + 1, close - open - 1)))
        return role;
  }
  const std::size_t space = label.find(' ');
  if (space == std::string_view::npos || !is_name_like(label.substr(space + 1)))
    return std::nullopt;
  // Of these few the first word is enough: "Support Desk" and "Customer Relations" say something
  // else.
  const std::string_view first = label.substr(0, space);
  for (std::string_view word :
       {"agent", "rep", "csr", "advisor", "adviser", "caller", "supervisor", "bot"})
    if (equals_in_any_case(first, word)) return role_of_label(first);
  return std::nullopt;
}

std::optional<uint32_t> speaker_number(std::string_view label) {
  const std::size_t last = label.find_last_not_of("0123456789");
  const std::string_view digits = label.substr(last == std::string_view::npos ? 0 : last + 1);
  if (digits.empty() || digits.size() > 6) return std::nullopt;
  if (digits.size() != label.size() && !is_numbered(label)) return std::nullopt;
  uint32_t number = 0;
  for (const char c : digits) number = number * 10 + static_cast<uint32_t>(c - '0');
  return number;
}

bool Labels::is_full_name(std::string_view label) {
  return label.find(' ') != std::string_view::npos && is_name_like(label) &&
         !is_field_like(label) && !role_of_speaker(label);
}

void Labels::count(std::string_view label, bool is_sure) {
  ++label_lines_;
  Seen& seen = seen_[lower(label)];
  ++seen.times;
  seen.is_sure |= is_sure;
  if (is_in(everyday_roles, lower(label)) && seen.times < 2 && !is_sure) return;
  const std::optional<Role> role = role_of_speaker(label);
  has_agent_ |= role == Role::agent || role == Role::bot || role == Role::supervisor;
  has_customer_ |= role == Role::customer;
  has_full_names_ |= seen.times == 2 && is_full_name(label);
}

bool Labels::has_initials() const {
  return seen_.contains("a") && seen_.contains("c");
}

bool Labels::is_speaker(std::string_view label) const {
  const std::string key = lower(label);
  if (role_of_speaker(label) && !is_in(everyday_roles, key)) return true;
  if (is_numbered(label)) return true;
  if (key == "a" || key == "c") return has_initials();
  const auto found = seen_.find(key);
  if (found == seen_.end()) return false;
  const Seen& seen = found->second;
  if (seen.is_sure) return true;
  // Beside an agent and a customer one such word is speech; without them it is the best there is.
  if (is_in(everyday_roles, key)) return seen.times >= 2 || !has_agent_ || !has_customer_;
  if (is_field_like(label)) return false;
  const bool is_name = is_name_like(label);
  const bool is_one_word = label.find(' ') == std::string_view::npos;
  if (has_agent_ && has_customer_) return is_name && seen.times >= often;
  if (is_name) {
    if (seen.times >= 2) return true;
    // Once: only where most lines have labels, or others with first and last name repeat.
    const bool is_labelled_throughout = label_lines_ >= 2 && other_lines_ * 2 <= label_lines_;
    return (is_labelled_throughout && !has_agent_ && !has_customer_) ||
           (has_full_names_ && is_full_name(label));
  }
  return is_one_word && seen.times >= often;
}

Role Labels::role(std::string_view label) const {
  if (const std::optional<Role> role = role_of_speaker(label)) return *role;
  if (has_initials() && equals_in_any_case(label, "a")) return Role::agent;
  if (has_initials() && equals_in_any_case(label, "c")) return Role::customer;
  return Role::unknown;
}

}  // namespace decant
