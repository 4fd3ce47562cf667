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
  std::string look;
  for (uint32_t index = 0; index < literals_.size(); ++index) {
    const Literal& literal = literals_[index];
    const bool is_short = literal.end - literal.anchor < window_size;
    enter(index, literal.anchor, look, is_short ? short_size : window_size);
  }
  std::ranges::sort(members_, {}, [](const Member& member) {
    return std::pair(member.bucket, member.literal);
  });
  buckets_.assign((std::size_t{1} << bucket_bits) + 1, 0);
  for (const Member& member : members_) ++buckets_[member.bucket + 1];
  for (std::size_t i = 1; i < buckets_.size(); ++i) buckets_[i] += buckets_[i - 1];
}

// Enters the literal under every look that a text may have at its anchor: the codes in `look`, then what follows from
// `position` of codes_ on, at least `window` codes. A look ends at the second gap of a run, as what follows may be
// anywhere then.
void LiteralTable::enter(uint32_t index, std::size_t position, std::string& look,
                         std::size_t window) {
  constexpr std::size_t longest = 8;
  constexpr char gap = static_cast<char>(code_gap);
  const bool is_over = position == literals_[index].end;
  const bool is_in_run = look.find(std::string(2, gap)) != std::string::npos;
  if (look.size() == longest || (look.size() >= window && (is_over || is_in_run))) {
    enter_look(index, look, window);
    return;
  }
  const auto go_on_with = [&](char code, std::size_t next) {
    look += code;
    enter(index, next, look, window);
    look.pop_back();
  };
  if (is_over) {
    for (int code = 0; code < code_count; ++code) go_on_with(static_cast<char>(code), position);
    return;
  }
  go_on_with(codes_[position], position + 1);
  if (codes_[position] != gap && look.ends_with(gap)) go_on_with(gap, position);
}

void LiteralTable::enter_look(uint32_t index, std::string_view look, std::size_t window) {
  std::array<uint8_t, 8> bytes{};
  std::ranges::copy(look, bytes.begin());
  const uint64_t codes = codes_at(bytes.data());
  const bool is_short = window == short_size;
  const uint64_t key = is_short ? short_window(codes) : window_of(codes);
  const uint64_t slot = is_short ? key : slot_of(key);
  (is_short ? short_filter_ : filter_)[slot >> 6] |= uint64_t{1} << (slot & 63);
  members_.push_back({codes, first(look.size(), ~uint64_t{0}), index, bucket_of(key)});
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
