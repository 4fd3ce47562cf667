// Asking a net: from each word of a turn, depth first through the words behind it.
#include <algorithm>

#include "pattern/byte_machine.h"
#include "pattern/net_layout.h"
#include "pattern/net_search.h"

namespace decant {
namespace {

// Beyond these a turn is RE2's to search: what a net finds there could cost more than it spares.
constexpr std::size_t most_places = std::size_t{1} << 21;
constexpr std::size_t steps_a_word = 64;
constexpr std::size_t steps_at_least = 4096;

// Calls visit(exit) for every way on that `word` opens from a node, until one call returns true; whether one did.
template <typename Visit>
bool any_exit(std::span<const uint16_t> net, uint32_t node, const TextWord& word, std::string_view text, Visit&& visit) {
  const uint16_t* row = net::node_at(net, node);
  const uint32_t exact = row[0], prefixes = row[1];
  const uint16_t* hashes = row + 2;
  // Two words of a net may have one hash.
  for (const uint16_t* found = std::lower_bound(hashes, hashes + exact, word.hash); found != hashes + exact && *found == word.hash; ++found)
    if (visit(net::exit_at(net, found[exact]))) return true;
  const uint16_t* prefix = hashes + 2 * exact;
  for (uint32_t i = 0; i < prefixes; ++i, prefix += 3) {
    if (prefix[0] > word.size) continue;
    uint32_t hash = net::first_hash;
    for (uint32_t at = 0; at < prefix[0]; ++at) hash = net::hash_on(hash, text[word.begin + at]);
    if (net::folded(hash) == prefix[1] && visit(net::exit_at(net, prefix[2]))) return true;
  }
  return false;
}

}  // namespace

void add_words(std::string_view turn, std::vector<TextWord>& words) {
  bool is_after_space = false;
  for (std::size_t at = 0; at < turn.size();) {
    if (word_index(turn[at]) < 0) {
      is_after_space |= turn[at] == ' ';
      ++at;
      continue;
    }
    TextWord word{static_cast<uint32_t>(at), 0, 0, is_after_space};
    uint32_t hash = net::first_hash;
    for (; at < turn.size() && word_index(turn[at]) >= 0; ++at) hash = net::hash_on(hash, turn[at]);
    word.hash = net::folded(hash);
    word.size = static_cast<uint32_t>(at) - word.begin;
    words.push_back(word);
    is_after_space = false;
  }
}

bool NetSearch::find(std::span<const uint16_t> net, std::string_view text, std::span<const TextWord> words) {
  starts.clear();
  const std::size_t nodes = net::node_count(net);
  if (words.size() * nodes > most_places) return false;
  std::size_t steps = steps_at_least + steps_a_word * words.size();
  bool has_dead = false;
  for (uint32_t first = 0; first < words.size(); ++first) {
    if (!net::may_begin(net, words[first].hash)) continue;
    todo_.clear();
    const auto go_on = [&](uint32_t word) {
      return [&, next = word + 1](uint32_t exit) {
        if (net::accepts(exit)) return true;
        if (next == words.size()) return false;
        const uint32_t node = net::next_node(exit, words[next].is_after_space);
        if (node != net::no_node) todo_.push_back({node, next});
        return false;
      };
    };
    bool is_found = any_exit(net, 0, words[first], text, go_on(first));
    if (!is_found && todo_.empty()) continue;
    if (!has_dead) dead_.assign((words.size() * nodes + 63) / 64, 0);
    has_dead = true;
    marked_.clear();
    while (!is_found && !todo_.empty()) {
      const Place place = todo_.back();
      todo_.pop_back();
      if (--steps == 0) return false;
      const std::size_t bit = place.word * nodes + place.node;
      if ((dead_[bit / 64] >> (bit & 63) & 1) != 0) continue;
      dead_[bit / 64] |= uint64_t{1} << (bit & 63);
      marked_.push_back(bit);
      is_found = any_exit(net, place.node, words[place.word], text, go_on(place.word));
    }
    if (!is_found) continue;
    starts.push_back(first);
    // On the way to an end not all that was passed is dead.
    for (std::size_t bit : marked_) dead_[bit / 64] &= ~(uint64_t{1} << (bit & 63));
  }
  return true;
}

}  // namespace decant
