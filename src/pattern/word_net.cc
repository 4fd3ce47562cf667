#include "pattern/word_net.h"

#include <algorithm>
#include <bit>
#include <compare>
#include <map>
#include <optional>
#include <utility>

#include "pattern/byte_machine.h"
#include "pattern/net_layout.h"

namespace decant {
namespace {

using State = ByteMachine::State;
using States = std::vector<State>;  // sorted; none of them leads on for nothing

// A byte that may be one of more than these is "anything" from there to the end of its word.
constexpr int most_alternatives = 4;
constexpr uint32_t longest_word = 48;
constexpr std::size_t most_transitions = 60'000;
constexpr std::size_t most_nodes = 4'000;

class Builder {
 public:
  explicit Builder(const ByteMachine& machine) : machine_(machine), seen_(machine.states.size(), 0) {}

  WordNet build() {
    const States start = closure({machine_.start});
    const bool may_begin_in_gap = std::ranges::any_of(start, [&](State state) {
      return state == ByteMachine::accept || machine_.states[state].bytes.has_gap();
    });
    if (may_begin_in_gap) return {};
    node_of(start);
    for (std::size_t node = 0; node < nodes_.size() && !is_too_large_; ++node) {
      current_ = {};
      walk(*sets_[node], net::first_hash, 0);
      std::ranges::sort(current_.exact);
      nodes_[node] = std::move(current_);
    }
    return is_too_large_ ? of_any_words() : laid_out();
  }

 private:
  struct Prefix {
    uint32_t size, hash, exit;
    auto operator<=>(const Prefix&) const = default;
  };
  struct Node {
    std::vector<std::pair<uint16_t, uint32_t>> exact;  // hash and exit
    std::vector<Prefix> prefixes;
    auto operator<=>(const Node&) const = default;
  };

  // What can be reached for nothing.
  States closure(const States& from) {
    ++stamp_;
    States todo = from, out;
    for (State state : todo) seen_[state] = stamp_;
    while (!todo.empty()) {
      const State state = todo.back();
      todo.pop_back();
      const ByteMachine::Edge& edge = machine_.states[state];
      if (edge.also.empty()) out.push_back(state);
      for (State next : edge.also) {
        if (seen_[next] == stamp_) continue;
        seen_[next] = stamp_;
        todo.push_back(next);
      }
    }
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  // Where the edges of `from` that `counts` lead.
  template <typename Counts>
  States step(const States& from, Counts&& counts) {
    States next;
    for (State state : from)
      if (state != ByteMachine::accept && counts(machine_.states[state].bytes)) next.push_back(machine_.states[state].next);
    return closure(next);
  }

  // All that is reached by steps that `counts`, without `from` unless a step leads there.
  template <typename Counts>
  States steps(const States& from, Counts&& counts) {
    States all;
    for (States next = step(from, counts); !std::ranges::includes(all, next); next = step(all, counts)) {
      States both;
      std::ranges::set_union(all, next, std::back_inserter(both));
      all = std::move(both);
    }
    return all;
  }

  // Goes through the words that begin at a node: `states` are reached by the word so far.
  void walk(States states, uint32_t hash, uint32_t size) {
    if (size > longest_word || transitions_ > most_transitions) is_too_large_ = true;
    if (is_too_large_) return;
    if (size > 0) {
      if (const uint32_t exit = exit_of(states); exit != net::nowhere) {
        current_.exact.emplace_back(net::folded(hash), exit);
        ++transitions_;
      }
    }
    States wide;
    std::erase_if(states, [&](State state) {
      const bool is_wide = state != ByteMachine::accept && std::popcount(machine_.states[state].bytes.word) > most_alternatives;
      if (is_wide) wide.push_back(state);
      return is_wide;
    });
    if (!wide.empty()) {
      const States reached = steps(wide, [](const ByteSet& bytes) { return bytes.word != 0; });
      if (const uint32_t exit = exit_of(reached); exit != net::nowhere) current_.prefixes.push_back({size, hash, exit});
    }
    uint64_t next_bytes = 0;
    for (State state : states)
      if (state != ByteMachine::accept) next_bytes |= machine_.states[state].bytes.word;
    for (; next_bytes != 0 && !is_too_large_; next_bytes &= next_bytes - 1) {
      const int index = std::countr_zero(next_bytes);
      walk(step(states, [&](const ByteSet& bytes) { return (bytes.word >> index & 1) != 0; }),
           net::hash_on(hash, word_byte(index)), size + 1);
    }
  }

  // Where one is when a word has ended in `states`.
  uint32_t exit_of(const States& states) {
    const auto known = exits_.find(states);
    if (known != exits_.end()) return known->second;
    const States in_gap = steps(states, [](const ByteSet& bytes) { return bytes.has_gap(); });
    const States without_space = steps(states, [](const ByteSet& bytes) { return bytes.rest; });
    // Through a space: any part of the gap, the space, any part of the gap.
    States before;
    std::ranges::set_union(states, in_gap, std::back_inserter(before));
    const States at_space = step(before, [](const ByteSet& bytes) { return bytes.space; });
    const States behind = steps(at_space, [](const ByteSet& bytes) { return bytes.has_gap(); });
    States with_space;
    std::ranges::set_union(at_space, behind, std::back_inserter(with_space));

    const auto accepts = [](const States& some) { return !some.empty() && some.front() == ByteMachine::accept; };
    const uint32_t exit = net::exit(accepts(states) || accepts(in_gap), node_of(with_space), node_of(without_space));
    exits_.emplace(states, exit);
    return exit;
  }

  uint32_t node_of(States states) {
    std::erase_if(states, [&](State state) { return machine_.states[state].bytes.word == 0; });
    if (states.empty()) return net::no_node;
    const auto [known, is_new] = ids_.try_emplace(std::move(states), static_cast<uint32_t>(nodes_.size()));
    if (is_new) {
      nodes_.emplace_back();
      sets_.push_back(&known->first);
      is_too_large_ |= nodes_.size() > most_nodes;
    }
    return known->second;
  }

  // All that is known of a phrase too large for a net: a match begins with a word.
  static WordNet of_any_words() {
    constexpr uint32_t exit = net::exit(true, net::no_node, net::no_node);
    constexpr uint16_t begin = net::exits_begin + 3;
    WordNet out{1, 1};
    out.resize(net::exits_begin, 0xFFFF);
    out.insert(out.end(), {exit >> 16, exit & 0xFFFF, begin, 0, 1, 0, net::folded(net::first_hash), 0});
    return out;
  }

  WordNet laid_out() const {
    std::map<uint32_t, uint16_t> exits;
    for (const auto& [states, exit] : exits_) exits.try_emplace(exit, static_cast<uint16_t>(exits.size()));
    std::vector<uint32_t> rows(exits.size());
    for (const auto& [exit, index] : exits) rows[index] = exit;

    std::vector<uint32_t> out{static_cast<uint32_t>(nodes_.size()), static_cast<uint32_t>(rows.size())};
    // A node with a prefix may have any word.
    out.resize(net::exits_begin, nodes_[0].prefixes.empty() ? 0 : 0xFFFF);
    for (const auto& [hash, exit] : nodes_[0].exact) out[net::filter_place(hash)] |= net::filter_bit(hash);
    for (const uint32_t exit : rows) out.insert(out.end(), {exit >> 16, exit & 0xFFFF});
    const std::size_t begins = out.size();
    out.resize(begins + nodes_.size());
    // Behind what may be missing the same words follow as without it: such nodes are one row.
    std::map<Node, uint32_t> known;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const Node& node = nodes_[i];
      const auto [row, is_new] = known.try_emplace(node, static_cast<uint32_t>(out.size()));
      out[begins + i] = row->second;
      if (!is_new) continue;
      out.push_back(static_cast<uint32_t>(node.exact.size()));
      out.push_back(static_cast<uint32_t>(node.prefixes.size()));
      for (const auto& [hash, exit] : node.exact) out.push_back(hash);
      for (const auto& [hash, exit] : node.exact) out.push_back(exits.at(exit));
      for (const Prefix& prefix : node.prefixes) out.insert(out.end(), {prefix.size, net::folded(prefix.hash), exits.at(prefix.exit)});
    }
    if (out.size() > UINT16_MAX) return of_any_words();
    return {out.begin(), out.end()};
  }

  const ByteMachine& machine_;
  std::vector<uint32_t> seen_;
  uint32_t stamp_ = 0;
  std::map<States, uint32_t> ids_;
  std::map<States, uint32_t> exits_;
  std::vector<const States*> sets_;
  std::vector<Node> nodes_;
  Node current_;
  std::size_t transitions_ = 0;
  bool is_too_large_ = false;
};

}  // namespace

WordNet word_net_of(const PatternSpec& spec) {
  if (spec.is_raw || !spec.word_begin || !spec.word_end) return {};
  const std::optional<ByteMachine> machine = byte_machine_of(spec.regex);
  return machine ? Builder(*machine).build() : WordNet{};
}

}  // namespace decant
