#include "pattern/rarity.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>

#include "pattern/codes.h"

namespace decant {
namespace {

struct Word {
  std::string_view text;
  uint16_t count;
};

// The commonest words of customer conversations, counted in 300,000 words of public ones; occurrences in 100,000 words.
constexpr auto words = std::to_array<Word>({
    // clang-format off
    {"a", 1806}, {"able", 104}, {"about", 264}, {"account", 172}, {"actually", 55},
    {"address", 82}, {"after", 82}, {"again", 106}, {"all", 310}, {"alright", 68}, {"also", 103},
    {"am", 347}, {"an", 298}, {"and", 1611}, {"another", 59}, {"answer", 61}, {"any", 268},
    {"anything", 238}, {"appointment", 115}, {"are", 570}, {"around", 89}, {"as", 211},
    {"assist", 70}, {"assistance", 82}, {"at", 926}, {"available", 172}, {"back", 80},
    {"be", 715}, {"been", 227}, {"before", 62}, {"booked", 98}, {"booking", 95}, {"but", 292},
    {"buy", 105}, {"by", 100}, {"bye", 60}, {"can", 1197}, {"can_t", 78}, {"card", 70},
    {"change", 111}, {"check", 159}, {"checking", 61}, {"code", 55}, {"coming", 57},
    {"confirm", 170}, {"contact", 55}, {"continue", 59}, {"correct", 152}, {"could", 304},
    {"day", 296}, {"days", 80}, {"details", 142}, {"did", 69}, {"do", 643}, {"does", 83},
    {"don_t", 178}, {"else", 267}, {"email", 64}, {"find", 196}, {"first", 55}, {"for", 1749},
    {"found", 155}, {"free", 67}, {"from", 433}, {"further", 101}, {"get", 301}, {"go", 167},
    {"going", 111}, {"good", 200}, {"goodbye", 207}, {"got", 89}, {"great", 301}, {"had", 64},
    {"happy", 70}, {"has", 285}, {"have", 891}, {"hello", 181}, {"help", 533}, {"here", 127},
    {"hi", 298}, {"how", 317}, {"i", 3077}, {"i_d", 133}, {"i_ll", 123}, {"i_m", 420},
    {"i_ve", 97}, {"if", 360}, {"in", 987}, {"information", 73}, {"is", 1759}, {"issue", 76},
    {"it", 1070}, {"it_s", 179}, {"just", 220}, {"know", 239}, {"last", 67}, {"let", 179},
    {"let_s", 69}, {"like", 748}, {"look", 113}, {"looking", 71}, {"made", 69}, {"make", 152},
    {"many", 70}, {"may", 170}, {"me", 703}, {"minutes", 86}, {"more", 215}, {"much", 101},
    {"my", 693}, {"name", 270}, {"near", 55}, {"need", 454}, {"new", 101}, {"next", 93},
    {"nice", 77}, {"no", 462}, {"not", 349}, {"now", 295}, {"number", 144}, {"of", 890},
    {"off", 83}, {"oh", 94}, {"ok", 276}, {"okay", 164}, {"on", 860}, {"one", 233}, {"only", 97},
    {"or", 347}, {"order", 210}, {"other", 108}, {"our", 98}, {"out", 154}, {"payment", 62},
    {"people", 77}, {"phone", 57}, {"pick", 65}, {"please", 943}, {"price", 100},
    {"proceed", 171}, {"provide", 134}, {"really", 78}, {"refund", 62}, {"request", 63},
    {"require", 86}, {"return", 60}, {"right", 207}, {"room", 82}, {"same", 60}, {"search", 70},
    {"see", 163}, {"send", 66}, {"service", 69}, {"should", 150}, {"so", 276}, {"some", 121},
    {"something", 95}, {"sorry", 265}, {"sounds", 96}, {"still", 79}, {"successfully", 95},
    {"sure", 166}, {"take", 122}, {"tell", 110}, {"thank", 422}, {"thanks", 332}, {"that", 1085},
    {"that_s", 213}, {"the", 3509}, {"them", 58}, {"then", 84}, {"there", 577}, {"these", 58},
    {"they", 112}, {"think", 75}, {"this", 585}, {"ticket", 62}, {"time", 292}, {"to", 3112},
    {"today", 113}, {"transfer", 69}, {"try", 105}, {"two", 83}, {"understand", 67},
    {"unfortunately", 69}, {"up", 178}, {"us", 164}, {"use", 62}, {"very", 77}, {"want", 374},
    {"was", 279}, {"way", 60}, {"we", 337}, {"well", 81}, {"what", 671}, {"what_s", 100},
    {"when", 153}, {"where", 131}, {"which", 133}, {"who", 61}, {"will", 559}, {"with", 782},
    {"work", 72}, {"would", 658}, {"yes", 406}, {"you", 3538}, {"you_re", 79}, {"your", 1438},
    // clang-format on
});
static_assert(std::ranges::is_sorted(words, {}, &Word::text));

// Where in the table each letter begins, and where 'z' ends.
constexpr auto letters = [] {
  std::array<uint16_t, 27> begins{};
  for (std::size_t i = 0; i < begins.size(); ++i) {
    while (begins[i] < words.size() && words[begins[i]].text[0] < static_cast<char>('a' + i)) ++begins[i];
  }
  return begins;
}();

std::span<const Word> words_like(char first) {
  if (first < 'a' || first > 'z') return {};
  const std::size_t letter = static_cast<std::size_t>(first - 'a');
  return std::span(words).subspan(letters[letter], letters[letter + 1] - letters[letter]);
}

// What is not in the table, by length (1, 2, 3 … codes, the last for all longer ones).
constexpr std::array<double, 8> unknown_word = {300, 80, 30, 25, 18, 12, 8, 6};
constexpr std::array<double, 8> unknown_prefix = {5000, 1200, 200, 50, 15, 10, 7, 5};
constexpr std::array<double, 8> unknown_inside = {30000, 6000, 1200, 300, 90, 40, 20, 10};
constexpr std::array<double, 8> number = {1500, 800, 500, 400, 150, 100, 80, 60};

double by_length(const std::array<double, 8>& rates, std::size_t length) {
  return rates[std::min(length, rates.size()) - 1];
}

// Of a run of word codes: how often it occurs as a word, as its beginning, or anywhere.
double occurrences_of_run(std::string_view run, bool has_begin, bool has_end) {
  if (run.find(static_cast<char>(code_digit)) != std::string_view::npos) {
    return by_length(number, run.size()) * (has_begin ? 1 : 2);
  }
  if (!has_begin) return by_length(unknown_inside, run.size()) * (has_end ? 0.5 : 1);
  std::array<char, 16> word;
  const std::size_t length = std::min(run.size(), word.size());
  for (std::size_t i = 0; i < length; ++i) word[i] = letter_of(static_cast<uint8_t>(run[i]));
  const std::string_view text(word.data(), length);
  const std::span<const Word> alike = words_like(text.front());
  auto at = std::ranges::lower_bound(alike, text, {}, &Word::text);
  if (has_end) {
    return at != alike.end() && at->text == text ? at->count : by_length(unknown_word, run.size());
  }
  double sum = by_length(unknown_prefix, run.size());
  for (; at != alike.end() && at->text.starts_with(text); ++at) sum += at->count;
  return sum;
}

}  // namespace

// That of its rarest run, less for each further one.
double occurrences(std::string_view literal) {
  double rarest = 1e9;
  double likely = 1;
  double rarest_likely = 1;
  for (std::size_t at = 0; at < literal.size();) {
    if (literal[at] == static_cast<char>(code_gap)) {
      ++at;
      continue;
    }
    const std::size_t end = std::min(literal.find(static_cast<char>(code_gap), at), literal.size());
    const double count =
        occurrences_of_run(literal.substr(at, end - at), at > 0, end < literal.size());
    // Words come in company: the second of two is far likelier than its share of all words.
    const double beside = std::min(1.0, count / 3000 + 0.02);
    likely *= beside;
    if (count < rarest) {
      rarest = count;
      rarest_likely = beside;
    }
    at = end;
  }
  return rarest * likely / rarest_likely;
}

bool is_searchable(std::string_view literal) { return literal.size() >= 3; }

Anchor anchor_of(std::string_view literal) {
  constexpr char gap = static_cast<char>(code_gap);
  Anchor best{.hits = 1e9};
  for (std::size_t at = 1; at + 1 < literal.size(); ++at) {
    if (literal[at - 1] != gap || literal[at] == gap) continue;
    const double hits = occurrences(literal.substr(at - 1, window_size + 1));
    if (hits < best.hits) best = {.at = at, .is_word_start = true, .hits = hits};
  }
  if (best.is_word_start) return best;
  const std::size_t at = literal.front() == gap ? 1 : 0;
  return {.at = at, .is_word_start = false, .hits = occurrences(literal.substr(at, window_size))};
}

double search_cost(const std::vector<std::string>& literals) {
  constexpr double cost_of_hit = 10;
  constexpr double cost_of_regex = 1000;
  constexpr double cost_of_literal = 30;         // its share of the tables, which get slower as they grow
  constexpr double cost_of_every_place = 50'000;  // instead of word starts only
  double cost = 0;
  bool only_word_starts = true;
  std::vector<std::pair<std::string_view, double>> windows;  // each costs once
  for (const std::string& literal : literals) {
    const Anchor anchor = anchor_of(literal);
    only_word_starts = only_word_starts && anchor.is_word_start;
    windows.emplace_back(std::string_view(literal).substr(anchor.at, window_size), anchor.hits);
    cost += cost_of_literal + cost_of_regex * occurrences(literal);
  }
  std::ranges::sort(windows);
  for (std::size_t i = 0; i < windows.size(); ++i) {
    if (i == 0 || windows[i].first != windows[i - 1].first) cost += cost_of_hit * windows[i].second;
  }
  return only_word_starts ? cost : cost + cost_of_every_place;
}

}  // namespace decant
