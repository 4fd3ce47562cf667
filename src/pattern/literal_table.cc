#include "pattern/literal_table.h"

#include <algorithm>
#include <array>

#include "pattern/codes.h"

namespace decant {

uint32_t LiteralTable::add(std::string_view codes, std::size_t anchor) {
  const uint32_t begin = static_cast<uint32_t>(codes_.size());
  codes_ += codes;
  literals_.push_back({begin, begin + static_cast<uint32_t>(anchor),
                       static_cast<uint32_t>(codes_.size())});
  return static_cast<uint32_t>(literals_.size() - 1);
}

void LiteralTable::build() {
  filter_.assign((std::size_t{1} << filter_bits) / 64, 0);
  short_filter_.assign((std::size_t{1} << 5 * short_size) / 64, 0);
  std::string window;
  for (uint32_t index = 0; index < literals_.size(); ++index) {
    const Literal& literal = literals_[index];
    const std::size_t size = literal.end - literal.anchor;
    enter(index, literal.anchor, window, size >= window_size ? window_size : short_size);
  }
  std::ranges::sort(members_, {}, [](const Member& member) {
    return std::pair(bucket_of(member.key), member.literal);
  });
  buckets_.assign((std::size_t{1} << bucket_bits) + 1, 0);
  for (const Member& member : members_) ++buckets_[bucket_of(member.key) + 1];
  for (std::size_t i = 1; i < buckets_.size(); ++i) buckets_[i] += buckets_[i - 1];
}

// Enters the literal under every window of `size` codes that a text may have at its anchor: those in `window`, then what
// follows from `position` of codes_ on.
void LiteralTable::enter(uint32_t index, std::size_t position, std::string& window,
                         std::size_t size) {
  if (window.size() == size) {
    enter_key(index, window);
    return;
  }
  const auto go_on_with = [&](char code, std::size_t next) {
    window += code;
    enter(index, next, window, size);
    window.pop_back();
  };
  const bool is_over = position == literals_[index].end;
  if (is_over) {
    for (int code = 0; code < code_count; ++code) go_on_with(static_cast<char>(code), position);
    return;
  }
  go_on_with(codes_[position], position + 1);
  const bool is_in_gap = codes_[position] != code_gap && !window.empty() && window.back() == code_gap;
  if (is_in_gap) go_on_with(code_gap, position);
}

void LiteralTable::enter_key(uint32_t index, std::string_view window) {
  std::array<uint8_t, 8> codes{};
  std::ranges::copy(window, codes.begin());
  uint64_t key = window_at(codes.data());
  if (window.size() == window_size) {
    const uint64_t slot = slot_of(key);
    filter_[slot >> 6] |= uint64_t{1} << (slot & 63);
  } else {
    key = short_window(key);
    short_filter_[key >> 6] |= uint64_t{1} << (key & 63);
    key |= short_key;
  }
  members_.push_back({key, index});
}

bool LiteralTable::stands_at(uint32_t index, const uint8_t* place) const {
  const Literal& literal = literals_[index];
  const uint8_t* text = place;
  for (std::size_t i = literal.anchor; i < literal.end; ++i, ++text) {
    if (static_cast<uint8_t>(codes_[i]) != *text) return false;
    if (*text == code_gap && i + 1 < literal.end) {
      while (text[1] == code_gap) ++text;
    }
  }
  text = place;
  for (std::size_t i = literal.anchor; i > literal.begin; --i) {
    --text;
    if (static_cast<uint8_t>(codes_[i - 1]) != *text) return false;
    if (*text == code_gap && i - 1 > literal.begin) {
      while (text[-1] == code_gap) --text;
    }
  }
  return true;
}

}  // namespace decant
