#include "pattern/spelling.h"

#include <algorithm>
#include <array>
#include <optional>

namespace decant {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The word after another one: with a gap, or attached to it.
Spellings attachable(std::string first, std::string_view attached) {
  std::string after = "(?:" + std::string(word_gap_regex) + first + '|' + std::string(attached) + ')';
  return {std::move(first), std::move(after), true};
}

Spellings plain(std::string first) {
  std::string after = std::string(word_gap_regex) + first;
  return {std::move(first), std::move(after), false};
}

// ---- negations -------------------------------------------------------------------------------

struct Negation {
  std::string_view word;      // with its apostrophe
  std::string_view first;     // all its spellings
  std::string_view attached;  // "we've not" for "we haven't"; may be empty
};

constexpr std::array<Negation, 22> negations = {{
    {"can't", "can(?:_?t|not| not)", ""},
    {"cannot", "can(?:_?t|not| not)", ""},
    {"won't", "(?:won_?t|will not)", "_ll not"},
    {"shan't", "(?:shan_?t|shall not)", "_ll not"},
    {"ain't", "ain_?t", ""},
    {"don't", "do(?:n_?t| not)", ""},
    {"doesn't", "does(?:n_?t| not)", ""},
    {"didn't", "did(?:n_?t| not)", ""},
    {"isn't", "is(?:n_?t| not)", "_s not"},
    {"aren't", "are(?:n_?t| not)", "_re not"},
    {"wasn't", "was(?:n_?t| not)", ""},
    {"weren't", "were(?:n_?t| not)", ""},
    {"haven't", "have(?:n_?t| not)", "_?ve not"},
    {"hasn't", "has(?:n_?t| not)", "_s not"},
    {"hadn't", "had(?:n_?t| not)", "_d not"},
    {"couldn't", "could(?:n_?t| not)", ""},
    {"wouldn't", "would(?:n_?t| not)", "_d not"},
    {"shouldn't", "should(?:n_?t| not)", ""},
    {"mustn't", "must(?:n_?t| not)", ""},
    {"needn't", "need(?:n_?t| not)", ""},
    {"mightn't", "might(?:n_?t| not)", ""},
    {"daren't", "dare(?:n_?t| not)", ""},
}};

// ---- verbs that lean on the word before them -------------------------------------------------

struct Leaning {
  std::string_view word;
  std::string_view attached;  // what is left of it in a contraction
};

constexpr std::array<Leaning, 9> leanings = {{
    {"am", "_?m"},
    {"are", "_re"},
    {"is", "_s"},
    {"has", "_s"},
    {"have", "_?ve"},
    {"will", "_ll"},
    {"would", "_d"},
    {"had", "_d"},
    {"not", "not|n_?t|_t"},
}};

// ---- pronoun contractions --------------------------------------------------------------------

struct Ending {
  std::string_view letters;    // after the apostrophe
  std::string_view long_forms;  // what it stands for
};

constexpr std::array<Ending, 5> endings = {{
    {"m", "am"},
    {"re", "are"},
    {"ll", "will|shall"},
    {"ve", "have"},
    {"d", "would|had"},
}};

// What "'s", "'ll" and so on by themselves stand for: as much as the verbs they are short for.
std::optional<Spellings> short_verb(std::string_view word) {
  if (!word.starts_with('\'')) return std::nullopt;
  if (word == "'s") return attachable("is", "_s");  // "has" is meant far less often, and can be written
  for (const Ending& ending : endings) {
    if (word.substr(1) != ending.letters) continue;
    const bool has_several = ending.long_forms.find('|') != std::string_view::npos;
    const std::string first = has_several ? "(?:" + std::string(ending.long_forms) + ')' : std::string(ending.long_forms);
    const bool may_lose_apostrophe = ending.letters == "m" || ending.letters == "ve";
    return attachable(first, (may_lose_apostrophe ? "_?" : "_") + std::string(ending.letters));
  }
  return std::nullopt;
}

// Where "'s" is "is" or "has"; after any other word it is a possessive.
constexpr std::array<std::string_view, 16> short_is = {
    "it",  "he",    "she",   "that",  "this", "what", "there", "here",
    "who", "where", "how",   "when",  "why",  "one",  "someone", "everything"};

// Without its apostrophe the contraction would be another everyday word.
constexpr std::array<std::string_view, 12> another_word = {
    "ill", "well", "hell", "shell", "were", "its", "whore", "id", "wed", "shed", "ones", "this"};

// Words that verbs lean on.
constexpr std::array<std::string_view, 17> pronouns = {"i",    "you",   "we",   "they", "he",    "she", "it",   "that", "there",
                                                       "here", "what", "who",  "where", "how", "when", "this", "these"};

// What is left of a verb after a pronoun, without its apostrophe.
std::optional<std::string_view> short_form(std::string_view verb) {
  if (verb == "is" || verb == "has") return "s";
  if (verb == "am") return "m";
  if (verb == "are") return "re";
  if (verb == "will") return "ll";
  if (verb == "have") return "ve";
  if (verb == "would" || verb == "had") return "d";
  return std::nullopt;
}

// "that is" as one word: long, contracted, and without the apostrophe where that makes no other word.
std::optional<Spellings> pronoun_and_verb(std::string_view words) {
  const std::size_t space = words.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const std::string pronoun(words.substr(0, space)), verb(words.substr(space + 1));
  const auto short_verb = short_form(verb);
  if (!is_one_of(pronoun, pronouns) || !short_verb) return std::nullopt;  // an escaped space makes one word of any two
  const std::string rest(*short_verb);
  const char* mark = is_one_of(pronoun + rest, another_word) ? "_" : "_?";
  return plain(pronoun + "(?:" + std::string(word_gap_regex) + verb + '|' + mark + rest + ')');
}

std::optional<Spellings> pronoun_contraction(std::string_view word) {
  const std::size_t apostrophe = word.find('\'');
  if (apostrophe == std::string_view::npos) return std::nullopt;
  const std::string base(word.substr(0, apostrophe));
  const std::string_view letters = word.substr(apostrophe + 1);
  const bool may_lose_apostrophe = !is_one_of(base + std::string(letters), another_word);
  const std::string mark = may_lose_apostrophe ? "_?" : "_";
  if (word == "let's") return plain("let(?:_s| us)");
  if (letters == "s") {
    if (is_one_of(base, short_is)) return plain(base + "(?:" + mark + "s| is| has)");
    return plain(regex_escaped(base) + mark + "s");
  }
  for (const Ending& ending : endings) {
    if (letters != ending.letters) continue;
    std::string long_forms = " " + std::string(ending.long_forms);
    if (const std::size_t bar = long_forms.find('|'); bar != std::string::npos)
      long_forms.insert(bar + 1, " ");
    return plain(regex_escaped(base) + "(?:" + mark + std::string(letters) + "|" + long_forms + ")");
  }
  // "o'clock", "ma'am", "couldn't've"
  std::string regex;
  for (char c : word) regex += c == '\'' ? "_?" : regex_escaped({&c, 1});
  return plain(std::move(regex));
}

// ---- British and American --------------------------------------------------------------------

struct Swap {
  std::string_view british, american;
};

// Words (and beginnings of words) whose spelling differs in one place.
constexpr std::array<Swap, 34> beginnings = {{
    {"colour", "color"},         {"favour", "favor"},       {"honour", "honor"},
    {"labour", "labor"},         {"behaviour", "behavior"}, {"neighbour", "neighbor"},
    {"humour", "humor"},         {"rumour", "rumor"},       {"endeavour", "endeavor"},
    {"harbour", "harbor"},       {"flavour", "flavor"},     {"odour", "odor"},
    {"centre", "center"},        {"metre", "meter"},        {"litre", "liter"},
    {"theatre", "theater"},      {"fibre", "fiber"},        {"licence", "license"},
    {"defence", "defense"},      {"offence", "offense"},    {"practise", "practice"},
    {"catalogue", "catalog"},    {"dialogue", "dialog"},    {"analogue", "analog"},
    {"grey", "gray"},            {"fulfil", "fulfill"},     {"enrol", "enroll"},
    {"instalment", "installment"}, {"skilful", "skillful"}, {"judgement", "judgment"},
    {"acknowledgement", "acknowledgment"}, {"programme", "program"}, {"cheque", "check"},
    {"jewellery", "jewelry"},
}};

// Verbs that double the l in British English: cancelled, travelling.
constexpr std::array<std::string_view, 12> doubled_l = {"cancel", "travel",  "label",   "model",
                                                        "level",  "signal",  "counsel", "total",
                                                        "fuel",   "channel", "equal",   "marvel"};

// Words in -ise that are never written with a z (and in -ize never with an s).
constexpr std::array<std::string_view, 26> never_z = {
    "advis",  "exercis", "promis",     "surpris",  "likewis", "otherwis", "rais",   "nois",  "wis",
    "revis",  "supervis", "compris",   "compromis", "disguis", "enterpris", "expertis", "franchis",
    "merchandis", "precis", "premis",  "ris",      "aris",    "prais",    "televis", "improvis", "devis"};
constexpr std::array<std::string_view, 4> never_s = {"siz", "priz", "seiz", "capsiz"};

std::optional<std::string> swap_ise(std::string_view word) {
  for (std::string_view ending : {"isations", "isation", "ising", "ised", "iser", "ises", "ise", "is",
                                  "izations", "ization", "izing", "ized", "izer", "izes", "ize", "iz"}) {
    if (!word.ends_with(ending)) continue;
    if (ending == "is" && word.size() < 6) return std::nullopt;  // "this", "basis"
    const std::size_t at = word.size() - ending.size() + 1;
    const std::string_view stem = word.substr(0, at + 1);
    if (stem.size() < 5 || is_one_of(stem, never_z) || is_one_of(stem, never_s)) return std::nullopt;
    std::string other(word);
    other[at] = other[at] == 's' ? 'z' : 's';
    return other;
  }
  return std::nullopt;
}

std::optional<std::string> swap_doubled_l(std::string_view word) {
  for (std::string_view verb : doubled_l) {
    if (!word.starts_with(verb)) continue;
    const std::string_view rest = word.substr(verb.size());
    for (std::string_view ending : {"ed", "ing", "er", "ers"}) {
      if (rest == ending) return std::string(verb) + 'l' + std::string(ending);
      if (rest.starts_with('l') && rest.substr(1) == ending)
        return std::string(verb) + std::string(ending);
    }
  }
  return std::nullopt;
}

}  // namespace

std::string regex_escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (std::string_view("\\.+*?()|[]{}^$").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::vector<std::string> regional_forms(std::string_view word) {
  std::vector<std::string> forms{std::string(word)};
  for (const auto& [british, american] : beginnings) {
    // "programmer" and "checked" are the same on both sides; only cheque and programme as they stand, or plural.
    const bool is_exact_only = british == "cheque" || british == "programme";
    for (const auto& [from, to] : {std::pair(british, american), std::pair(american, british)}) {
      if (!word.starts_with(from)) continue;
      const std::string_view rest = word.substr(from.size());
      if (is_exact_only && (from == american || (!rest.empty() && rest != "s"))) continue;
      if (from == american && british.starts_with(american) && word.starts_with(british)) continue;
      if (american.starts_with(british) && from == british && word.starts_with(american)) continue;
      // "meter" is a device too, "centered" loses its e: only whole words and plurals swap there.
      if (british.ends_with("re") && !rest.empty() && rest != "s") continue;
      forms.push_back(std::string(to) + std::string(rest));
      return forms;
    }
  }
  if (auto other = swap_ise(word)) forms.push_back(*other);
  else if (auto single = swap_doubled_l(word)) forms.push_back(*single);
  return forms;
}

Spellings spellings_of(std::string_view word, bool is_stem) {
  if (is_stem) {
    const auto forms = regional_forms(word);
    std::string regex = forms.size() == 1 ? regex_escaped(forms[0])
                                          : "(?:" + regex_escaped(forms[0]) + '|' + regex_escaped(forms[1]) + ')';
    std::replace(regex.begin(), regex.end(), '\'', '_');
    return plain(regex + "[a-z0-9_]*");
  }
  for (const Negation& negation : negations)
    if (word == negation.word)
      return negation.attached.empty() ? plain(std::string(negation.first))
                                       : attachable(std::string(negation.first), negation.attached);
  for (const Leaning& leaning : leanings)
    if (word == leaning.word) return attachable(std::string(word), leaning.attached);
  if (auto verb = short_verb(word)) return *verb;
  if (auto both = pronoun_and_verb(word)) return *both;
  if (auto contraction = pronoun_contraction(word)) return *contraction;
  const auto forms = regional_forms(word);
  if (forms.size() == 1) return plain(regex_escaped(forms[0]));
  return plain("(?:" + regex_escaped(forms[0]) + '|' + regex_escaped(forms[1]) + ')');
}

bool is_short_verb(std::string_view word) { return short_verb(word).has_value(); }

std::string contraction_of(std::string_view first, std::string_view second) {
  if (second == "not") {
    if (first == "will") return "won't";
    if (first == "can") return "can't";
    if (first == "shall") return "shan't";
    const std::string word = std::string(first) + "n't";
    for (const Negation& negation : negations)
      if (negation.word == word) return word;
    return {};
  }
  if (first == "let" && second == "us") return "let's";
  if (is_one_of(first, pronouns) && short_form(second)) return std::string(first) + ' ' + std::string(second);
  return {};
}

}  // namespace decant
