// How a net (word_net.h) lies in its row of numbers: what its maker writes and its reader reads.
//
//   how many nodes and exits; which words the first node may have, a bit for some of the hashes each; the exits, in two halves; for
//   each node where it begins; then each node: how many words and prefixes it has, the words' hashes in order, which exit each
//   takes, and of every prefix its size, hash and exit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace decant::net {

// FNV-1a, which goes on byte by byte: the hash of a beginning comes on the way.
inline constexpr uint32_t first_hash = 0x811C9DC5;
constexpr uint32_t hash_on(uint32_t hash, char byte) { return (hash ^ static_cast<unsigned char>(byte)) * 0x01000193; }
// What a row keeps of it: a wrong word in thousands costs less than larger rows.
constexpr uint16_t folded(uint32_t hash) { return static_cast<uint16_t>(hash ^ hash >> 16); }

// Where a word leads: whether the phrase may end with it, and the nodes for the word behind a gap with and without a space.
inline constexpr uint32_t no_node = 0x7FFF;
constexpr uint32_t exit(bool accepts, uint32_t behind_space, uint32_t behind_rest) {
  return (accepts ? 1u << 31 : 0) | (behind_space & no_node) << 16 | (behind_rest & no_node);
}
inline constexpr uint32_t nowhere = exit(false, no_node, no_node);
constexpr bool accepts(uint32_t exit) { return exit >> 31 != 0; }
constexpr uint32_t next_node(uint32_t exit, bool is_after_space) { return (is_after_space ? exit >> 16 : exit) & no_node; }

inline constexpr uint32_t filter_size = 32;                // numbers
inline constexpr uint32_t exits_begin = 2 + filter_size;
constexpr uint32_t filter_place(uint16_t hash) { return 2 + (hash >> 4 & (filter_size - 1)); }
constexpr uint16_t filter_bit(uint16_t hash) { return static_cast<uint16_t>(1u << (hash & 15)); }
// False if no match begins with a word of this hash.
constexpr bool may_begin(std::span<const uint16_t> net, uint16_t hash) { return (net[filter_place(hash)] & filter_bit(hash)) != 0; }

constexpr uint32_t node_count(std::span<const uint16_t> net) { return net[0]; }
constexpr uint32_t exit_at(std::span<const uint16_t> net, uint32_t index) { return uint32_t{net[exits_begin + 2 * index]} << 16 | net[exits_begin + 1 + 2 * index]; }
constexpr const uint16_t* node_at(std::span<const uint16_t> net, uint32_t node) {
  return net.data() + net[exits_begin + 2 * std::size_t{net[1]} + node];
}

}  // namespace decant::net
