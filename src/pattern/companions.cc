#include "pattern/companions.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "pattern/codes.h"
#include "pattern/rarity.h"

namespace decant {
namespace {

constexpr std::size_t most_sets = 3;
constexpr std::size_t most_members = 24;
// In 100,000 words: a set whose members together are commoner than this stands in half of all turns and rules out little.
constexpr double too_common = 4'000;

constexpr uint32_t first_hash = 0x811C9DC5;
constexpr uint32_t hash_on(uint32_t hash, uint8_t code) { return (hash ^ code) * 0x01000193; }
constexpr uint16_t bit_from(uint32_t hash, uint32_t salt) { return static_cast<uint16_t>(((hash ^ salt) * 0x9E3779B1) >> 20); }
constexpr uint32_t of_words = 0, of_beginnings = 0x5BD1E995;

uint32_t hash_of(std::string_view codes) {
  uint32_t hash = first_hash;
  for (char code : codes) hash = hash_on(hash, static_cast<uint8_t>(code));
  return hash;
}

struct Member {
  uint16_t bit = 0;
  double occurrences = 0;
};

// Calls visit(word, is_whole) for the words of a literal that are known from their beginning on.
template <typename Visit>
void for_each_word(std::string_view literal, Visit&& visit) {
  for (std::size_t at = literal.find(gap_char); at != std::string_view::npos;) {
    const std::size_t end = literal.find(gap_char, at + 1);
    const std::string_view word = literal.substr(at + 1, end == std::string_view::npos ? end : end - at - 1);
    if (!word.empty()) visit(word, end != std::string_view::npos);
    at = end;
  }
}

std::optional<Member> rarest_word(std::string_view literal) {
  std::optional<Member> rarest;
  for_each_word(literal, [&](std::string_view word, bool is_whole) {
    if (!is_whole && word.size() < TurnBits::beginning) return;
    const std::string_view known = is_whole ? word : word.substr(0, TurnBits::beginning);
    const Member member{is_whole ? TurnBits::bit_of_word(word) : TurnBits::bit_of_beginning(known), occurrences_of_word(known, is_whole)};
    if (!rarest || member.occurrences < rarest->occurrences) rarest = member;
  });
  return rarest;
}

// All words and beginnings that stand in the text wherever the literal does.
std::vector<uint16_t> bits_of(std::string_view literal) {
  std::vector<uint16_t> bits;
  for_each_word(literal, [&](std::string_view word, bool is_whole) {
    if (is_whole) bits.push_back(TurnBits::bit_of_word(word));
    if (word.size() >= TurnBits::beginning) bits.push_back(TurnBits::bit_of_beginning(word.substr(0, TurnBits::beginning)));
  });
  return bits;
}

struct Rated {
  std::vector<uint16_t> bits;
  double occurrences = 0;
};

// nullopt if the set says nothing of use.
std::optional<Rated> rated(const Literals& set) {
  std::vector<std::pair<uint16_t, double>> members;
  for (const std::string& literal : set) {
    const std::optional<Member> word = rarest_word(without_marks(literal));
    if (!word) return std::nullopt;
    members.emplace_back(word->bit, word->occurrences);
  }
  std::ranges::sort(members);
  Rated out;
  for (const auto& [bit, occurrences] : members) {
    if (!out.bits.empty() && out.bits.back() == bit) continue;
    out.bits.push_back(bit);
    out.occurrences += occurrences;
  }
  if (out.bits.empty() || out.bits.size() > most_members || out.occurrences > too_common) return std::nullopt;
  return out;
}

bool shares(const std::vector<uint16_t>& some, const std::vector<uint16_t>& others) {
  return std::ranges::any_of(some, [&](uint16_t bit) { return std::ranges::find(others, bit) != others.end(); });
}

}  // namespace

Companions companions_of(const Facts& facts, const Literals& literals) {
  std::vector<Rated> sets;
  const auto consider = [&](const Literals& set) {
    std::optional<Rated> made = rated(set);
    if (!made) return;
    // Wherever a literal stands, so does a member that is a word of its.
    const bool is_implied = std::ranges::all_of(literals, [&](const std::string& literal) { return shares(bits_of(literal), made->bits); });
    const bool is_known = std::ranges::any_of(sets, [&](const Rated& other) { return other.bits == made->bits; });
    if (!is_implied && !is_known) sets.push_back(std::move(*made));
  };
  if (facts.is_exact) consider(facts.strings);
  for (const Literals& set : facts.needed) consider(set);
  std::ranges::stable_sort(sets, {}, &Rated::occurrences);
  Companions out;
  for (Rated& set : sets)
    if (out.size() < most_sets) out.push_back(std::move(set.bits));
  return out;
}

uint16_t TurnBits::bit_of_word(std::string_view codes) { return bit_from(hash_of(codes), of_words); }
uint16_t TurnBits::bit_of_beginning(std::string_view codes) { return bit_from(hash_of(codes), of_beginnings); }

void TurnBits::set(std::span<const uint8_t> codes) {
  words_ = {};
  for (std::size_t at = 0; at < codes.size();) {
    if (codes[at] == code_gap) {
      ++at;
      continue;
    }
    uint32_t hash = first_hash;
    for (std::size_t size = 1; at < codes.size() && codes[at] != code_gap; ++at, ++size) {
      hash = hash_on(hash, codes[at]);
      if (size == beginning) mark(bit_from(hash, of_beginnings));
    }
    mark(bit_from(hash, of_words));
  }
}

}  // namespace decant
